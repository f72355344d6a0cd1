package prose

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/date"
)

// corpus opens a gzipped file of the corpus, line by line, or skips the test.
func corpus(t testing.TB, name string) *bufio.Scanner {
	t.Helper()
	root := os.Getenv("TIDYWIKI_CORPUS")
	if root == "" {
		t.Skip("TIDYWIKI_CORPUS is not set")
	}
	f, err := os.Open(filepath.Join(root, name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	return lines
}

// A recognizerCase is a sentence of the corpus and what it should yield.
type recognizerCase struct {
	ID, Lang, Family, Model, Text string
	Expected                      []expectation
}

type expectation struct {
	Text       string
	Start, End int
	Type       string
	Value      string
	Unit, ISO  string
	EDTF       string
}

// floors are the shares of cases that must pass, in percent, for each family:
// of all cases, and of those whose reference is not disputed in
// testdata/disputed.txt. They only rise.
var floors = map[string][2]float64{
	"en numbers":           {95.9, 95.9},
	"en units":             {96.6, 99.1},
	"en dates":             {92.4, 96.0},
	"zh numbers and units": {97.8, 100},
	"zh dates":             {100, 100},
}

// TestRecognizers measures the scanner against sentences of another project. A
// case passes when each expected item has a quantity whose span overlaps it with
// an equal value and unit, and no overlapping quantity has another value.
func TestRecognizers(t *testing.T) {
	lines := corpus(t, "recognizers/cases.jsonl.gz")
	// The cases whose reference is wrong by the rules of this project, with the reason.
	disputed, units := readPairs(t, "testdata/disputed.txt"), readUnits(t)
	all, passed, fair, fairPassed := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for lines.Scan() {
		var c recognizerCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		family := familyOf(&c)
		all[family]++
		miss := judge(&c, units)
		if miss == "" {
			passed[family]++
		}
		if _, ok := disputed[c.ID]; ok {
			if miss == "" {
				t.Errorf("%s is disputed, but passes", c.ID)
			}
			delete(disputed, c.ID)
			continue
		}
		fair[family]++
		if miss == "" {
			fairPassed[family]++
		} else {
			t.Logf("%s: %s\n\t%s", c.ID, c.Text, miss)
		}
	}
	for id := range disputed {
		t.Errorf("testdata/disputed.txt: no case %s", id)
	}
	for _, family := range [...]string{"en numbers", "en units", "en dates", "zh numbers and units", "zh dates"} {
		of := percent(passed[family], all[family])
		ofFair := percent(fairPassed[family], fair[family])
		t.Logf("%s: %d of %d (%.1f %%); undisputed %d of %d (%.1f %%)",
			family, passed[family], all[family], of, fairPassed[family], fair[family], ofFair)
		if f, ok := floors[family]; !ok || of < f[0] || ofFair < f[1] {
			t.Errorf("%s: below the floor of %v", family, f)
		}
	}
}

func percent(n, of int) float64 { return math.Round(float64(n)/float64(of)*1000) / 10 }

func familyOf(c *recognizerCase) string {
	switch {
	case c.Family == "DateTime":
		return c.Lang + " dates"
	case c.Lang == "zh":
		return "zh numbers and units"
	case c.Family == "Number":
		return "en numbers"
	}
	return "en units"
}

// readPairs reads a file of lines "name: text".
func readPairs(t *testing.T, path string) map[string]string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, text, ok := strings.Cut(line, ": ")
		if !ok || text == "" {
			t.Fatalf("%s: %q says nothing", path, line)
		}
		m[name] = text
	}
	return m
}

