package tidy

import (
	"fmt"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/page"
)

// maxCell is how many UTF-16 units a cell of a worksheet holds.
const maxCell = 32767

// tooLong reports whether a text does not fit a cell of a worksheet.
func tooLong(text string) (units int, long bool) {
	if len(text) <= maxCell {
		return 0, false
	}
	for _, r := range text {
		if units++; r > 0xFFFF {
			units++
		}
	}
	return units, units > maxCell
}

// checkLength notes a text that does not fit a cell of a worksheet.
func checkLength(d *page.Page, where, text string, line int) {
	if n, ok := longText(text); ok {
		n.Where, n.Line = where, line
		d.Notes = append(d.Notes, n)
	}
}

func longText(text string) (n source.Note, ok bool) {
	units, long := tooLong(text)
	if !long {
		return n, false
	}
	return source.Note{
		Severity: source.Info, Code: "too_long",
		Observed: fmt.Sprintf("%d UTF-16 units", units), Expected: fmt.Sprintf("at most %d", maxCell),
		Message: "the text is longer than a worksheet's cell may be; all formats but the workbook have it whole",
	}, true
}

// likeFormula reports whether a spreadsheet would take a text for a formula.
func likeFormula(text string, v *column.Value) bool {
	if len(text) < 2 || v.Type != column.String || v.Null {
		return false
	}
	switch text[0] {
	case '=':
		return true
	case '@':
		// "@ Detroit" is a game away from home.
		return text[1] != ' '
	case '+', '-':
		// "+/-" and "- none" are left alone, "+A1" and "-(2)" are not.
		c := text[1]
		return c == '(' || c == '.' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	return false
}

// excerpt is the beginning of a text for a finding.
func excerpt(text string) string {
	const most = 100
	if len(text) <= most {
		return text
	}
	n := most
	for !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n] + "…"
}

func formulaNote(text string) source.Note {
	return source.Note{
		Code: "formula_like", Observed: excerpt(text),
		Message: "a spreadsheet may take the text for a formula; the workbook keeps it as text",
	}
}
