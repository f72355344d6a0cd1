package diff

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Changes tell all: applied to the old tables they make the new ones. That holds
// for any edit of any page, in any format, and for windows and memory so small
// that rows have to wait in files.
func TestChangesMakeTheNewTables(t *testing.T) {
	formats := []string{"csv", "json", "parquet", "arrow"}
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		before := randomWiki(r)
		after := before.edit(r)
		old := save(t, formats[r.IntN(4)], "", before.tables()...)
		new := save(t, formats[r.IntN(4)], "", after.tables()...)
		all := []sizes{{}, {first: 4, last: 16, pending: 200}, {first: 1, last: 1, pending: 1 << 20}}
		for _, s := range all[seed%3 : seed%3+1] {
			name := fmt.Sprintf("seed %d, %+v", seed, s)
			if r := compare(t, old, old, Options{sizes: s}); !r.Same || r.Suggest.Level != "none" {
				t.Fatalf("%s: a dataset differs from itself: %q", name, lines(r))
			}
			changes := map[string][]*Change{}
			compare(t, old, new, Options{sizes: s, Each: func(table string, c *Change) error {
				changes[table] = append(changes[table], c)
				return nil
			}})
			for _, table := range after.tables() {
				was := slices.IndexFunc(before.tables(), func(o *dataset.Table) bool { return o.Name == table.Name })
				if was < 0 {
					continue
				}
				got := apply(t, before.tables()[was], changes[table.Name])
				want := texts(table)
				if len(table.Schema.PrimaryKey) > 0 {
					slices.Sort(got)
					slices.Sort(want)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("%s, %s: changes make other tables (-want +got):\n%s", name, table.Name, diff)
				}
			}
		}
	}
}

// apply makes the changes: rows that are not named stay, in their order, where the
// others leave space.
func apply(t *testing.T, table *dataset.Table, changes []*Change) []string {
	t.Helper()
	old := map[int64]map[string]*string{}
	for i := range table.NumRows() {
		old[int64(i+1)] = rowOf(table, i)
	}
	placed := map[int64]map[string]*string{}
	for _, c := range changes {
		r := map[string]*string{}
		if c.OldRow > 0 {
			if r = old[c.OldRow]; r == nil {
				t.Fatalf("%s: row %d changes twice", table.Name, c.OldRow)
			}
			delete(old, c.OldRow)
		}
		for _, cell := range c.Cells {
			if !sameText(r[cell.Column], cell.Old) {
				t.Fatalf("%s: row %d has another %s", table.Name, c.OldRow, cell.Column)
			}
			r[cell.Column] = cell.New
		}
		if c.NewRow > 0 {
			placed[c.NewRow] = r
		}
	}
	var out []string
	next := int64(1)
	for n := int64(1); len(old)+len(placed) > 0; n++ {
		r, found := placed[n]
		if delete(placed, n); !found {
			for next <= int64(table.NumRows()) && old[next] == nil {
				next++
			}
			r = old[next]
			delete(old, next)
		}
		if r == nil {
			t.Fatalf("%s: no row for place %d", table.Name, n)
		}
		out = append(out, show(table.Schema, r))
	}
	return out
}

func rowOf(t *dataset.Table, i int) map[string]*string {
	r := map[string]*string{}
	for f := range t.Schema.Fields {
		if v := t.ColumnAt(f).Value(i); v != nil {
			text := fmt.Sprint(v)
			r[t.Schema.Fields[f].Name] = &text
		}
	}
	return r
}

func texts(t *dataset.Table) []string {
	var all []string
	for i := range t.NumRows() {
		all = append(all, show(t.Schema, rowOf(t, i)))
	}
	return all
}

func show(s *dataset.Schema, r map[string]*string) string {
	var parts []string
	for _, f := range s.Fields {
		if r[f.Name] == nil {
			parts = append(parts, "null")
		} else {
			parts = append(parts, strconv.Quote(*r[f.Name]))
		}
	}
	return strings.Join(parts, " ")
}

// A wiki is pages of lines, each of which is a list item, a row by name, and a row
// of a table without key.
type wiki []wikiPage

type wikiPage struct {
	id    string
	lines []string
}

var words = strings.Fields("Rhine Elbe Main Po Ebro Danube Vistula Seine Loire Volga Don Ural")

func randomWiki(r *rand.Rand) wiki {
	w := wiki{}
	for i := range 1 + r.IntN(5) {
		w = append(w, wikiPage{fmt.Sprint("page-", i), nil})
		for range r.IntN(30) {
			w[i].lines = append(w[i].lines, sentence(r))
		}
	}
	return w
}

