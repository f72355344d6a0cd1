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
func (e *encoder) Write(rec arrow.Record) error { return e.out.WriteRows(e.cols, rec, e.appendRow) }

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

// appendText appends a text, with a guard if it needs one.
func (o *Options) appendText(buf []byte, s string) []byte {
	if o.Safe && needsGuard(s) {
		s = Guard + s
	}
	return appendString(buf, s)
}

// needsGuard reports whether a text begins with the guard, or as a formula does in
// some spreadsheet. Spaces before a formula do not matter, as they may be trimmed,
// and the full-width forms of its signs count.
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

// mustQuote reports whether a string needs quotes: because RFC 4180 demands them,
// because it is empty and not null, or because it begins or ends with white space,
// which some readers trim.
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
