package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// findings gathers what became of the rows of the table of that name.
type findings struct {
	plan                                *plan
	limit                               int
	out                                 *Findings
	counts                              [Moved + 1]map[FindingCount]int64 // with Count 0, by kind
	fresh                               map[FindingCount]int64
	severity, code, message, line, page int
	place                               []int // of table, row and col
}

func newFindings(p *plan, limit int, out *Findings) *findings {
	at := func(name string) int { return slices.Index(p.columns, name) }
	f := &findings{plan: p, limit: limit, out: out, fresh: map[FindingCount]int64{},
		severity: at("severity"), code: at("code"), message: at("message"), line: at("line"), page: at(pageID)}
	if min(f.severity, f.code, f.message, f.line, f.page) < 0 {
		return nil // a table of that name, but not ours
	}
	for _, name := range []string{"table", "row", "col"} {
		if i := at(name); i >= 0 {
			f.place = append(f.place, i)
		}
	}
	for kind := range f.counts {
		f.counts[kind] = map[FindingCount]int64{}
	}
	return f
}

// A record is a row of findings, a text a column.
type record []string

func (f *findings) record(r *row) record {
	values := make([]*string, len(f.plan.columns))
	r.values(values)
	texts := make(record, len(values))
	for i, v := range values {
		if v != nil {
			texts[i] = *v
		}
	}
	return texts
}

func (f *findings) take(kind Kind, old, new *row) {
	r := new
	if kind == Removed {
		r = old
	}
	now := f.record(r)
	n := FindingCount{Severity: now[f.severity], Code: now[f.code]}
	f.counts[kind][n]++
	if kind == Added || kind == Changed && f.isFresh(f.record(old), now) {
		f.fresh[n]++
	}
	if kind != Moved && len(f.out.List) < f.limit {
		f.out.List = append(f.out.List, Finding{kind, now[f.page], now[f.line], n.Severity, n.Code, now[f.message]})
	}
}

// isFresh reports whether a finding that took the place of another of its code is
// another doubt, or a worse one.
func (f *findings) isFresh(old, now record) bool {
	if rank(now[f.severity]) < rank(old[f.severity]) {
		return true
	}
	placed := false
	for _, i := range f.place {
		if now[i] != old[i] {
			return true
		}
		placed = placed || now[i] != ""
	}
	return !placed && now[f.line] != old[f.line]
}

func (f *findings) done() {
	f.out.Appeared, f.out.Went, f.out.Changed = sorted(f.counts[Added]), sorted(f.counts[Removed]), sorted(f.counts[Changed])
	f.out.Fresh = sorted(f.fresh)
}

// sorted lists counts, the worst first.
func sorted(counts map[FindingCount]int64) []FindingCount {
	list := []FindingCount{}
	for n, count := range counts {
		n.Count = count
		list = append(list, n)
	}
	slices.SortFunc(list, func(a, b FindingCount) int {
		return cmp.Or(rank(a.Severity)-rank(b.Severity),
			strings.Compare(a.Severity, b.Severity), strings.Compare(a.Code, b.Code))
	})
	return list
}

// rank is 0 for the worst severity.
func rank(severity string) int { return slices.Index(dataset.Severities, severity) }
