package csvfile

import (
	"strings"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/load/internal/tablefile"
	"github.com/tidywiki/tidywiki/load/internal/text"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// An encoder writes the rows of one table.
type encoder struct {
	out     *tablefile.Output
	cols    []text.Column
	options Options
}

func (l *Loader) begin(out *tablefile.Output, s *dataset.Schema) (tablefile.Encoder, error) {
	if l.options.BOM {
		out.Buf = append(out.Buf, "\uFEFF"...)
	}
	for i, f := range s.Fields {
		if i > 0 {
			out.Buf = append(out.Buf, ',')
		}
		out.Buf = l.options.appendText(out.Buf, f.Name)
	}
	out.Buf = append(out.Buf, '\n')
	return &encoder{out, text.Columns(s), l.options}, nil
}

// Write implements [tablefile.Encoder].
func (e *encoder) Write(rec arrow.Record) error {
	for i := range e.cols {
		e.cols[i].Bind(rec.Column(i))
	}
	for row := range int(rec.NumRows()) {
		e.out.Buf = e.appendRow(e.out.Buf, row)
		if err := e.out.Spill(); err != nil {
			return err
		}
	}
	return nil
}

// Close implements [tablefile.Encoder].
func (e *encoder) Close() error { return nil }

func (e *encoder) appendRow(buf []byte, row int) []byte {
	for i := range e.cols {
		c := &e.cols[i]
		if i > 0 {
			buf = append(buf, ',')
		}
		switch {
		case c.Null(row):
			if len(e.cols) == 1 {
				buf = append(buf, `""`...)
			}
		case c.Type == dataset.String:
			buf = e.options.appendText(buf, c.Str(row))
		default:
			buf = c.Append(buf, row)
		}
	}
	return append(buf, '\n')
}

// appendText appends a text, guarded if need be.
func (o *Options) appendText(buf []byte, s string) []byte {
	if o.Safe && needsGuard(s) {
		s = Guard + s
	}
	return appendString(buf, s)
}

// needsGuard says whether a text begins as a formula does in some spreadsheet, or
// with the guard itself. White space before the formula, which may be trimmed, and
// the full-width forms of the signs count.
func needsGuard(s string) bool {
	if s != "" && s[0] == Guard[0] {
		return true
	}
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	if s == "" {
		return false
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n':
		return true
	}
	for _, sign := range [...]string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}

func appendString(buf []byte, s string) []byte {
	if !mustQuote(s) {
		return append(buf, s...)
	}
	buf = append(buf, '"')
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			buf = append(buf, s...)
			return append(buf, '"')
		}
		buf = append(buf, s[:i+1]...)
		buf = append(buf, '"')
		s = s[i+1:]
	}
}

// mustQuote says whether a string needs quotes: for what RFC 4180 names, for
// being empty and not null, and for white space at an end, which some readers
// trim.
func mustQuote(s string) bool {
	if s == "" || s[0] <= ' ' || s[len(s)-1] <= ' ' {
		return true
	}
	for i := 0; i < len(s); i++ {
		if special[s[i]] {
			return true
		}
	}
	return false
}

var special = [256]bool{'"': true, ',': true, '\n': true, '\r': true}
