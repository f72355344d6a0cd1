package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/date"
)

// A doubt is a numeric date of a text that is left out of its quantities, because day
// and month could be either way round (03/04/2013) or its century is not known (25/6/99).
type doubt struct {
	source.Span
	orders date.Order
}

// doubtful notes the digits text[i:run] if they are such a date.
func (s *scanner) doubtful(i, run int) {
	digits := strings.TrimRight(s.text[i:run], "./-")
	year := len(digits) - 1 - strings.LastIndexAny(digits, "/-.")
	if strings.Count(digits, "/")+strings.Count(digits, "-")+strings.Count(digits, ".") != 2 || !s.closes(i+len(digits)) ||
		i > 0 && isJoint(s.text[i-1]) {
		return
	}
	// Two digits at the end are of a version as well, but for slashes.
	orders := date.Orders(digits)
	if orders == 0 || year == 2 && strings.Count(digits, "/") != 2 {
		return
	}
	s.doubts = append(s.doubts, doubt{source.Span{Start: i, End: i + len(digits)}, orders})
}

// doubts notes the dates of a text that were left out. A value of an infobox or a cell
// that is nothing else has a note of its own.
func (w *writer) doubts(p place, text string) {
	for _, d := range w.scanner.doubts {
		raw := text[d.Start:d.End]
		if (p.where == "infobox" || p.where == "cell") && raw == strings.TrimSpace(text) {
			continue
		}
		n := source.Note{Severity: source.Warning, Code: "ambiguous_date", Where: p.where, Line: int(p.line), Observed: raw,
			Message: "day and month could be either way round; not in quantities"}
		if !d.several() {
			n.Code, n.Message = "two_digit_year", "the century of the year is not known; not in quantities"
		}
		w.notes = append(w.notes, n)
	}
}

// several reports whether the date has more than one reading.
func (d *doubt) several() bool { return strings.Contains(d.orders.String(), "|") }
