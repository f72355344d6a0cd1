// Package csvfile writes tables as CSV (RFC 4180): data/<table>.csv, in UTF-8,
// with the names of the fields in the first line and LF at the end of each.
//
//	page_id,name,length,source,until        fields
//	rivers,"Rhine, lower",1233,,2013-03-05  a comma is quoted; source is null
//	rivers,Main,525.5,"",                   source is "", until is null
//
// A null is an empty field, an empty string a quoted one, so that readers that
// care can tell them apart. Only a table with a single field cannot have that: its
// null is quoted too, for many readers skip an empty line. Quotes are doubled,
// line ends inside a value stay as they are. Numbers are the shortest that read
// back the same (26600000000000, never 2.66e+13), decimals have all digits of
// their scale, dates are ISO 8601. With a compression the file is
// data/<table>.csv.gz or .csv.zst, which DuckDB, pandas, polars and R read as they are.
package csvfile

import (
	"context"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
)

// Options are the settings of a [Loader].
type Options struct {
	// BOM begins each file with a byte order mark, which Excel needs to read it as
	// UTF-8. The default is none: most other readers take it for a part of the
	// first field's name.
	BOM bool
	// Safe writes [Guard] before texts that a spreadsheet could take for a formula,
	// and before those that begin with it, so that taking one off where there is one
	// gives the text again. Numbers, dates and truth values need none: a column of
	// numbers has -3.5 as it is. The default is the text as it is, which other
	// readers want.
	Safe bool
	// Compression packs each file; the default is none.
	Compression load.Compression
}

// Guard is the apostrophe, which spreadsheets take for "what follows is text".
//
//	=HYPERLINK("http://x")     '=HYPERLINK("http://x")
//	-                          '-
//	'tis                       ''tis
//
// The dataset's datapackage.json says of such files that their dialect has it
// (formulaGuard).
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
