package collection

import (
	"errors"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A Gatherer takes the pages of a run. Use it from one goroutine, and Close it.
type Gatherer struct {
	byKey  map[string]*shape
	shapes []*shape
	index  map[*shape]int // in shapes
	rows   log            // a piece for each table
	about  log            // a piece for each page
	pages  int
	key    []byte
	piece  []byte
}

// New returns a gatherer without pages.
func New() *Gatherer {
	return &Gatherer{byKey: map[string]*shape{}, index: map[*shape]int{}}
}

// Close removes the temporary files.
func (g *Gatherer) Close() error { return errors.Join(g.rows.file.Close(), g.about.file.Close()) }

// Add takes a page that is complete, its id and its notes too. It keeps nothing of it
// but copies.
func (g *Gatherer) Add(p *page.Page) error {
	g.pages++
	facts := factsOf(p)
	var members []member
	for _, t := range p.Tables {
		if t.Origin == nil || t.NumRows() == 0 || facts.roleOf(t) != "data" {
			continue
		}
		s := g.shapeOf(t)
		if len(s.headed) == 0 {
			continue
		}
		m := facts.member(t)
		if err := g.keep(s, t, &m); err != nil {
			return err
		}
		m.shape = s
		members = append(members, m)
	}
	return g.note(p, members)
}

// shapeOf finds or makes the shape of a table.
func (g *Gatherer) shapeOf(t *dataset.Table) *shape {
	g.key = appendKey(g.key[:0], t)
	s := g.byKey[string(g.key)]
	if s == nil {
		s = newShape(t)
		g.byKey[string(g.key)] = s
		g.index[s] = len(g.shapes)
		g.shapes = append(g.shapes, s)
	}
	return s
}

// keep counts a table and keeps its rows.
func (g *Gatherer) keep(s *shape, t *dataset.Table, m *member) error {
	if s.tables++; s.first == 0 {
		s.first = g.pages
	}
	s.last, s.rows, s.hasYear = g.pages, s.rows+int64(m.rows), s.hasYear || m.year != 0
	s.titles.add(m.title, t.Name)
	for i := range s.stats {
		s.stats[i].observe(&s.schema.Fields[i], t.Record.Column(i))
	}
	g.piece = partfile.AppendRows(m.append(g.piece[:0]), t)
	at, err := g.rows.add(g.piece)
	s.at.add(at, int64(len(g.piece)))
	return err
}

// note keeps which tables a page has.
func (g *Gatherer) note(p *page.Page, members []member) error {
	g.piece = appendText(g.piece[:0], p.ID)
	g.piece = appendInt(g.piece, len(p.Notes))
	g.piece = appendInt(g.piece, len(members))
	for i := range members {
		m := &members[i]
		g.piece = appendInt(g.piece, g.index[m.shape])
		for _, n := range [...]int{m.table, m.rows, m.line} {
			g.piece = appendInt(g.piece, n)
		}
		g.piece = appendText(g.piece, m.title)
	}
	_, err := g.about.add(g.piece)
	return err
}
