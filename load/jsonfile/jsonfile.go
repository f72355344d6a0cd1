// Package jsonfile writes tables as JSON: data/<table>.json, an array with one
// record per line, and keys in the order of the fields.
//
//	[
//	{"page_id":"rivers","name":"Rhine","length":1233,"flow":26600000000000,"until":"2013-03-05"},
//	{"page_id":"rivers","name":"Main \"lower\"","length":null,"flow":0.1,"until":null}
//	]
//
// Integers, years and numbers are JSON numbers, dates ISO 8601 strings, nulls
// null. Decimals are JSON numbers as well, with all digits of their scale. A reader
// that holds numbers as float64 (JavaScript, most defaults) rounds them, as it does
// integers beyond 2^53; as strings they would lose their type for all readers.
// Infinity and NaN do not exist in JSON: they are written as null.
//
// Strings are UTF-8. Escaped are only the characters that JSON demands, and U+2028
// and U+2029, which end a line of JavaScript; <, > and & stay as they are.
package jsonfile

import (
	"context"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/tablefile"
)

// Options are the settings of a [Loader].
type Options struct {
	// Compression packs each file, which is then data/<table>.json.gz or .json.zst;
	// the default is none.
	Compression load.Compression
}

// A Loader writes JSON.
type Loader struct{ options Options }

var _ load.Loader = (*Loader)(nil)

// New returns a loader.
func New(o Options) *Loader { return &Loader{o} }

// Open implements [load.Loader].
func (l *Loader) Open(ctx context.Context, out load.Sink) (load.Writer, error) {
	return tablefile.Format{Name: "json", Compression: l.options.Compression, Begin: begin}.Open(ctx, out)
}
