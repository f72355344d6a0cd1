package report

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// chartOf is the only chart of a table of rows, each "label,a,b,check".
func chartOf(t testing.TB, kind string, rows ...string) *Chart {
	t.Helper()
	chart := fmt.Sprintf(`"charts": [{"kind": %q, "category": "name", "series": ["a", "b"]`, kind)
	if kind == "rates" {
		chart += `, "check": "check"`
	}
	dir := folder(t, map[string]string{
		"datapackage.json": `{"resources": [` + resource("t.csv", chart+`}],`, "name:string", "a:number", "b:number", "check:boolean") + `]}`,
		"t.csv":            "name,a,b,check\n" + strings.Join(rows, "\n") + "\n",
	})
	charts := makeReport(t, dir, Options{}).Charts
	if len(charts) != 1 {
		t.Fatalf("%d charts", len(charts))
	}
	return charts[0]
}

func TestBars(t *testing.T) {
	stack := chartOf(t, "stacked-bar", "x,30,20,", "y,-5,50,", "z,,,")
	want := []Segment{{1, 0, 60, 0}, {2, 60, 40, 0}}
	if diff := cmp.Diff(want, stack.rows[0].Bars); diff != "" {
		t.Errorf("stack (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Segment{{2, 0, 100, 0}}, stack.rows[1].Bars); diff != "" {
		t.Errorf("what is negative has no place in a stack (-want +got):\n%s", diff)
	}
	if stack.Empty != 1 || stack.Shown != 2 || stack.rows[0].Total != "50" || stack.Scale.To != "50" {
		t.Errorf("%+v", stack)
	}
	bars := chartOf(t, "bar", "x,-40,40,")
	if diff := cmp.Diff([]Segment{{1, 0, 50, 0}, {2, 50, 50, 1}}, bars.rows[0].Bars); diff != "" {
		t.Errorf("bars (-want +got):\n%s", diff)
	}
}

func TestHemicycle(t *testing.T) {
	for _, tt := range []struct {
		row     string
		seats   string
		perSeat int64
	}{
		{"x,7,3,", "7 3", 1},
		{"x,1,0,", "1", 1},
		{"x,2952,4,", "148 1", 20},
		{"x,300,,", "300", 1},
		{"x,301,-4,", "151", 2},
		{"x,1e15,1,", "200 1", 5_000_000_000_000},
	} {
		c := chartOf(t, "hemicycle", tt.row)
		var counts []string
		for _, s := range c.rows[0].Seats {
			counts = append(counts, fmt.Sprint(strings.Count(s.Path, "M")))
		}
		if got := strings.Join(counts, " "); got != tt.seats || c.PerSeat != tt.perSeat {
			t.Errorf("%s: seats %s of %d, want %s of %d", tt.row, got, c.PerSeat, tt.seats, tt.perSeat)
		}
	}
}

// Seats are in the half circle, apart from one another, and series follow one
// another from the left to the right.
func TestSeats(t *testing.T) {
	for _, n := range []int{1, 2, 3, 10, 57, 150, 300} {
		seats, size := arrange([]int{n - n/3, n / 3}, []Key{{Number: 1}, {Number: 2}})
		var all [][2]float64
		for _, s := range seats {
			for p := range strings.SplitSeq(strings.TrimPrefix(strings.TrimSuffix(s.Path, "h0"), "M"), "h0M") {
				var x, y float64
				if _, err := fmt.Sscanf(p, "%g %g", &x, &y); err != nil {
					t.Fatal(err)
				}
				all = append(all, [2]float64{x, y})
				if x < 0 || x > 200 || y < 0 || y > 100 || size <= 0 {
					t.Errorf("%d seats: one at %g, %g of size %g", n, x, y, size)
				}
			}
		}
		if len(all) != n {
			t.Errorf("%d seats, not %d", len(all), n)
		}
		for i, a := range all {
			for _, b := range all[:i] {
				if d := math.Hypot(a[0]-b[0], a[1]-b[1]); d < size*0.8 {
					t.Fatalf("%d seats of size %g: two are %g apart", n, size, d)
				}
			}
		}
	}
}

func TestRates(t *testing.T) {
	c := chartOf(t, "rates", "x,95.0747,95.07,true", "y,78.6995,76.03,false", "z,50,,", "v,,60,", "w,70,70,")
	var got []string
	for _, e := range c.rows {
		got = append(got, e.Label+" "+e.Verdict()+" "+e.Plot.Difference)
	}
	want := []string{"x agrees +0.0047", "y differs +2.6695", "z not published ", "v not computed ", "w not checked 0"}
	if diff := cmp.Diff(want, got); diff != "" || c.Unequal != 1 || c.Scale.From != "50" || c.Scale.To != "100" {
		t.Errorf("%d differ, %s to %s, rows (-want +got):\n%s", c.Unequal, c.Scale.From, c.Scale.To, diff)
	}
	if p := c.rows[0].Plot; p.From() < 90 || p.Width() > 0.1 || c.rows[2].Plot.Width() != 0 {
		t.Errorf("plot %+v", p)
	}
}

// Rows that do not agree are shown even where there is no space for others.
func TestManyRates(t *testing.T) {
	var rows []string
	for i := range 100 {
		rows = append(rows, fmt.Sprintf("r%d,%d,%d,%v", i, i, i, i < 60))
	}
	c := chartOf(t, "rates", rows...)
	if c.Shown != 80 || c.Left != 20 || c.Unequal != 40 || c.rows[79].Check != "false" {
		t.Errorf("%d shown, %d left, %d unequal", c.Shown, c.Left, c.Unequal)
	}
}

func TestGroups(t *testing.T) {
	r := makeReport(t, assembly(t), Options{})
	var titles []string
	for _, c := range r.Charts {
		for _, g := range c.Groups {
			titles = append(titles, fmt.Sprintf("%s %s %d", c.Kind, g.Title, len(g.Rows)))
		}
	}
	want := []string{"stacked-bar First page 2", "stacked-bar Second page 1", "hemicycle First page 2", "hemicycle Second page 1",
		"bar First page 2", "bar Second page 1", "rates First page 2", "rates Second page 1"}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	// against is the second series of one chart and the first of another: it keeps
	// its colour.
	if r.Charts[0].Legend[1].Number != 2 || r.Charts[1].Legend[0].Number != 2 || r.Charts[0].Legend[1].Label != "Against" || r.Charts[1].Legend[0].Label != "against" {
		t.Errorf("legends %v, %v", r.Charts[0].Legend, r.Charts[1].Legend)
	}
}