// judge returns what is wrong with the quantities of a case, or "".
func judge(c *recognizerCase, units unitNames) string {
	qs := scanText(c.Text, pageContext{Language: c.Lang})
	var wrong []string
	for _, e := range c.Expected {
		overlaps := 0
		for i := range qs {
			q := &qs[i]
			if q.First >= e.End || q.Last <= e.Start {
				continue
			}
			overlaps++
			if !e.matches(q, units) {
				wrong = append(wrong, fmt.Sprintf("want %q = %s %s %s, got %s", e.Text, e.Value, e.Unit, e.EDTF, show(c.Text, q)))
			}
		}
		if overlaps == 0 {
			wrong = append(wrong, fmt.Sprintf("want %q = %s %s %s, got nothing", e.Text, e.Value, e.Unit, e.EDTF))
		}
	}
	return strings.Join(wrong, "\n\t")
}

// show writes a quantity for people.
func show(text string, q *quantity) string {
	raw := text[q.Span.Start:q.Span.End]
	v := &q.Number
	switch {
	case isDated(q):
		return fmt.Sprintf("%s %q %s", q.Kind, raw, q.Date.EDTF)
	case v.Range:
		return fmt.Sprintf("%s %q %s..%s %s", q.Kind, raw, v.Lower, v.Upper, v.Unit)
	}
	return fmt.Sprintf("%s %q %s%s %s", q.Kind, raw, v.Comparator, v.Value, v.Unit)
}

// matches reports whether q is the quantity expected.
func (e *expectation) matches(q *quantity, units unitNames) bool {
	switch e.Type {
	case "date", "daterange":
		return isDated(q) && sameDays(q.Date, e.EDTF)
	case "numberrange":
		return e.sameBounds(q)
	}
	if q.Kind == kindDate || !q.HasValue() {
		return false
	}
	value := q.Number.Value.Float64()
	if q.Kind == kindYear {
		value = float64(yearOf(q.Date.Start))
	}
	want, err := strconv.ParseFloat(strings.TrimSuffix(e.Value, "%"), 64)
	if err != nil {
		return false
	}
	if strings.HasSuffix(e.Value, "%") {
		value = inPercent(q, value)
	}
	return near(value, want) && (e.Unit == "" || units.same(e.Unit, e.ISO, q.Number.Unit))
}

// near allows for the 15 digits of the corpus.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-14*math.Abs(b) }

func inPercent(q *quantity, v float64) float64 {
	switch {
	case q.Number.Unit == "‰":
		return v / 10
	case q.Number.Unit == "‱":
		return v / 100
	case q.Kind != kindPercent && q.Kind != kindPoints:
		return v * 100
	}
	return v
}

// sameDays compares dates by EDTF or else by the days they cover.
func sameDays(v date.Value, edtf string) bool {
	if v.EDTF == edtf {
		return true
	}
	from, to, ok := strings.Cut(edtf, "/")
	if !ok {
		to = from
	}
	a, okA := date.Parse(from, nil)
	b, okB := date.Parse(to, nil)
	return okA && okB && v.Known && a.Known && b.Known && v.Start == a.Start && v.End == b.End
}

// sameBounds compares a range written as [20,100). Whether its ends belong to it
// is the reference's own convention.
func (e *expectation) sameBounds(q *quantity) bool {
	lower, upper, _ := strings.Cut(strings.Trim(e.Value, "[]()"), ",")
	v := q.Number
	if lower == upper {
		want, _ := strconv.ParseFloat(lower, 64)
		return q.HasValue() && v.Value.Float64() == want
	}
	return sameBound(lower, v.HasLower, v.Lower.Float64()) && sameBound(upper, v.HasUpper, v.Upper.Float64())
}

func sameBound(want string, has bool, got float64) bool {
	if want == "" || !has {
		return (want == "") == !has
	}
	w, _ := strconv.ParseFloat(want, 64)
	return near(got, w)
}

// unitNames are the lines of testdata/units.txt.
type unitNames map[string][]string

func readUnits(t *testing.T) unitNames {
	m := unitNames{}
	for name, units := range readPairs(t, "testdata/units.txt") {
		m[name] = strings.Split(units, ", ")
	}
	return m
}

// same compares a unit's name in the corpus with ours.
func (m unitNames) same(name, iso, unit string) bool {
	return iso != "" && iso == unit || slices.Contains(m[name], unit)
}
