package rate

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// check takes a page of the plain dialect through the steps before this one and
// then through it.
func check(t testing.TB, text string) (in, out *page.Page) {
	t.Helper()
	doc, err := plain.New(plain.Options{}).Extract(t.Context(), &source.Source{Name: "test.txt", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	in = tidy.NewPage(doc)
	for _, s := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, tidy.Tables{}} {
		if in, err = s.Apply(t.Context(), in); err != nil {
			t.Fatal(err)
		}
	}
	out, err = Step{}.Apply(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	return in, out
}

// findings writes the notes that the step added, one a line.
func findings(in, out *page.Page) string {
	var b strings.Builder
	for _, n := range out.Notes[len(in.Notes):] {
		fmt.Fprintf(&b, "%d %d:%d %s %s %s %q -> %q: %s\n",
			n.Line, n.Row, n.Col, n.Severity, n.Code, n.Field, n.Observed, n.Expected, n.Message)
	}
	return b.String()
}

func TestSeed(t *testing.T) {
	page, err := os.ReadFile("../../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		t.Fatal(err)
	}
	in, out := check(t, string(page))
	want := `76 0:5 info rate_formula rate "" -> "for / (for + against + abstain)": rate is for / (for + against + abstain) in 6 of 7 rows
83 8:5 error rate_mismatch rate "76.03" -> "78.70": 2239/(2239+485+121)=78.6995%; the published value is 2.67 lower
83 8:0 warning rate_repairs for|against|abstain|rate "2239|485|121|76.03" -> "1922|585|221|78.70": each of these changes alone would mend the row, and none is made: for 2239 -> 1922, against 485 -> 585, abstain 121 -> 221, rate 76.03 -> 78.70
83 8:0 error total_outlier total "2845" -> "2943..2946": for + against + abstain is 2845, where rows like it have 2943..2946 (median 2944)
`
	if diff := cmp.Diff(want, findings(in, out)); diff != "" {
		t.Error(diff)
	}
	wide := out.Wide()[1]
	rate := wide.Schema.Fields[wide.Schema.Index("rate")]
	if rate.Description != "for / (for + against + abstain)" {
		t.Errorf("the column is described as %q", rate.Description)
	}
	if f, _ := wide.Record.Schema().Field(wide.Schema.Index("rate")).Metadata.GetValue("description"); f != rate.Description {
		t.Errorf("Arrow has the description %q", f)
	}
	if in.Wide()[1].Schema.Fields[wide.Schema.Index("rate")].Description != "" {
		t.Error("the step changed what it was given")
	}
}

func TestFindings(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"another denominator in some years": {`
| Year | Yes | No | Abstained | Approval |
| 1990 | 601 | 399 | 22 | 60.10% |
| 1991 | 553 | 446 | 41 | 55.36% |
| 1992 | 712 | 287 | 30 | 71.27% |
| 1993 | 805 | 190 | 25 | 80.90% |
| 1994 | 700 | 200 | 100 | 70.00% |
| 1995 | 610 | 300 | 80 | 61.62% |
`, `
1 rate_formula approval "" -> "yes / (yes + no)"
6 rate_other_formula approval "70.00" -> "77.78"
7 rate_other_formula approval "61.62" -> "67.03"
`},
		"a total that the percentage agrees with is a warning": {`
| Item | For | Against | Rate |
| a | 90 | 10 | 90.0 % |
| b | 80 | 20 | 80.0 % |
| c | 71 | 29 | 71.0 % |
| d | 66 | 34 | 66.0 % |
| e | 40 | 10 | 80.0 % |
`, `
1 rate_formula rate "" -> "for / (for + against)"
6 total_outlier total "50" -> "100"
`},
		"totals rows are left alone": {`
| Town | Men | Women | Men % |
| a | 4,211 | 4,300 | 49.48 |
| b | 3,902 | 3,800 | 50.66 |
| c | 5,127 | 5,400 | 48.70 |
| Total | 13,240 | 13,500 | 50.00 |
`, `
1 rate_formula men_percent "" -> "men / (men + women)"
`},
		"two columns, one total": {`
| Item | For | Against | For % | Against % |
| a | 90 | 10 | 90.0 | 10.0 |
| b | 80 | 20 | 80.0 | 20.0 |
| c | 71 | 29 | 71.0 | 29.0 |
| d | 66 | 34 | 66.0 | 34.0 |
| e | 44 | 50 | 46.8 | 53.2 |
`, `
1 rate_formula for_percent "" -> "for / (for + against)"
6 total_outlier total "94" -> "100"
1 rate_formula against_percent "" -> "against / (for + against)"
`},
		"nothing to explain": {`
| River | Length | Slope |
| Rhine | 1,233 | 1.9 |
| Elbe | 1,094 | 1.3 |
| Ems | 371 | 0.4 |
`, ""},
		"no numbers": {"| a | b |\n| c | d |\n| e | f |\n| g | h |\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			in, out := check(t, strings.TrimPrefix(c.page, "\n"))
			var b strings.Builder
			for _, n := range out.Notes[len(in.Notes):] {
				fmt.Fprintf(&b, "%d %s %s %q -> %q\n", n.Line, n.Code, n.Field, n.Observed, n.Expected)
			}
			if diff := cmp.Diff(strings.TrimPrefix(c.want, "\n"), b.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
