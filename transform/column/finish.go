package column

import (
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// column decides on the type and makes the column of it.
func (in *inference) column() Column {
	unit := in.settleUnit()
	t := in.tally()
	c := Column{Type: in.choose(t), Texts: cleaned(in.source.Header), Values: in.values}
	if c.Type == String {
		c.Near = in.near(t)
	}
	if c.Type.numeric() {
		c.Texts, c.Unit = in.header.Texts, unit
		if in.store(&c); c.Storage == dataset.String {
			c.Type, c.Unit = String, ""
		}
	} else {
		c.Storage = c.Type.storage()
	}
	for i := range c.Values {
		in.finish(&c, i)
	}
	c.findUnseparated(in.source.Cells, t)
	return c
}

// finish turns what a text may be into the value it is.
func (in *inference) finish(c *Column, i int) {
	v := &c.Values[i]
	if c.Type == String {
		in.spoil(c, i)
		in.alone(v)
		if v.Null = in.source.Cells[i].Text == ""; v.Null {
			c.Nulls++
		} else {
			c.Count++
		}
		return
	}
	v.Type = c.Type
	if v.Null = v.is(nothing | remark); v.Null {
		c.Nulls++
		return
	}
	c.Count++
	if v.Inexact {
		c.Inexact = append(c.Inexact, i)
	}
	if v.Completed {
		c.Completed = append(c.Completed, i)
	}
	if c.Type == Year || c.Type == EDTF && v.fits.has(Year) {
		v.fillYear()
	}
	if c.Type.numeric() {
		v.Unit = c.Unit
	}
}

// spoil notes why a cell of a column of strings stands in the way of a type.
func (in *inference) spoil(c *Column, i int) {
	v := &c.Values[i]
	if v.is(unordered) {
		c.Unordered = append(c.Unordered, i)
	}
	if c.Near != String && !v.is(nothing|remark) && (!v.fits.has(c.Near) || v.is(misfit)) {
		c.Spoilers = append(c.Spoilers, i)
	}
}

// alone is what a text is that stands for itself.
func (in *inference) alone(v *Value) {
	years := in.header.years
	switch v.Type = v.fits.best(years); {
	case v.is(ownWord), v.is(interval) && len(v.EDTF) == len("2012/2013"):
		*v = Value{Mark: v.Mark, hint: v.hint, Null: v.Null}
	case v.Type == Year:
		v.fillYear()
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
