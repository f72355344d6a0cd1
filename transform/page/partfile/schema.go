package partfile

import (
	"encoding/json"
	"slices"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func (s *sink) schema(d *dataset.Schema) {
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
func (s *sink) json(v any, there bool) {
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

func (s *sink) field(f *dataset.Field) {
	s.text(f.Name)
	s.text(f.Title)
	s.text(f.Description)
	s.text(f.Unit)
	s.byte(byte(f.Type))
	s.bool(f.Nullable)
	s.uint(int(f.Precision))
	s.uint(int(f.Scale))
}

func (f *feed) schema() *dataset.Schema {
	d := dataset.Schema{Title: f.text(), Description: f.text(), Fields: list(f, (*feed).field), PrimaryKey: f.texts()}
	d.ForeignKeys = list(f, func(f *feed) dataset.ForeignKey {
		return dataset.ForeignKey{Fields: f.texts(), Table: f.text(), To: f.texts()}
	})
	d.Meta = list(f, func(f *feed) dataset.Meta { return dataset.Meta{Key: f.text(), Value: f.text()} })
	if charts := fromJSON[[]*dataset.Chart](f); charts != nil {
		d.Charts = *charts
		if slices.Contains(d.Charts, nil) {
			f.fail()
		}
	}
	d.Export = fromJSON[dataset.Export](f)
	if f.damaged || !distinct(d.Fields) {
		f.fail()
		return nil
	}
	return dataset.NewSchema(d)
}

func fromJSON[T any](f *feed) *T {
	data := f.text()
	if data == "" {
		return nil
	}
	v := new(T)
	if json.Unmarshal([]byte(data), v) != nil {
		f.fail()
	}
	return v
}

func (f *feed) field() dataset.Field {
	d := dataset.Field{Name: f.text(), Title: f.text(), Description: f.text(), Unit: f.text(),
		Type: dataset.Type(f.byte()), Nullable: f.bool()}
	precision, scale := f.uint(), f.uint()
	if d.Type > dataset.Year || precision > maxPrecision || scale > maxPrecision {
		f.fail()
		return dataset.Field{}
	}
	d.Precision, d.Scale = int32(precision), int32(scale)
	return d
}

// maxPrecision is the number of digits that a decimal128 holds.
const maxPrecision = 38

// distinct says whether no two fields share a name.
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
