package date

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/number"
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
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	return bufio.NewScanner(r)
}

// TestProbes reads strings as wikis have them.
func TestProbes(t *testing.T) {
	lines := corpus(t, "recognizers/etl_probe.jsonl")
	all, passed := 0, 0
	for lines.Scan() {
		var c struct{ Kind, Text, EDTF string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if c.Kind != "date" {
			continue
		}
		all++
		v, ok := Parse(c.Text, nil)
		if !ok && Orders(c.Text) == DMY|MDY {
			v.EDTF = "AMBIG"
		}
		if v.EDTF == c.EDTF {
			passed++
		} else {
			t.Errorf("%q is %q, want %q", c.Text, v.EDTF, c.EDTF)
		}
	}
	t.Logf("%d of %d", passed, all)
	if all < 30 {
		t.Errorf("%d cases", all)
	}
}

// A goldCell is a cell of a table and the value that people agreed on.
type goldCell struct{ Kind, Raw, Value, Shape string }

// TestGoldCells compares every cell of the checked tables with its value, for
// numbers and dates together, because each tells a part of the cells to be the
// other's.
func TestGoldCells(t *testing.T) {
	lines := corpus(t, "wtq/gold_cells.jsonl.gz")
	all, readings, misses := 0, map[string][]string{}, map[string][]string{}
	for lines.Scan() {
		var c goldCell
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		all++
		how, ok := c.read()
		if ok {
			readings[how] = append(readings[how], c.Raw)
		} else {
			misses[how] = append(misses[how], c.Raw+" = "+c.Value)
		}
	}
	for _, how := range sortedKeys(readings) {
		t.Logf("%6d equal, %s: %q", len(readings[how]), how, readings[how][0])
	}
	missing := 0
	for _, why := range sortedKeys(misses) {
		missing += len(misses[why])
		t.Logf("%6d differ, %s: %q", len(misses[why]), why, misses[why][:min(3, len(misses[why]))])
	}
	t.Logf("%d of %d", all-missing, all)
	if len(misses["unexplained"]) > 0 || missing*1000 > all {
		t.Errorf("%d of %d cells differ, unexplained %q", missing, all, misses["unexplained"])
	}
}

// read says how the cell is read, or why it is not as the corpus has it.
func (c *goldCell) read() (how string, ok bool) {
	if c.Kind == "date" {
		v, _ := Parse(c.Raw, nil)
		if want := goldDate(c.Value); v.EDTF == want {
			return "dates", true
		}
		return "unexplained", false
	}
	want, _ := number.ParseDecimal(c.Value)
	v, ok := number.Parse(c.Raw, &number.Hint{Nouns: true})
	if ok {
		return "numbers", v.Value.Cmp(want) == 0
	}
	if v, ok = number.Parse(c.Raw, &number.Hint{Padded: true}); ok {
		return "numbers, identifiers if not for Hint.Padded", v.Value.Cmp(want) == 0
	}
	if d, ok := Parse(c.Raw, nil); ok && d.Precision == Decade {
		year, _, _ := Civil(d.Start)
		return "decades, which are dates", number.NewDecimal(int64(year), 0).Cmp(want) == 0
	}
	last := c.Raw[len(c.Raw)-1]
	switch {
	case c.Shape == "hash" && len(c.Raw) == len("#000000"):
		return "a colour", false
	case c.Shape == "unit" && 'A' <= last && last <= 'Z':
		return "a number with a capital, which may name a class", false
	case c.Shape == "unit" && !strings.Contains(c.Raw, " "):
		return "a word that has lost the space before it", false
	}
	return "unexplained", false
}

// goldDate writes xxxx-02-xx as EDTF.
func goldDate(value string) string {
	value = strings.TrimSuffix(strings.TrimSuffix(value, "-xx"), "-xx")
	return strings.Replace(value, "xxxx", "XXXX", 1)
}

func sortedKeys(m map[string][]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
