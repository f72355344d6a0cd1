package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// profileOf is the profile of the only column of a CSV file, of which each value
// is a line.
func profileOf(t testing.TB, typ string, values ...string) *Column {
	t.Helper()
	return profileText(t, typ, strings.Join(values, "\n")+"\n")
}

func profileText(t testing.TB, typ, text string) *Column {
	t.Helper()
	dir := folder(t, map[string]string{"datapackage.json": `{"resources": [` + resource("a.csv", "", "x:"+typ) + `]}`, "a.csv": "x\n" + text})
	return makeReport(t, dir, Options{}).Tables[0].Columns[0]
}

func facts(c *Column) string {
	var parts []string
	for _, f := range c.Facts {
		parts = append(parts, f.Name+" "+f.Value)
	}
	return strings.Join(parts, "; ")
}

func TestFacts(t *testing.T) {
	for _, tt := range []struct {
		name, typ string
		values    []string
		want      string
	}{
		{"integers", "integer", []string{"1", "2952", "", "3"}, "values 3; empty 1 (25 %); distinct 3, all of them; smallest 1; mean 985.3; largest 2,952"},
		{"one integer", "integer", []string{"7", "7"}, "values 2; distinct 1; value 7"},
		{"negative numbers", "number", []string{"-12345.5", "0.25"}, "values 2; distinct 2, all of them; smallest −12,345.5; mean −6,173; largest 0.25"},
		{"numbers that are one float", "number", []string{"9007199254740993", "9007199254740992"}, "values 2; distinct 2, all of them; smallest 9,007,199,254,740,992; mean 9,007,199,254,740,992; largest 9,007,199,254,740,993"},
		{"large and small", "number", []string{"1e300", "1", "-1e300"}, "values 3; distinct 3, all of them; smallest -1e+300; mean 0.3333; largest 1e+300"},
		{"no numbers", "number", []string{"NaN", "Infinity"}, "values 2; distinct 2, all of them"},
		{"dates", "date", []string{"2013-03-05", "-0043-03-15", "2013-03-16"}, "values 3; distinct 3, all of them; first -0043-03-15; last 2013-03-16"},
		{"years", "year", []string{"2013", "800"}, "values 2; distinct 2, all of them; first 800; last 2013"},
		{"no dates", "date", []string{"2013-13-01", "5 March"}, "values 2; distinct 2, all of them"},
		{"texts", "string", []string{"Rhine", "Elbe", "Rhine"}, "values 3; distinct 2; length 4 to 5"},
		{"characters", "string", []string{"北京", "北京"}, "values 2; distinct 1; length 2"},
		{"booleans", "boolean", []string{"true", "false", "true"}, "values 3; distinct 2"},
		{"nothing", "string", []string{"", ""}, "values 0; empty 2 (100 %)"},
		{"any type", "any", []string{"a", "b"}, "values 2; distinct 2, all of them; length 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := facts(profileOf(t, tt.typ, tt.values...)); got != tt.want {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestHistogram(t *testing.T) {
	for _, tt := range []struct {
		name, typ string
		values    []string
		want      string
	}{
		{"whole numbers", "integer", []string{"1", "1", "3"}, "1..3: 1 x2, 3 x1"},
		{"steps", "number", []string{"0", "0.1", "0.3", "1.6"}, "0..1.7: 0 to under 0.1 x1, 0.1 to under 0.2 x1, 0.3 to under 0.4 x1, 1.6 to under 1.7 x1"},
		{"thousands", "integer", []string{"0", "3000", "2999"}, "0..3,200: 0 to under 200 x1, 2,800 to under 3,000 x1, 3,000 to under 3,200 x1"},
		{"below zero", "number", []string{"-1", "1"}, "−1..1.2: −1 to under −0.8 x1, 1 to under 1.2 x1"},
		{"days", "date", []string{"2013-03-05", "2013-03-16", "2013-03-05"}, "2013-03-05..2013-03-16: 2013-03-05 x2, 2013-03-16 x1"},
		{"months", "date", []string{"2012-12-31", "2013-03-16"}, "2012-12..2013-03: 2012-12 x1, 2013-03 x1"},
		{"years of dates", "date", []string{"2000-01-01", "2015-12-31"}, "2000..2015: 2000 x1, 2015 x1"},
		{"years", "year", []string{"1500", "2020"}, "1500..2050: 1500 to under 1550 x1, 2000 to under 2050 x1"},
		{"one value", "integer", []string{"5", "5"}, "none"},
		{"texts", "string", []string{"1", "2"}, "none"},
		{"floats at their end", "number", []string{"1e308", "-1e308"}, "none"},
		{"steps too small", "number", []string{"1e17", "100000000000000016"}, "none"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h := profileOf(t, tt.typ, tt.values...).Histogram
			got := "none"
			if h != nil {
				var bars []string
				for _, b := range h.Bars {
					if b.Count > 0 {
						bars = append(bars, fmt.Sprintf("%s x%d", b.Span, b.Count))
					}
				}
				got = h.From + ".." + h.To + ": " + strings.Join(bars, ", ")
			}
			if got != tt.want {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestTop(t *testing.T) {
	long := strings.Repeat("x", 79) + "é and more"
	c := profileOf(t, "string", "b", "a", "b", long, long, `""`)
	var got []string
	for _, s := range c.Top {
		got = append(got, fmt.Sprintf("%s %v %d", s.Text.Text, s.Cut, s.Count))
	}
	want := []string{"b false 2", strings.Repeat("x", 79) + " true 2", "a false 1"}
	if diff := cmp.Diff(want, got[:3]); diff != "" || c.Partial {
		t.Errorf("partial %v, top (-want +got):\n%s", c.Partial, diff)
	}
	all := profileOf(t, "string", "a", "b", "c", "d", "e", "f")
	if len(all.Top) != 0 || len(all.Examples) != 3 || all.Examples[2].Text != "c" {
		t.Errorf("values that are all different: top %v, examples %v", all.Top, all.Examples)
	}
}

// Beyond the limit, values that came late are not counted, and the histogram takes
// a second reading.
func TestMoreThanCounted(t *testing.T) {
	var text strings.Builder
	for i := range maxDistinct + 10 {
		fmt.Fprintln(&text, i)
	}
	text.WriteString("3\n10009\n10009\n")
	numbers := profileText(t, "integer", text.String())
	var sum int64
	for _, b := range numbers.Histogram.Bars {
		sum += b.Count
	}
	if sum != maxDistinct+13 || !strings.Contains(facts(numbers), "distinct more than 10,000; smallest 0") {
		t.Errorf("%d values in the histogram, %s", sum, facts(numbers))
	}
	texts := profileText(t, "string", text.String())
	if !texts.Partial || texts.Top[0].Text.Text != "3" || texts.Top[0].Count != 2 {
		t.Errorf("partial %v, top %v", texts.Partial, texts.Top)
	}
}
