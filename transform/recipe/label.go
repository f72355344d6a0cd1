package recipe

import (
	"slices"

	"github.com/apache/arrow/go/v15/arrow/array"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// label sets the labels of the infobox keys that made rows, as their source declares.
func (r *Recipe) label(p *view, t *Table, rows []record) {
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

func (p *view) setLabel(row int, label string) {
	if p.labels == nil {
		p.labels = make([]string, p.data.Table("infobox").NumRows())
	}
	p.labels[row] = label
}

// relabel writes the labels of the recipe to the table infobox.
func (r *Recipe) relabel(p *view, out *page.Page) {
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
