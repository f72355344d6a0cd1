package number

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpus opens a file of the folder that TIDYWIKI_CORPUS names.
func corpus(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set")
	}
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return bufio.NewScanner(f)
}

// TestProbes reads strings as wikis have them.
func TestProbes(t *testing.T) {
	lines := corpus(t, "recognizers/etl_probe.jsonl")
	all, passed := 0, 0
	for lines.Scan() {
		var c struct{ Kind, Text, Expected string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if c.Kind != "number" {
			continue
		}
		all++
		if got := probe(c.Text, c.Expected); got == c.Expected {
			passed++
		} else {
			t.Errorf("%q is %s, want %s", c.Text, got, c.Expected)
		}
	}
	t.Logf("%d of %d", passed, all)
	if all < 55 {
		t.Errorf("%d cases", all)
	}
}

// probe writes what a text is read as in the form of the expectations.
func probe(text, expected string) string {
	hint := &Hint{Roman: expected == "29"}
	v, ok := Parse(text, hint)
	if !ok {
		// What does not fill the text must begin it.
		v, _, ok = Scan(text, 0, hint)
	}
	switch {
	case !ok && DecimalMark(text) == CommaMark:
		return "ambiguous"
	case !ok:
		return text
	case v.Rule == "tolerance":
		return "±" + v.Uncertainty.String()
	case v.Range:
		return v.Lower.String() + ".." + v.Upper.String()
	case v.Comparator == ">":
		return "(" + v.Lower.String() + ",)"
	case v.Comparator == ">=":
		return "[" + v.Lower.String() + ",)"
	case v.Ambiguous:
		return v.Value.String() + "?"
	case v.Unit == "‰":
		return v.Value.Mul(NewDecimal(1, -1)).String() + "%"
	case v.Unit == "%":
		return v.Value.String() + "%"
	case v.Rule == "compound-unit":
		return v.Value.String() + strings.TrimSuffix(v.Unit[1:], "_i]")
	}
	return v.Value.String()
}
