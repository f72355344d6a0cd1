package rate

import (
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/number"
)

// read makes a ledger and a published column of a small table: names, then a row
// a line, the last column published. A "-" is a cell without a number, a row that
// begins with "total" a totals row, an empty line begins another group.
func read(t *testing.T, table string) (*ledger, *published) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(table), "\n")
	names := strings.Fields(lines[0])
	counts := make([][]number.Decimal, len(names)-1)
	l := &ledger{scopes: 1}
	p := &published{field: len(names) - 1, name: names[len(names)-1], whole: 1, marked: true}
	for _, line := range lines[1:] {
		cells := strings.Fields(line)
		if len(cells) == 0 {
			l.scopes++
			continue
		}
		isTotal := cells[0] == "total"
		if isTotal {
			cells = cells[1:]
		}
		l.total, l.scope = append(l.total, isTotal), append(l.scope, l.scopes-1)
		for c := range counts {
			v, ok := number.ParseDecimal(cells[c])
			if !ok {
				v = missing
			}
			counts[c] = append(counts[c], v)
		}
		v, ok := number.ParseDecimal(cells[len(counts)])
		if ok && v.Cmp(number.NewDecimal(1, 0)) > 0 {
			p.whole = 100
		}
		units, _ := unitsOf(v)
		p.values = append(p.values, printed{units, v.Decimals(), ok})
	}
	l.rows, l.exp = spread(l.total), finest(counts...)
	for c, values := range counts {
		l.columns = append(l.columns, column{field: c, name: names[c]})
		l.fill(c, values)
	}
	return l, p
}

const work = `
for   against abstain rate
2799  101     44      95.07
2875  56      26      97.23
2665  221     60      90.46
2307  509     127     78.39
2733  150     61      92.83
2218  605     120     75.37
2239  485     121     76.03`

func TestExplain(t *testing.T) {
	for name, c := range map[string]struct{ table, want string }{
		"sum of three": {work, "for / (for + against + abstain)"},
		"abstentions left out": {`
yes no abstain approval
60  40 10      60.0
55  44 1       55.6
80  19 7       80.8
71  28 3       71.7`, "yes / (yes + no)"},
		"a column is simpler than the same sum": {`
won lost played pct
3   4    7      42.9
5   2    7      71.4
6   1    7      85.7
2   5    7      28.6`, "won / played"},
		"not the first column": {`
seats votes voters turnout
12    4211  7100   59.3
9     3902  6650   58.7
15    5127  8033   63.8`, "votes / voters"},
		"fractions of one": {`
won lost pct
3   4    .429
5   2    .714
6   1    .857
2   5    .286`, "won / (won + lost)"},
		"share of the column": {`
votes share
4211  30.33
3902  28.10
5127  36.92
645   4.65
total 13885 100`, "votes / sum(votes)"},
		"share of the column in each group": {`
votes share
600   60.0
300   30.0
100   10.0

50    25.0
130   65.0
20    10.0`, "votes / sum(votes)"},
		"share of a totals row that says more than the rows": {`
votes share
4211  21.06
3902  19.51
5127  25.64
total 20000 100`, "votes / total(votes)"},
		"seats that the table does not give": {`
for  share
2952 98.86
2839 95.08
2908 97.39
2307 77.26
2218 74.28`, "for / 2986"},
		"counts with decimals": {`
urban  all   share
12.5   40.1  31.2
7.25   19.0  38.2
100.75 310.4 32.5
3.5    12.3  28.5`, "urban / all"},
		"rounded down": {`
won lost pct
2   1    66.6
5   7    41.6
7   2    77.7
1   5    16.6
3   8    27.2`, "won / (won + lost), rounded down"},
		"a missing count is no zero": {`
for against rate
60  40      60.0
55  45      55.0
71  28      71.7
80  -       80.0
19  -       19.0`, "for / (for + against)"},

		"two rows are not enough": {`
for against rate
60  40      60.00
55  44      55.56`, ""},
		"always 100": {`
for against rate
60  0       100.0
55  0       100.0
71  0       100.0
80  0       100.0`, ""},
		"three rows without decimals may be chance": {`
for against abstain present rate
60  40      3       104     58
55  44      2       103     54
71  28      1       102     70`, ""},
		"growth is no share": {`
before after growth
100    110   10.0
250    300   20.0
80     90    12.5
70     77    10.0`, ""},
		"no relation": {`
length depth slope
1233   20    4.25
866    31    7.01
2850   12    1.93
651    8     3.37`, ""},
		"half of the rows is no majority": {`
for against rate
60  40      60.00
55  44      55.56
71  28      71.72
80  19      11.11
50  45      22.22
33  61      33.33`, ""},
		"nearly right is not right": {`
for against rate
601 399     60.0
553 446     55.4
712 287     71.3
805 190     80.8
501 455     52.5
333 611     35.2
417 500     45.6`, ""},
	} {
		t.Run(name, func(t *testing.T) {
			l, p := read(t, c.table)
			best, ok := explain(l, p)
			got := ""
			if ok {
				got = best.name(l)
			}
			if got != c.want {
				t.Errorf("%q, want %q (%+v)", got, c.want, best.tally)
			}
		})
	}
}

func TestExplainCounts(t *testing.T) {
	l, p := read(t, work)
	best, _ := explain(l, p)
	if best.rows != 7 || best.hits != 6 {
		t.Errorf("%d of %d rows, want 6 of 7", best.hits, best.rows)
	}
	if got, want := best.worked(l, 6), "2239/(2239+485+121)=78.6995%"; got != want {
		t.Errorf("worked %s, want %s", got, want)
	}
}

func TestSums(t *testing.T) {
	if n := len(sums(4)); n != 15 {
		t.Errorf("%d sums of 4 columns, want all 15", n)
	}
	all := sums(12)
	for _, want := range []sumOf{{0}, {11}, {0, 11}, {3, 4, 5}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}} {
		if n := count(all, want); n != 1 {
			t.Errorf("%v is there %d times", want, n)
		}
	}
	if count(all, sumOf{0, 2, 4}) != 0 {
		t.Error("three columns apart are tried in a table of twelve")
	}
}

func count(all []sumOf, want sumOf) (n int) {
	for _, s := range all {
		if slices.Equal(s, want) {
			n++
		}
	}
	return n
}

func TestSpreadHasEachRowOnce(t *testing.T) {
	for _, n := range []int{0, 1, 15, 16, 17, 100} {
		rows := spread(make([]bool, n))
		slices.Sort(rows)
		for i, row := range rows {
			if row != i || len(rows) != n {
				t.Fatalf("%d rows: %v", n, rows)
			}
		}
	}
	if rows := spread([]bool{false, true, false}); !slices.Equal(rows, []int{0, 2}) {
		t.Errorf("totals rows are tried: %v", rows)
	}
}
