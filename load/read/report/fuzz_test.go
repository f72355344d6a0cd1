package report

import (
	"math"
	"strings"
	"testing"
)

// Whatever a table holds, there is a page, and everything on it is in its place.
func FuzzReport(f *testing.F) {
	f.Add("x,70,30,true\ny,1e300,-5,false\n", "Roads")
	f.Add("2013-03-05,0.1,1e-320,\n-0043-01-01,9007199254740993,,x\n", "<b>")
	f.Fuzz(func(t *testing.T, rows, title string) {
		columns := []string{"name:string", "a:number", "b:integer", "check:boolean"}
		if strings.HasPrefix(rows, "2") {
			columns = []string{"name:date", "a:number", "b:number", "check:year"}
		}
		charts := ""
		for _, kind := range []string{"bar", "stacked-bar", "hemicycle", "rates"} {
			charts += `{"kind": "` + kind + `", "category": "name", "series": ["a", "b"], "check": "check"},`
		}
		dir := folder(t, map[string]string{
			"datapackage.json": `{"resources": [` + resource("t.csv", `"charts": [`+strings.TrimSuffix(charts, ",")+`],`, columns...) + `]}`,
			"t.csv":            "name,a,b,check\n" + rows,
		})
		r, err := Make(t.Context(), dir, Options{})
		if err != nil {
			return // no CSV
		}
		r.Title = title
		for _, c := range r.Charts {
			for _, e := range c.rows {
				for _, b := range e.Bars {
					if !(b.X >= -1e-9 && b.X+b.Width <= 100+1e-6) {
						t.Errorf("a bar from %g, %g wide", b.X, b.Width)
					}
				}
			}
		}
		for _, c := range r.Tables[0].Columns {
			checkHistogram(t, c)
		}
		checkPage(t, written(t, r))
	})
}

func checkHistogram(t *testing.T, c *Column) {
	t.Helper()
	if c.Histogram == nil {
		return
	}
	var sum int64
	for _, b := range c.Histogram.Bars {
		sum += b.Count
		if !(b.Height >= 0 && b.Height <= 100 && b.X >= 0 && b.X <= 100) {
			t.Errorf("a bar at %g, %g high", b.X, b.Height)
		}
	}
	if n := len(c.Histogram.Bars); sum > c.Rows-c.Nulls || n > 4*aimedBins {
		t.Errorf("%d bars for %d of %d values", n, sum, c.Rows-c.Nulls)
	}
}

// The only occurrence of a value is one.
func FuzzOccurrence(f *testing.F) {
	f.Add("2,239 | 76.03%", "76.03")
	f.Fuzz(func(t *testing.T, text, value string) {
		if i := occurrence(text, value); i >= 0 && !strings.HasPrefix(text[i:], value) {
			t.Errorf("%q is not at %d of %q", value, i, text)
		}
		for _, cut := range []string{ahead(text), before(text)} {
			if len(cut) > maxQuote+len("…") {
				t.Errorf("%d bytes are left", len(cut))
			}
		}
	})
}

// A step divides a width into as many parts as it should, and its multiples stand
// in order.
func FuzzSteps(f *testing.F) {
	f.Add(0.0, 3000.0, true)
	f.Add(-0.3, 0.7, false)
	f.Fuzz(func(t *testing.T, from, to float64, whole bool) {
		if whole {
			from, to = math.Floor(from), math.Floor(to)
		}
		if !(from < to) || math.IsInf(to-from, 0) || math.IsNaN(to-from) {
			return
		}
		b := newBins(from, to, whole, func(s step, k int64) string { return s.text(k) })
		if b == nil {
			return
		}
		if n := len(b.counts); n < 1 || n > 4*aimedBins {
			t.Errorf("%g..%g: %d bins of %v", from, to, n, b.step)
		}
		b.add(from, 1)
		b.add(to, 1)
		if b.counts[0] == 0 || b.counts[len(b.counts)-1] == 0 {
			t.Errorf("%g..%g: the ends are not in the first and last of %d bins of %v", from, to, len(b.counts), b.step)
		}
	})
}