func sentence(r *rand.Rand) string {
	s := words[r.IntN(len(words))]
	for range r.IntN(4) {
		s += " " + words[r.IntN(len(words))]
	}
	return s
}

// edit does to a wiki what people do: lines come, go, change and move, and so do
// pages.
func (w wiki) edit(r *rand.Rand) wiki {
	out := slices.Clone(w)
	for i := range out {
		lines := slices.Clone(out[i].lines)
		for range r.IntN(4) {
			at := r.IntN(len(lines) + 1)
			switch n := r.IntN(5); {
			case n == 0 || at == len(lines):
				lines = slices.Insert(lines, at, sentence(r))
			case n == 1:
				lines = slices.Delete(lines, at, at+1)
			case n == 2:
				lines[at] += " " + words[0]
			case n == 3:
				to := r.IntN(len(lines))
				lines[at], lines[to] = lines[to], lines[at]
			default:
				lines = append(lines[at:len(lines):len(lines)], lines[:at]...)
			}
		}
		out[i].lines = lines
	}
	if r.IntN(3) == 0 {
		out = slices.Insert(out, r.IntN(len(out)+1), wikiPage{"page-new", []string{"a", "b", "c"}})
	}
	if at := r.IntN(len(out)); r.IntN(3) == 0 && len(out) > 1 {
		out = slices.Delete(out, at, at+1)
	}
	if r.IntN(4) == 0 {
		slices.Reverse(out)
	}
	return out
}

func (w wiki) tables() []*dataset.Table {
	page := dataset.Field{Name: "page_id", Type: dataset.String}
	line := dataset.Field{Name: "line", Type: dataset.Integer}
	text := dataset.Field{Name: "text", Type: dataset.String}
	number := dataset.Field{Name: "number", Type: dataset.Integer, Nullable: true}
	builder := func(key []string, fields ...dataset.Field) *dataset.Builder {
		return dataset.NewBuilder(dataset.NewSchema(dataset.Schema{PrimaryKey: key, Fields: fields}))
	}
	items := dataset.NewBuilder(dataset.Items)
	named := builder([]string{"page_id", "text"}, page, text, number, line)
	lined := builder([]string{"page_id", "line"}, page, text, number, line)
	keyless := builder(nil, page, text, number, line)
	all := builder(nil, text, number)
	ids := make([]string, len(w))
	for i, p := range w {
		ids[i] = p.id
		seen := map[string]bool{}
		for k, s := range p.lines {
			at := int64(k + 3)
			items.Str(p.id).Int(int64(k + 1)).Int(0).Int(1).Int(1).Str("-").Str(s).Int(at)
			lined.Str(p.id).Str(s).Count(len(s) % 5).Int(at)
			keyless.Str(p.id).Str(s).Count(len(s) % 7).Int(at)
			all.Str(s).Count(len(s) % 3)
			if !seen[s] {
				named.Str(p.id).Str(s).Count(k % 4).Int(at)
			}
			seen[s] = true
		}
	}
	return []*dataset.Table{pagesTable(ids...), items.Table("items"), named.Table("named"), lined.Table("lined"),
		keyless.Table("events"), all.Table("tables/page-0/01-all")}
}

// A comparison keeps no row: changes are the same whatever is in memory at a time,
// as far as rows have names.
func TestSizesDoNotMatterToKeys(t *testing.T) {
	row := func(i, salt int) [2]string { return [2]string{fmt.Sprint("river ", i), fmt.Sprint(i * salt)} }
	var a, b [][2]string
	for i := range 500 {
		a = append(a, row(i, 1))
		if i%7 != 0 {
			b = append(b, row(i, 1+i%5/4))
		}
	}
	slices.Reverse(b[100:200])
	b = append(b[1:], [2]string{b[0][0], "it went far"})
	b = slices.Insert(b, 50, row(1000, 1), row(1001, 1), row(1002, 1))
	old, new := save(t, "csv", "", pagesTable("a"), rivers(a...)), save(t, "csv", "", pagesTable("a"), rivers(b...))
	want := compare(t, old, new, Options{Limit: -1})
	if want.Total.Added != 3 || want.Total.Removed != 72 || want.Total.Changed == 0 {
		t.Fatalf("%+v", want.Total)
	}
	for _, s := range []sizes{{1, 1, 100}, {8, 8, 1 << 20}, {64, 128, 5000}, {300, 1000, 1}} {
		got, err := Compare(context.Background(), old, new, Options{Limit: -1, sizes: s})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(lines(want), lines(got)); diff != "" || got.Total != want.Total {
			t.Errorf("%+v: other changes (-want +got):\n%s", s, diff)
		}
	}
}
