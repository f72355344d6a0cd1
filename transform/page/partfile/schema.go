package partfile

import (
	"encoding/json"
	"slices"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func (s *encoder) schema(d *dataset.Schema) {
	s.text(d.Title)
	s.text(d.Description)
	s.uint(len(d.Fields))
	for i := range d.Fields {
		s.field(&d.Fields[i])
	}
	s.texts(d.PrimaryKey)
	s.uint(len(d.ForeignKeys))
	for _, k := range d.ForeignKeys {
		s.texts(k.Fields)
		s.text(k.Table)
		s.texts(k.To)
	}
	s.uint(len(d.Meta))
	for _, m := range d.Meta {
		s.text(m.Key)
		s.text(m.Value)
	}
	s.json(d.Charts, d.Charts != nil)
	s.json(d.Export, d.Export != nil)
}

// json writes what recipes declare: their texts are UTF-8, so nothing is lost.
func (s *encoder) json(v any, there bool) {
	if !there {
		s.text("")
		return
	}
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // structs of texts
	}
	s.text(string(data))
}

func (s *encoder) field(f *dataset.Field) {
	s.text(f.Name)
	s.text(f.Title)
	s.text(f.Description)
	s.text(f.Unit)
	s.byte(byte(f.Type))
	s.bool(f.Nullable)
	s.uint(int(f.Precision))
	s.uint(int(f.Scale))
}

func (d *decoder) schema() *dataset.Schema {
	s := dataset.Schema{Title: d.text(), Description: d.text(), Fields: list(d, (*decoder).field), PrimaryKey: d.texts()}
	s.ForeignKeys = list(d, func(d *decoder) dataset.ForeignKey {
		return dataset.ForeignKey{Fields: d.texts(), Table: d.text(), To: d.texts()}
	})
	s.Meta = list(d, func(d *decoder) dataset.Meta { return dataset.Meta{Key: d.text(), Value: d.text()} })
	if charts := fromJSON[[]*dataset.Chart](d); charts != nil {
		s.Charts = *charts
		if slices.Contains(s.Charts, nil) {
			d.fail()
		}
	}
	s.Export = fromJSON[dataset.Export](d)
	if d.damaged || !distinct(s.Fields) {
		d.fail()
		return nil
	}
	return dataset.NewSchema(s)
}

func fromJSON[T any](d *decoder) *T {
	data := d.text()
	if data == "" {
		return nil
	}
	v := new(T)
	if json.Unmarshal([]byte(data), v) != nil {
		d.fail()
	}
	return v
}

func (d *decoder) field() dataset.Field {
	v := dataset.Field{Name: d.text(), Title: d.text(), Description: d.text(), Unit: d.text(),
		Type: dataset.Type(d.byte()), Nullable: d.bool()}
	precision, scale := d.uint(), d.uint()
	if v.Type > dataset.Year || precision > maxPrecision || scale > maxPrecision {
		d.fail()
		return dataset.Field{}
	}
	v.Precision, v.Scale = int32(precision), int32(scale)
	return v
}

// maxPrecision is the number of digits that a decimal128 holds.
const maxPrecision = 38

// distinct reports whether no two fields share a name.
func distinct(fields []dataset.Field) bool {
	seen := make(map[string]bool, len(fields))
	for i := range fields {
		if seen[fields[i].Name] {
			return false
		}
		seen[fields[i].Name] = true
	}
	return true
}
