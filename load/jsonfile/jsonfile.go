// Package jsonfile writes tables as JSON: data/<table>.json, an array with one
// record a line, its keys in the order of the fields.
//
//	[
//	{"page_id":"rivers","name":"Rhine","length":1233,"flow":26600000000000,"until":"2013-03-05"},
//	{"page_id":"rivers","name":"Main \"lower\"","length":null,"flow":0.1,"until":null}
//	]
//
// Integers, years and numbers are JSON numbers, dates ISO 8601 strings, nulls
// null. Decimals are JSON numbers too, with all digits of their scale: as text
// they are exact, and a reader that keeps only float64 (JavaScript, most
// defaults) rounds them, as it does integers beyond 2^53; a string would lose the
// type for everybody. JSON has no infinity and no NaN: both are null.
//
// Strings are UTF-8 and escaped only where JSON must be, and for U+2028 and
// U+2029, which end a line of JavaScript; <, > and & stay as they are.
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
