package report

import (
	"fmt"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

// A Column is the profile of one.
type Column struct {
	Name, Title, Description string
	Type, Unit               string
	Key                      bool // part of the primary key
	Rows, Nulls              int64
	Facts                    []Fact
	// Histogram is that of numbers, dates and years; nil for other types, and where
	// there is only one value.
	Histogram *Histogram
	// Top are the most frequent values of other columns, Examples the first ones of
	// a column whose values are all different.
	Top      []Share
	Examples []Text
	// Partial is true if Top is of the values that were counted, not of all.
	Partial bool

	counter           *counter
	axis              axis // nil for types that have no order worth drawing
	bins              *bins
	shortest, longest int
}

// A Fact is something that is known of a column or a dataset.
type Fact struct{ Name, Value string }

// A Text is a value, or the beginning of one.
type Text struct {
	Text string
	Cut  bool
}

// A Share is a value and how much of a column it is.
type Share struct {
	Text
	Count   int64
	Percent float64
}

func newColumn(c read.Column, about datapackage.Field, key bool, limit int) *Column {
	return &Column{Name: c.Name, Title: about.Title, Description: about.Description, Type: c.Type, Unit: c.Unit, Key: key,
		counter: newCounter(limit), axis: axisOf(c.Type)}
}

// add takes some rows.
func (c *Column) add(v *read.Values, n int) {
	c.Rows += int64(n)
	for row := range n {
		value, ok := v.Get(row)
		if !ok {
			c.Nulls++
			continue
		}
		c.counter.add(value)
		if c.axis != nil {
			c.axis.see(value)
		} else {
			c.measure(value)
		}
	}
}

// measure takes down the length of a text, in characters.
func (c *Column) measure(value []byte) {
	n := utf8.RuneCount(value)
	if c.Rows-c.Nulls == 0 || len(c.counter.counts) == 1 && c.counter.counts[0].count == 1 {
		c.shortest, c.longest = n, n
	}
	c.shortest, c.longest = min(c.shortest, n), max(c.longest, n)
}

// prepare decides on the bins of the histogram. It reports whether all rows have to be
// read again to fill them.
func (c *Column) prepare() bool {
	if c.axis == nil {
		return false
	}
	if c.bins = c.axis.bins(); c.bins == nil {
		return false
	}
	if c.counter.over {
		return true
	}
	for _, t := range c.counter.counts {
		c.put([]byte(t.text), t.count)
	}
	return false
}

// fill takes some rows once more.
func (c *Column) fill(v *read.Values, n int) {
	for row := range n {
		if value, ok := v.Get(row); ok {
			c.put(value, 1)
		}
	}
}

func (c *Column) put(value []byte, count int64) {
	if at, ok := c.axis.place(value); ok {
		c.bins.add(at, count)
	}
}

const (
	topValues   = 5
	fewExamples = 3
)

// finish describes what was found, and releases what it was found with.
func (c *Column) finish() {
	count := c.Rows - c.Nulls
	c.Facts = append(c.Facts, Fact{"values", grouped(count)})
	if c.Nulls > 0 {
		c.Facts = append(c.Facts, Fact{"empty", fmt.Sprintf("%s (%s)", grouped(c.Nulls), percent(c.Nulls, c.Rows))})
	}
	if count > 0 {
		c.Facts = append(c.Facts, Fact{"distinct", c.distinct()})
		c.show(count)
	}
	c.counter, c.axis, c.bins = nil, nil, nil
}

func (c *Column) distinct() string {
	n := grouped(int64(len(c.counter.counts)))
	switch {
	case c.counter.over:
		return "more than " + n
	case int64(len(c.counter.counts)) == c.Rows-c.Nulls && c.Rows-c.Nulls > 1:
		return n + ", all of them"
	}
	return n
}

// show chooses how the values are shown: on an axis, by frequency, or by examples.
func (c *Column) show(count int64) {
	if c.axis != nil {
		c.Facts = append(c.Facts, c.axis.facts()...)
		if c.bins != nil {
			c.Histogram = c.bins.histogram()
		}
		return
	}
	if c.Type != "boolean" {
		c.Facts = append(c.Facts, Fact{"length", span(grouped(int64(c.shortest)), grouped(int64(c.longest)))})
	}
	if !c.counter.over && int64(len(c.counter.counts)) == count && count > topValues {
		for _, t := range c.counter.counts[:fewExamples] {
			c.Examples = append(c.Examples, Text{t.text, t.cut})
		}
		return
	}
	c.Partial = c.counter.over
	for _, t := range c.counter.top(topValues) {
		c.Top = append(c.Top, Share{Text{t.text, t.cut}, t.count, share(t.count, count)})
	}
}

// FilledText is [Column.Filled] for people.
func (c *Column) FilledText() string { return percent(c.Rows-c.Nulls, c.Rows) }

// Filled is the percentage of rows with a value.
func (c *Column) Filled() float64 { return share(c.Rows-c.Nulls, c.Rows) }

// span writes two ends, or one if they are the same.
func span(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}
