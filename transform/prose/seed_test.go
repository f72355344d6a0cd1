package prose

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const seedPage = "../../testdata/pages/first-session-12th-npc.txt"

// seedTexts are the texts of the seed page that hold quantities, with the place
// of their first character in its line.
func seedTexts(t testing.TB) (texts []string, lines, starts []int) {
	data, err := os.ReadFile(seedPage)
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		add := func(text string, start int) {
			texts, lines, starts = append(texts, text), append(lines, n+1), append(starts, start)
		}
		switch {
		case n >= 3 && n < 28 || line == "" || line == "Infobox":
		case line[0] == '=':
			title := strings.Trim(line, "= ")
			add(title, strings.Index(line, title))
		case line[0] == '-':
			add(line[2:], 2)
		case line[0] == '|':
			first, _, _ := strings.Cut(line[2:], " |")
			add(first, 2)
		default:
			add(line, 0)
		}
	}
	return texts, lines, starts
}

// gold reads a table of the seed's gold standard.
func gold(t *testing.T, name string) []map[string]string {
	t.Helper()
	root := os.Getenv("TIDYWIKI_CORPUS")
	if root == "" {
		t.Skip("TIDYWIKI_CORPUS is not set")
	}
	f, err := os.Open(filepath.Join(root, "seed/gold", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, name := range rows[0] {
			m[name] = row[i]
		}
		out = append(out, m)
	}
	return out
}

// goldKinds maps the kinds of the gold standard to ours.
var goldKinds = map[string]kind{"ordinal": kindOrdinal, "rank": kindOrdinal, "ordinal_roman": kindOrdinal, "month": kindDate, "date": kindDate,
	"year": kindYear, "duration": kindDuration, "count": kindCount, "money": kindMoney, "rate": kindPercent}

func TestSeedQuantities(t *testing.T) {
	want := gold(t, "quantities.csv")
	texts, lines, starts := seedTexts(t)
	n := 0
	for i, text := range texts {
		for _, q := range scanText(text, pageContext{Language: "en", Year: 2013}) {
			if n == len(want) {
				t.Fatalf("line %d: one quantity too many: %s", lines[i], show(text, &q))
			}
			compareGold(t, want[n], text, lines[i], starts[i], &q)
			n++
		}
	}
	if n != len(want) {
		t.Errorf("%d quantities, want %d", n, len(want))
	}
}

func compareGold(t *testing.T, want map[string]string, text string, line, start int, q *quantity) {
	t.Helper()
	got := map[string]string{"source_line": strconv.Itoa(line), "span_text": text[q.Span.Start:q.Span.End],
		"col_start": strconv.Itoa(start + q.First), "col_end": strconv.Itoa(start + q.Last)}
	if isDated(q) {
		got["iso_date"] = q.Date.EDTF
	} else {
		got["value"], got["unit"] = q.Number.Value.Round(0).String(), q.Number.Unit
		if q.Number.Value.Decimals() > 0 && !q.Number.Value.IsInteger() {
			got["value"] = q.Number.Value.String()
		}
		if q.Kind == kindPercent {
			got["unit"] = "percent/" + q.Number.Per
		}
	}
	for name, have := range got {
		if have != want[name] {
			t.Errorf("quantity %s: %s is %q, want %q (%s)", want["quantity_index"], name, have, want[name], show(text, q))
		}
	}
	if q.Kind != goldKinds[want["kind"]] {
		t.Errorf("quantity %s: kind %s, want %s", want["quantity_index"], q.Kind, want["kind"])
	}
	if (q.YearFrom == yearOfSentence) != strings.HasPrefix(want["note"], "year inferred") {
		t.Errorf("quantity %s: the year comes from %v", want["quantity_index"], q.YearFrom)
	}
}

func TestSeedChanges(t *testing.T) {
	want := gold(t, "changes.csv")
	texts, lines, _ := seedTexts(t)
	n := 0
	for i, text := range texts {
		for _, c := range findChanges(text, scanText(text, pageContext{Language: "en"})) {
			if n == len(want) {
				t.Fatalf("line %d: one change too many: %+v", lines[i], c)
			}
			w := want[n]
			if c.Subject != w["subject"] || strconv.Itoa(lines[i]) != w["source_line"] || c.Unit != "CNY" ||
				c.Growth.Round(2).String() != w["growth_pct"] {
				t.Errorf("change %d: got %+v, want %v", n+1, c, w)
			}
			for _, pair := range [][2]string{{c.From.String(), w["from_value"]}, {c.To.String(), w["to_value"]}, {c.Difference.String(), w["abs_change"]}} {
				if !strings.HasPrefix(pair[0], strings.ReplaceAll(pair[1], ".", "")) {
					t.Errorf("change %d: got %s, want %s trillion", n+1, pair[0], pair[1])
				}
			}
			n++
		}
	}
	if n != len(want) {
		t.Errorf("%d changes, want %d", n, len(want))
	}
}
