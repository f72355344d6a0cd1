// Package read reads the tables of a dataset back, whatever their format. It reads
// them in two ways.
//
// A [Reader] gives row after row as the file has it, with the place of every fault.
// It is for files that anybody may have written:
//
//	page_id,length          {Bare "rivers"} {Bare "1233"}
//	rivers,1233             {Bare "rivers"} {Bare ""}
//	rivers,
//
//	[{"page_id": "rivers", "length": 1233},       {Text "rivers"} {Number "1233"}
//	 {"page_id": "rivers", "length": null}]       {Text "rivers"} {Null ""}
//
// A [Rows] gives batches of rows as text that depends on the value alone and not on
// the format. It is fast, and for datasets that are known to be whole:
//
//	CSV      12.50    quoted ""    an empty field
//	JSON     12.50    ""           null
//	Parquet  1250, scale 2
//	text     12.5     ""           null
//
// Numbers are the shortest text that reads back the same, without trailing zeros;
// dates are ISO 8601; booleans are true and false.
//
// [Open] reads which tables a folder has, from its datapackage.json; [Table.Open] opens
// one of them.
package read

import (
	"fmt"
)

// Kind is what a format tells of a cell.
type Kind uint8

// The kinds of cells.
const (
	// Null is a cell for which the format has no value.
	Null Kind = iota
	// Absent is a cell that the row is too short to have.
	Absent
	// Bare is text that may be a value of any type, or none.
	Bare
	// Text is a string: one of JSON, or one in quotes.
	Text
	// Number and Boolean are values of these types, as JSON writes them.
	Number
	Boolean
	// Nested is an object or array, as JSON.
	Nested
)

var kindNames = [...]string{"null", "absent", "text", "string", "number", "boolean", "object or array"}

// String returns the word for a kind in messages.
func (k Kind) String() string { return kindNames[k] }

// A Cell is one value of a row, as much as its format tells: what the value means is
// for the table's schema to decide. Its text may be kept.
type Cell struct {
	Kind Kind
	Text string
}

// A Reader returns the rows of one table. It holds one row, or one batch of a
// columnar format, at a time. Bytes that are not in the format are an [*Error],
// never a panic.
type Reader interface {
	// Labels are the names of the columns as the file has them, nil if it has none.
	Labels() []string
	// Next returns the next row, which is valid until the next call, and io.EOF
	// after the last one. A row has as many cells as the file has there.
	Next() ([]Cell, error)
	// Row is the number of the row that Next returned last. The first row of the
	// file is 1, header included.
	Row() int
	// Close releases what the reader itself opened.
	Close() error
}

// An Error tells where a file is not in its format.
type Error struct {
	Row int // 0 if it is not known
	// Encoding is true where bytes are not text in the file's encoding.
	Encoding bool
	Msg      string
}

func (e *Error) Error() string { return e.Msg }

func failed(row int, format string, args ...any) error {
	return &Error{Row: row, Msg: fmt.Sprintf(format, args...)}
}

// maxRow is how long a row may be, in bytes: a quote that is never closed would
// otherwise take the rest of the file into memory.
const maxRow = 64 << 20
