package validate

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/tidywiki/tidywiki/load/read"
)

// dayZero is the number of 1970-01-01 in Excel's calendar.
const dayZero = 25_569

// fromExcel returns the cell as other formats have it: a date is a number in Excel.
func fromExcel(f *field, c read.Cell) read.Cell {
	if !f.day || c.Kind != read.Bare {
		return c
	}
	day, err := strconv.ParseInt(c.Text, 10, 32)
	if err != nil {
		return c
	}
	return read.Cell{Kind: read.Text, Text: time.Unix((day-dayZero)*86400, 0).UTC().Format(time.DateOnly)}
}

// maxUnits is how many UTF-16 units a cell holds in Excel.
const maxUnits = 32_767

// inExcel returns a text as a cell of Excel can hold it.
func inExcel(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, text)
	units := 0
	for i, r := range text {
		if units += utf16.RuneLen(r); units > maxUnits {
			return text[:i]
		}
	}
	return text
}
