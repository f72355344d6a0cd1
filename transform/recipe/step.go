package recipe

import (
	"context"
	"fmt"
	"slices"

	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/number"
)

// Step makes the tables of each recipe that matches the page. Two recipes must
// not make tables of the same name.
type Step struct{ Recipes []*Recipe }

var _ transform.Step = Step{}

// Name returns "recipe".
func (Step) Name() string { return "recipe" }

// Apply implements [transform.Step].
func (s Step) Apply(ctx context.Context, in *dataset.Dataset) (*dataset.Dataset, error) {
	out := in.Clone()
	for _, r := range s.Recipes {
		p := newPage(in, r.maps)
		if !r.matches(p) {
			continue
		}
		for _, t := range r.Tables {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			if out.Table(t.Name) != nil {
				return nil, fmt.Errorf("recipe %s: another recipe makes a table %q too: rename one of them", r.Name, t.Name)
			}
			rows := t.rows(p)
			p.made[t.Name] = rows
			p.base["tables"].(record)[t.Name] = list(rows)
			t.check(p, rows)
			r.label(p, t, rows)
			out.Put(t.table(in.ID, rows))
		}
		r.relabel(p, out)
		out.Notes = append(out.Notes, p.notes...)
	}
	return out, nil
}

func list(rows []record) []any {
	all := make([]any, len(rows))
	for i, row := range rows {
		all[i] = row
	}
	return all
}

// matches says whether the recipe is for the page: one of its conditions holds,
// or it has none.
func (r *Recipe) matches(p *page) bool {
	if len(r.match) == 0 {
		return true
	}
	return slices.ContainsFunc(r.match, func(c condition) bool { return c.holds(p) })
}

func (c condition) holds(p *page) bool {
	if c.title != nil && !c.title.MatchString(p.data.Document.Title) {
		return false
	}
	keys := p.base["box_text"].(dictionary)
	for _, k := range c.keys {
		if _, ok := keys[k]; !ok {
			return false
		}
	}
	if len(c.tables) == 0 {
		return true
	}
	for _, t := range c.tables {
		if t.hasTable(p) {
			return true
		}
	}
	return false
}

// hasTable says whether the page has a wide table that one of the sources is for.
func (t *Table) hasTable(p *page) bool {
	for _, s := range t.sources {
		ts, ok := s.rows.(*tablesSource)
		if !ok {
			continue
		}
		for _, wide := range p.data.Wide() {
			if _, ok := ts.matched(p, wide); ok {
				return true
			}
		}
	}
	return false
}

// check runs the checks of a table on its rows.
func (t *Table) check(p *page, rows []record) {
	for _, c := range t.checks {
		for _, row := range rows {
			v, err := c.that.eval(row)
			if err != nil {
				p.doubt(t, c.name, row, "", err.Error())
			} else if v == false {
				p.notes = append(p.notes, c.note(t, row))
			}
		}
	}
}

var severities = map[string]source.Severity{"info": source.Info, "warning": source.Warning, "error": source.Error}

// note says that a row does not pass the check.
func (c *check) note(t *Table, row record) source.Note {
	n := source.Note{Severity: severities[c.severity], Code: "check_failed", Where: "row", Field: c.name,
		Observed: c.side(c.observed, row), Expected: c.side(c.expected, row), Message: c.side(c.message, row)}
	at := row["line"]
	if c.at != nil {
		at, _ = c.at.eval(row)
	}
	if line, ok := at.(number.Decimal); ok {
		l, _ := line.Int64()
		n.Line = int(l)
	}
	if number, ok := row["table"].(number.Decimal); ok {
		l, _ := number.Int64()
		n.Table = int(l)
	}
	if n.Message == "" {
		n.Message = "a row of " + t.Name + " fails the check " + c.name
	}
	return n
}

// side is what one side of a failed check shows, empty if it cannot be told.
func (c *check) side(e *expression, row record) string {
	if e == nil {
		return ""
	}
	v, err := e.eval(row)
	if err != nil {
		return ""
	}
	return text(v)
}

// label gives the keys of an infobox that made rows the labels of their source.
func (r *Recipe) label(p *page, t *Table, rows []record) {
	for _, row := range rows {
		g, ok := row[ownGroup].(*keyGroup)
		if !ok {
			continue
		}
		for _, s := range t.sources {
			ks, ok := s.rows.(*keysSource)
			if !ok || s.label == nil {
				continue
			}
			for _, k := range g.keys {
				row["part"] = ks.parts[k.part].name
				if v, err := s.label.eval(row); err == nil && !absent(v) {
					p.setLabel(k.row, text(v))
				}
			}
		}
	}
}

func (p *page) setLabel(row int, label string) {
	if p.labels == nil {
		p.labels = make([]string, p.data.Table("infobox").NumRows())
	}
	p.labels[row] = label
}

// relabel puts the labels of the recipe into the table infobox.
func (r *Recipe) relabel(p *page, out *dataset.Dataset) {
	box := out.Table("infobox")
	if box == nil {
		return
	}
	for row := range box.NumRows() {
		if label := r.labels[fold(box.Column("key").Str(row))]; label != "" && (p.labels == nil || p.labels[row] == "") {
			p.setLabel(row, label)
		}
	}
	if p.labels == nil {
		return
	}
	f := box.Schema.Index("label")
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{box.Schema.Fields[f]}}))
	for row := range box.NumRows() {
		if label := p.labels[row]; label != "" {
			b.Str(label)
		} else {
			b.Str(box.ColumnAt(f).Str(row))
		}
	}
	cols := slices.Clone(box.Record.Columns())
	cols[f] = b.Table("labels").Record.Column(0)
	t := *box
	t.Record = array.NewRecord(box.Schema.Arrow(), cols, box.Record.NumRows())
	out.Put(&t)
}
