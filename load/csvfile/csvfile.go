// Package csvfile writes tables as CSV (RFC 4180): data/<table>.csv, in UTF-8,
// with the names of the fields in the first line and LF at the end of each.
//
//	page_id,name,length,source,until        fields
//	rivers,"Rhine, lower",1233,,2013-03-05  a comma is quoted; source is null
//	rivers,Main,525.5,"",                   source is "", until is null
//
// A null is an empty field and an empty string is a quoted one, so that a reader
// can distinguish them. A table with a single field is the exception: its nulls are
// quoted as well, because many readers skip empty lines. Quotes are doubled, and
// line ends inside a value stay as they are. A number is the shortest text that
// reads back as the same value (26600000000000, never 2.66e+13), a decimal has all
// digits of its scale, a date is ISO 8601. With a compression the file is
// data/<table>.csv.gz or .csv.zst, which DuckDB, pandas, polars and R read directly.
package csvfile

import (
	"context"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
)

// Options are the settings of a [Loader].
type Options struct {
	// BOM begins each file with a byte order mark, which Excel needs to read it as
	// UTF-8. The default is none: most other readers make it part of the first
	// field's name.
	BOM bool
	// Safe writes [Guard] before a text that a spreadsheet could take for a formula
	// and before a text that begins with the guard, so that removing one guard gives
	// the original text. Numbers, dates and booleans have none: -3.5 stays -3.5. The
	// default is to write texts unchanged, as other readers expect.
	Safe bool
	// Compression packs each file; the default is none.
	Compression load.Compression
}

// Guard is the apostrophe, which marks the rest of a cell as text in spreadsheets.
//
//	=HYPERLINK("http://x")     '=HYPERLINK("http://x")
//	-                          '-
//	'tis                       ''tis
//
// The dataset's datapackage.json declares it in the dialect of such files, as
// formulaGuard.
const Guard = "'"

// A Loader writes CSV.
type Loader struct{ options Options }

var _ load.Loader = (*Loader)(nil)

// New returns a loader.
func New(o Options) *Loader { return &Loader{o} }

// Open implements [load.Loader].
func (l *Loader) Open(ctx context.Context, out load.Sink) (load.Writer, error) {
	return tablefile.Format{Name: "csv", Compression: l.options.Compression, Begin: l.begin}.Open(ctx, out)
}
