// Package rows reads the files of a dataset row by row, whatever their format:
//
//	page_id,length          {Bare "rivers"} {Bare "1233"}
//	rivers,1233             {Bare "rivers"} {Bare ""}
//	rivers,
//
//	[{"page_id": "rivers", "length": 1233},       {Text "rivers"} {Number "1233"}
//	 {"page_id": "rivers", "length": null}]       {Text "rivers"} {Null ""}
//
// A cell says what the format knows of it and no more: what the value means is for
// the table's schema to say. Columnar formats are read by package read, whose
// batches are told row by row here. Readers hold one row, or one such batch, at a
// time; bytes that are not in their format are an [*Error], never a panic.
package rows

import "fmt"

// Kind is what a format says of a cell.
type Kind uint8

// The kinds of cells.
const (
	// Null is a cell that the format says has no value.
	Null Kind = iota
	// Absent is a cell that the row is too short to have.
	Absent
	// Bare is text that may stand for a value of any type, or for none.
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

// String names the kind to people.
func (k Kind) String() string { return kindNames[k] }

// A Cell is one value of a row. Its text may be kept.
type Cell struct {
	Kind Kind
	Text string
}

// A Reader returns the rows of one table.
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

// An Error says where a file is not in its format.
type Error struct {
	Row int // 0 if it isn't known
	// Encoding says that bytes are no text in the file's encoding.
	Encoding bool
	Msg      string
}

func (e *Error) Error() string { return e.Msg }

func failed(row int, format string, args ...any) error {
	return &Error{Row: row, Msg: fmt.Sprintf(format, args...)}
}
