package check

import (
	"fmt"
	"strconv"

	"github.com/apache/arrow/go/v15/arrow"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/date"
)

// orderOfDates finds neighbouring columns of dates, or of years, of which one is
// earlier in nearly all rows, such as the begin and the end of something, and
// reports the rows in which it is later.
func orderOfDates(t *table) []source.Note {
	var notes []source.Note
	last := -1
	for f := range t.wide.Schema.Fields {
		field := &t.wide.Schema.Fields[f]
		if t.wide.Origin.Fields[f] < 0 || field.Type != dataset.Date && field.Type != dataset.Year {
			continue
		}
		if last >= 0 && t.wide.Schema.Fields[last].Type == field.Type {
			notes = append(notes, t.outOfOrder(last, f)...)
			notes = append(notes, t.outOfOrder(f, last)...)
		}
		last = f
	}
	return notes
}

// outOfOrder reports the rows in which early is after late, if at least nine rows
// for each of them have it the other way.
func (t *table) outOfOrder(early, late int) []source.Note {
	before := 0
	var after []int
	for row, isTotal := range t.total {
		if t.wide.ColumnAt(early).Null(row) || t.wide.ColumnAt(late).Null(row) || isTotal {
			continue
		}
		switch a, b := t.day(row, early), t.day(row, late); {
		case a < b:
			before++
		case a > b:
			after = append(after, row)
		}
	}
	if before < 9*len(after) {
		return nil
	}
	var notes []source.Note
	for _, row := range after {
		n := t.note(source.Warning, "date_order", row, late)
		n.Observed, n.Expected = t.dayText(row, late), ">="+t.dayText(row, early)
		n.Message = fmt.Sprintf("%s is before %s, unlike in %d other rows",
			n.Field, t.wide.Schema.Fields[early].Name, before)
		notes = append(notes, n)
	}
	return notes
}

// day is a date or year as a number to compare.
func (t *table) day(row, field int) int64 {
	if v, ok := t.wide.ColumnAt(field).Value(row).(arrow.Date32); ok {
		return int64(v)
	}
	return t.wide.ColumnAt(field).Int(row)
}

func (t *table) dayText(row, field int) string {
	if t.wide.Schema.Fields[field].Type == dataset.Year {
		return strconv.FormatInt(t.day(row, field), 10)
	}
	return date.Format(int32(t.day(row, field)))
}
