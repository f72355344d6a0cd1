package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/number"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// pageOf takes a page of the plain dialect through the steps before this one.
func pageOf(t testing.TB, text string) *page.Page {
	t.Helper()
	doc, err := plain.New(plain.Options{}).Extract(t.Context(), &source.Source{Name: "test.txt", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	d := tidy.NewPage(doc)
	for _, s := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}} {
		if d, err = s.Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// findings runs the step on a page and writes its notes, one a line.
func findings(t *testing.T, text string) string {
	t.Helper()
	in := pageOf(t, strings.TrimSpace(text))
	before := len(in.Notes)
	out, err := Step{}.Apply(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range out.Notes[before:] {
		fmt.Fprintf(&b, "%d:%d %s %s %s %q -> %q\n", n.Line, n.Col, n.Severity, n.Code, n.Field, n.Observed, n.Expected)
	}
	return strings.TrimSpace(b.String())
}

const medals = `
| Nation | Gold | Silver | Bronze | Total |
| Ann | 13 | 12 | 5 | 30 |
| Bert | 11 | 14 | 16 | 41 |
| Cy | 7 | 9 | 22 | 38 |
| Di | 10 | 5 | 8 | 32 |
| Ed | 2 | 3 | 12 | 17 |
`

func TestFindings(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"a row that does not add up": {medals, `5:5 warning sum_mismatch total "32" -> "23"`},
		"a totals row that does not add up": {`
| Town | Houses | People |
| Ann | 120 | 431 |
| Bert | 95 | 308 |
| Cy | 210 | 777 |
| Total | 425 | 1526 |`, `5:3 warning sum_mismatch people "1526" -> "1516"`},
		"a single column, off by one digit": {`
| Town | People |
| Ann | 431 |
| Bert | 308 |
| Cy | 777 |
| Total | 1,526 |`, `5:2 warning sum_mismatch people "1526" -> "1516"`},
		"dates the other way round": {`
| Name | Begin | End |` + strings.Repeat("\n| x | 3 May 2001 | 4 May 2001 |", 9) + `
| y | 3 May 2002 | 4 May 2001 |`, `11:3 warning date_order end "2001-05-04" -> ">=2002-05-03"`},
		"years the other way round": {`
| Born | Died |
| 1801 | 1865 |
| 1802 | 1881 |
| 1799 | 1850 |
| 1823 | 1889 |
| 1830 | 1899 |
| 1812 | 1867 |
| 1822 | 1893 |
| 1809 | 1860 |
| 1843 | 1902 |
| 1851 | 1815 |`, `11:2 warning date_order died "1815" -> ">=1851"`},
		"the same row twice": {`
| Date | Home | Guest | Goals |
| 1 May | A | B | 2 |
| 2 May | A | C | 1 |
| 3 May | B | C | 4 |
| 1 May | A | B | 2 |`, `5:0 info duplicate_row  "" -> ""`},

		"all adds up": {`
| Town | Houses | People |
| Ann | 120 | 431 |
| Bert | 95 | 308 |
| Total | 215 | 739 |`, ""},
		"a total of more rows than are listed": {`
| Town | People |
| Ann | 431 |
| Bert | 308 |
| Cy | 777 |
| Total | 21,900 |`, ""},
		"an average in the totals row": {`
| Player | Games | Points | Average |
| Ann | 80 | 1600 | 20.0 |
| Bert | 82 | 1230 | 15.0 |
| Total | 162 | 2830 | 17.5 |`, ""},
		"no column is a sum of others": {`
| Team | Won | Drawn | Lost | Points |
| Ann | 10 | 4 | 2 | 34 |
| Bert | 8 | 4 | 4 | 28 |
| Cy | 5 | 5 | 6 | 20 |
| Di | 1 | 3 | 12 | 6 |`, ""},
		"dates without an order": {`
| Name | First | Other |
| a | 3 May 2001 | 4 May 2001 |
| b | 3 May 2001 | 2 May 2001 |
| c | 3 May 2001 | 4 May 2001 |
| d | 3 May 2001 | 2 May 2001 |`, ""},
		"rows of two cells may repeat": {`
| Score | Goals |
| 1 | 2 |
| 2 | 3 |
| 1 | 2 |`, ""},
		"a table that repeats itself": {`
| A | B | C |
| x | y | 1 |
| x | y | 1 |
| x | y | 1 |`, ""},
		"the same row in another block": {`
| First round | Second round | | | | |
| Name | Club | Points | Name | Club | Points |
| Ann | A | 3 | Ann | A | 3 |
| Bert | B | 1 | Bert | B | 2 |`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, findings(t, c.page)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOneDigitApart(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"1526", "1516", true}, {"1526", "1256", true}, {"1526", "1526", false}, {"1526", "1625", false},
		{"1526", "152", false}, {"12", "13", false}, {"12.5", "13.5", true},
	} {
		if got := oneDigitApart(parse(t, c.a), parse(t, c.b)); got != c.want {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func parse(t *testing.T, s string) number.Decimal {
	t.Helper()
	d, ok := number.ParseDecimal(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return d
}

// FuzzStep checks any page: what it reports is never what it expects.
func FuzzStep(f *testing.F) {
	f.Add(medals)
	f.Add("| a | b |\n| 1 | 2 |\n| 3 | 4 |\n| Total | 4 |\n| x | 1e900 | \n")
	f.Fuzz(func(t *testing.T, page string) {
		in := pageOf(t, page)
		out, err := Step{}.Apply(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range out.Notes[len(in.Notes):] {
			if n.Observed != "" && n.Observed == n.Expected {
				t.Errorf("%s: %q is what is expected", n.Code, n.Observed)
			}
		}
	})
}
