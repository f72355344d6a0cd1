package release

import (
	"bytes"
	"encoding/hex"
	"path"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/internal/figure"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// generator names this program in the files it makes.
func (r *Release) generator() string { return strings.TrimSpace("tidywiki " + r.info.Version) }

func (r *Release) writePackage(buf *bytes.Buffer) error {
	p := datapackage.Package{Resources: []*datapackage.Resource{}, About: datapackage.About{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:   r.name(), Title: r.title(), Description: r.description(),
		Homepage: r.info.Homepage, Version: r.info.DataVersion, Created: r.info.Created, Keywords: r.info.Keywords,
		Generator: r.generator(),
	}}
	for _, id := range r.licenses() {
		p.Licenses = append(p.Licenses, licenseOf(id))
	}
	for _, a := range r.info.Authors {
		p.Contributors = append(p.Contributors, datapackage.Contributor{Title: a.Name, Path: a.ORCID, Organization: a.Affiliation, Roles: []string{"author"}})
	}
	for _, s := range r.pages.sources {
		p.Sources = append(p.Sources, datapackage.Source{Title: s.title, Path: packagePath(s.where), Version: s.revision, License: s.license,
			Hash: prefixed("sha256:", s.sha256), Bytes: s.bytes})
	}
	if more := r.pages.count - int64(len(r.pages.sources)); more > 0 {
		p.Sources = append(p.Sources, datapackage.Source{Title: "and " + figure.Count(more, "further page") + ": see the table pages"})
	}
	for _, t := range r.ordered() {
		p.Resources = append(p.Resources, r.resources(t)...)
	}
	for _, f := range r.files {
		at, _ := load.ParseTablePath(f.Path)
		res := resource(at, f)
		res.Name = at.Table + "." + at.Format
		p.Resources = append(p.Resources, res)
	}
	for _, f := range r.exports {
		res := resource(load.TablePath{Format: strings.TrimPrefix(path.Ext(f.Path), ".")}, f)
		res.Name = f.Path
		p.Resources = append(p.Resources, res)
	}
	return encode(buf, p)
}

// resources are the files of a table. The first has the table's name, to which
// foreign keys refer.
func (r *Release) resources(t *table) []*datapackage.Resource {
	var all []*datapackage.Resource
	schema := r.tableSchema(t)
	for i := range t.assets {
		a := &t.assets[i]
		res := resource(a.TablePath, a.files[0])
		if a.inParts() {
			inParts(res, a)
		}
		res.Name, res.Title, res.Description, res.Schema = t.name, t.schema.Title, t.schema.Description, schema
		if i > 0 {
			res.Name += "." + res.Format
		} else {
			for _, c := range t.schema.Charts {
				res.Charts = append(res.Charts, datapackage.Chart{Kind: c.Kind, Title: c.Title, Category: c.Category, Series: c.Series, Labels: c.Labels, Check: c.Check})
			}
		}
		if formatOf(res.Format).text {
			res.Type = "table"
		}
		if res.Format == "csv" && r.info.FormulaGuard != "" {
			res.Dialect = &datapackage.Dialect{FormulaGuard: r.info.FormulaGuard}
		}
		all = append(all, res)
	}
	return all
}

// inParts makes the resource one of several files. The standard knows a hash of
// one file only, so each part has its own.
func inParts(res *datapackage.Resource, a *asset) {
	res.Paths, res.Hash, res.Bytes = a.paths(), "", a.bytes()
	for _, f := range a.files {
		res.Parts = append(res.Parts, datapackage.Part{Path: f.Path, Bytes: f.Bytes, Hash: hashOf(f)})
	}
}

func hashOf(f load.File) string { return "sha256:" + hex.EncodeToString(f.SHA256[:]) }

// resource describes any file.
func resource(p load.TablePath, f load.File) *datapackage.Resource {
	format := formatOf(p.Format)
	res := &datapackage.Resource{Paths: datapackage.Paths{f.Path}, Format: p.Format, Mediatype: format.media, Compression: p.Compression, Bytes: f.Bytes, Hash: hashOf(f)}
	if format.text {
		res.Encoding = "utf-8"
	}
	return res
}

// prefixed puts a prefix before a text that is not empty.
func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

// packagePath returns a path as a Data Package allows it, or "": an address, or a
// relative path that does not begin with a dot.
func packagePath(path string) string {
	if strings.HasPrefix(path, "http://") || strings.HasPrefix(path, "https://") {
		return path
	}
	if path == "" || strings.ContainsAny(path[:1], "./~") || strings.HasPrefix(path, "file:") ||
		strings.Contains(path, "/../") || strings.ContainsAny(path, "\\\n\r") || strings.Contains(path, "://") {
		return ""
	}
	return path
}

// tableSchema describes the columns of a table.
func (r *Release) tableSchema(t *table) *datapackage.Schema {
	s := &datapackage.Schema{PrimaryKey: t.schema.PrimaryKey, MissingValues: []string{""}}
	for i := range t.schema.Fields {
		s.Fields = append(s.Fields, packageField(&t.schema.Fields[i], t.odd[i]))
	}
	for _, k := range t.schema.ForeignKeys {
		// Validators take a key that is empty in part for a broken one.
		if r.byName[k.Table] == nil || anyNull(t.schema, k.Fields) {
			continue
		}
		f := datapackage.ForeignKey{Fields: k.Fields, Reference: datapackage.Reference{Resource: k.Table, Fields: k.To}}
		if k.Table == t.name {
			f.Reference.Resource = "" // the table itself
		}
		s.ForeignKeys = append(s.ForeignKeys, f)
	}
	return s
}

// packageField describes a column; odd is true where it has values that its type does
// not allow.
func packageField(f *dataset.Field, odd bool) datapackage.Field {
	p := datapackage.Field{Name: f.Name, Type: f.Type.String(), Title: f.Title, Description: f.Description, Unit: f.Unit}
	switch {
	case f.Type == dataset.Decimal:
		p.Type = "number"
	case f.Type == dataset.Year && odd:
		p.Type = "integer"
	case f.Type == dataset.Date && odd:
		p.Type, p.RDFType = "string", datapackage.RDFDate
	}
	if !f.Nullable && !(f.Type == dataset.String && odd) {
		p.Constraints = &datapackage.Constraints{Required: true}
	}
	return p
}

func anyNull(s *dataset.Schema, fields []string) bool {
	for _, name := range fields {
		if i := s.Index(name); i < 0 || s.Fields[i].Nullable {
			return true
		}
	}
	return false
}
