package column

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// column decides on the type and makes the column of it.
func (in *inference) column() Column {
	refused := in.refuseScale()
	unit := in.settleUnit()
	in.earlyYears()
	t := in.tally()
	c := Column{Type: in.choose(t), RefusedScale: refused, Texts: cleaned(in.source.Header), Values: in.values}
	if c.Type.numeric() {
		c.Texts, c.Unit = in.header.Texts, unit
		if in.store(&c); c.Storage == dataset.String {
			c.Type, c.Unit = String, ""
		}
	} else {
		c.Storage = c.Type.storage()
	}
	if c.Type == String {
		c.Companions = in.companions()
		in.finishStrings(&c, t)
	} else {
		in.finish(&c)
	}
	if links, ok := in.linkCompanion(); ok {
		c.Companions = append(c.Companions, links)
	}
	if in.openMark && c.Type == Number {
		c.OpenMark = in.openMarks()
	}
	if c.Type.numeric() {
		c.ZeroWords = in.zeroWords
	}
	if c.Bracketed = in.plainBrackets; !c.Type.numeric() || c.Type == Ordinal || in.header.bracketed || in.header.counts || in.header.ranks {
		c.Bracketed = nil
	}
	c.findUnseparated(in.source.Cells, t)
	return c
}

// finish turns what the texts may be into values of the column's type.
func (in *inference) finish(c *Column) {
	for i := range c.Values {
		v := &c.Values[i]
		v.Type = c.Type
		if v.Null = v.is(nothing | remark); v.Null {
			c.Nulls++
			continue
		}
		c.Count++
		if v.Inexact && (c.Type.numeric() || c.Type.dated()) {
			c.Inexact = append(c.Inexact, i)
		}
		if v.ShortYear {
			c.ShortYears = append(c.ShortYears, i)
		}
		if v.Completed {
			c.Completed = append(c.Completed, i)
		}
		if v.fits.has(Year) && c.Type.dated() {
			v.fillYear()
		}
		v.Unit = c.Unit
		v.seconds()
	}
}

// finishStrings leaves each value what it is alone, and notes those that are in
// the way of a type.
func (in *inference) finishStrings(c *Column, t *tally) {
	c.Near = in.near(t)
	codes := t.hints&padded != 0
	for i := range c.Values {
		v := &c.Values[i]
		if v.is(nameLike) {
			c.NameLike = append(c.NameLike, i)
		}
		if v.is(unordered) {
			c.Unordered = append(c.Unordered, i)
		}
		if v.ShortYear {
			c.ShortYears = append(c.ShortYears, i)
		}
		if c.Near != String && !v.is(nothing|remark) && (!v.fits.has(c.Near) || v.is(misfit|aside)) {
			c.Spoilers = append(c.Spoilers, i)
		}
		if v.Null = in.source.Cells[i].Text == ""; v.Null {
			c.Nulls++
		} else {
			c.Count++
		}
		if v.is(aside) {
			// The text says more than one value, and stays whole.
			v.fits = 0
			_, v.Mark = cutMarks(in.source.Cells[i].Text)
		}
		in.alone(v)
		if v.Type == Boolean || codes && v.is(plain) {
			v.Type = String
		}
	}
}

// alone is what a text is on its own.
func (in *inference) alone(v *Value) {
	v.Type = v.fits.best(in.header.years)
	if v.isYears() {
		v.Type = String
	}
	if v.Type == Year {
		v.fillYear()
	}
	if !v.Type.numeric() {
		v.Unit = ""
	}
	if !v.Type.dated() {
		v.EDTF = ""
	}
	v.seconds()
}

// seconds is the unit of the number of a duration.
func (v *Value) seconds() {
	if v.Type == Duration && !v.is(calendar) {
		v.Unit = "s"
	}
}

// fillYear gives a year its number and its days.
func (v *Value) fillYear() {
	if v.Dated {
		y, _, _ := date.Civil(v.Start)
		v.Number = number.NewDecimal(int64(y), 0)
		return
	}
	n, _ := v.Number.Int64()
	first, ok := date.Days(int(n), 1, 1)
	last, _ := date.Days(int(n), 12, 31)
	v.Start, v.End, v.Dated = first, last, ok
}

// openMarks lists the numbers of three decimals that may be thousands.
func (in *inference) openMarks() (list []int) {
	for i := range in.values {
		text := in.source.Cells[i].Text
		if in.values[i].fits.has(Number) && strings.IndexByte(text, '.') > 0 && number.DecimalMark(text) == number.EitherMark {
			list = append(list, i)
		}
	}
	return list
}
