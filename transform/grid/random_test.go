package grid

import (
	"math/rand/v2"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
)

// randomTable makes a table of the kinds of rows that real tables have, in any
// order: headers once or several times over, titles, groups, records, blanks.
func randomTable(seed uint64) *document.Table {
	r := rand.New(rand.NewPCG(seed, 1))
	t := &document.Table{Line: 1, Flat: r.IntN(2) == 0}
	m := &tableMaker{Rand: r, flat: t.Flat, cols: 1 + r.IntN(9), marks: r.IntN(3) > 0}
	m.period = 1 + r.IntN(m.cols)
	m.headers = 2 + r.IntN(9)
	for n := r.IntN(12); n > 0; n-- {
		t.Rows = append(t.Rows, m.row(len(t.Rows)+1))
	}
	t.LastLine = len(t.Rows)
	return t
}

type tableMaker struct {
	*rand.Rand
	flat, marks           bool
	cols, period, headers int
}

var someHeaders = []string{"Name", "Votes", "Year", "#", "Area", "Won", "Lost", "1990", "2000", "", "Notes"}
var someTexts = []string{"", "Ann", "Bo Li", "Total", "10", "2,952", "1990", "—", "12 km", "Name", "Votes", "end"}

func (m *tableMaker) row(line int) document.Row {
	row := document.Row{Line: line}
	switch m.IntN(8) {
	case 0:
	case 1, 2:
		for c := range m.cols {
			m.add(&row, someHeaders[c%m.period%m.headers], 1, m.marks)
		}
	case 3:
		for c := 0; c < m.cols; c += m.period {
			m.add(&row, "Title", m.period, m.marks && m.IntN(2) == 0)
		}
	case 4:
		m.add(&row, "Group", m.cols, m.marks && m.IntN(2) == 0)
	default:
		side := m.IntN(3) * m.period
		for c := range m.cols - m.IntN(2) {
			text := someTexts[m.IntN(len(someTexts))]
			if side > 0 && c >= side {
				text = ""
			}
			m.add(&row, text, 1, c == 0 && m.marks && m.IntN(4) == 0)
		}
	}
	return row
}

func (m *tableMaker) add(row *document.Row, text string, span int, header bool) {
	cell := document.Cell{Line: row.Line, Header: header}
	cell.Text.Plain = text
	if !m.flat {
		cell.ColSpan = span
		if m.IntN(9) == 0 {
			cell.RowSpan = m.IntN(4)
		}
	}
	row.Cells = append(row.Cells, cell)
}

func TestRandomTables(t *testing.T) {
	kinds := map[Kind]int{}
	for seed := range uint64(20000) {
		g, l, notes := read(randomTable(seed))
		verify(t, g, l, notes)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
		kinds[l.Kind]++
	}
	for _, k := range []Kind{Simple, Blocks, Rows, Empty} {
		if kinds[k] < 100 {
			t.Errorf("only %d tables of kind %s were tried", kinds[k], k)
		}
	}
}
