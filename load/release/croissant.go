package release

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// croissantContext is the context that Croissant 1.1 gives for all datasets.
//
//go:embed croissant-context.json
var croissantContext json.RawMessage

// The parts of Croissant 1.1 that are used here (http://mlcommons.org/croissant).
type (
	croissant struct {
		Context       json.RawMessage   `json:"@context"`
		Type          string            `json:"@type"`
		ConformsTo    string            `json:"conformsTo"`
		Name          string            `json:"name"`
		AlternateName string            `json:"alternateName"`
		Description   string            `json:"description"`
		License       []string          `json:"license,omitempty"`
		URL           string            `json:"url"`
		Creator       []croissantAgent  `json:"creator"`
		DatePublished string            `json:"datePublished,omitempty"`
		Version       string            `json:"version,omitempty"`
		Keywords      []string          `json:"keywords,omitempty"`
		InLanguage    []string          `json:"inLanguage,omitempty"`
		CiteAs        string            `json:"citeAs"`
		Distribution  []croissantFile   `json:"distribution"`
		RecordSet     []croissantRecord `json:"recordSet"`
	}
	croissantAgent struct {
		Type string `json:"@type"`
		ID   string `json:"@id,omitempty"`
		Name string `json:"name"`
	}
	croissantFile struct {
		Type           string `json:"@type"`
		ID             string `json:"@id"`
		Name           string `json:"name"`
		ContentURL     string `json:"contentUrl,omitempty"`
		ContentSize    string `json:"contentSize,omitempty"`
		EncodingFormat string `json:"encodingFormat"`
		SHA256         string `json:"sha256,omitempty"`
		Includes       string `json:"includes,omitempty"` // of a FileSet
	}
	croissantRecord struct {
		Type        string           `json:"@type"`
		ID          string           `json:"@id"`
		Name        string           `json:"name"`
		Description string           `json:"description,omitempty"`
		Key         []ref            `json:"key,omitempty"`
		Field       []croissantField `json:"field"`
	}
	croissantField struct {
		Type        string          `json:"@type"`
		ID          string          `json:"@id"`
		Name        string          `json:"name"`
		Description string          `json:"description,omitempty"`
		DataType    string          `json:"dataType"`
		References  *ref            `json:"references,omitempty"`
		Source      croissantSource `json:"source"`
	}
	croissantSource struct {
		FileObject *ref              `json:"fileObject,omitempty"`
		FileSet    *ref              `json:"fileSet,omitempty"`
		Extract    map[string]string `json:"extract"`
	}
	ref struct {
		ID string `json:"@id"`
	}
)

func (r *Release) writeCroissant(buf *bytes.Buffer) error {
	c := croissant{
		Context: croissantContext, Type: "sc:Dataset", ConformsTo: "http://mlcommons.org/croissant/1.1",
		Name: r.name(), AlternateName: r.title(), Description: r.description(), URL: r.url(), Creator: r.creators(),
		DatePublished: r.date(), Version: r.info.DataVersion, Keywords: r.info.Keywords, InLanguage: r.pages.languages,
		CiteAs: r.citation(), Distribution: []croissantFile{}, RecordSet: []croissantRecord{},
	}
	for _, id := range r.licenses() {
		c.License = append(c.License, licenseURL(id))
	}
	for _, t := range r.ordered() {
		for i := range t.assets {
			c.Distribution = append(c.Distribution, distribution(&t.assets[i])...)
		}
		if s, ok := r.recordSet(t); ok {
			c.RecordSet = append(c.RecordSet, s)
		}
	}
	for _, f := range slices.Concat(r.files, r.exports) {
		c.Distribution = append(c.Distribution, fileObject(f))
	}
	return encode(buf, c)
}

// url is the dataset's: its homepage, or the place of this file.
func (r *Release) url() string {
	return cmp.Or(r.info.Homepage, noURL)
}

// noURL is the folder of the file.
const noURL = "./"

// date is the day of the dataset: the one it was given, or that of the latest
// revision of its pages. There is no other: the clock is not read.
func (r *Release) date() string {
	for _, t := range []string{r.info.Created, r.pages.latest} {
		if len(t) >= len("2006-01-02") {
			return t[:len("2006-01-02")]
		}
	}
	return ""
}

// contributors is the author of a dataset without named ones.
const contributors = "The contributors of the pages"

func (r *Release) creators() []croissantAgent {
	var agents []croissantAgent
	for _, a := range r.info.Authors {
		agents = append(agents, croissantAgent{"sc:Person", a.ORCID, a.Name})
	}
	if agents == nil {
		agents = []croissantAgent{{"sc:Organization", "", contributors}}
	}
	return agents
}

// citation is one line.
func (r *Release) citation() string {
	return cite(r.creators(), r.title(), r.info.DataVersion, r.date(), r.info.Homepage)
}

// cite returns a citation; all but creators and title may be empty.
func cite(creators []croissantAgent, title, version, date, homepage string) string {
	names := make([]string, len(creators))
	for i, a := range creators {
		names[i] = a.Name
	}
	parts := []string{strings.Join(names, ", "), title}
	if version != "" {
		parts = append(parts, "version "+version)
	}
	if date != "" {
		parts = append(parts, date)
	}
	if homepage != "" {
		parts = append(parts, homepage)
	}
	return strings.Join(parts, ". ")
}

// licenseURL is the address of a licence's text, or of its entry with SPDX.
func licenseURL(id string) string {
	if l := licenseOf(id); l.Path != "" {
		return l.Path
	}
	return "https://spdx.org/licenses/" + cleanLicense(id)
}

func fileObject(f load.File) croissantFile {
	media := "application/json"
	if p, ok := load.ParseTablePath(f.Path); ok {
		media = formatOf(p.Format).media
	}
	return croissantFile{Type: "cr:FileObject", ID: f.Path, Name: f.Path, ContentURL: f.Path, ContentSize: fmt.Sprintf("%d B", f.Bytes),
		EncodingFormat: media, SHA256: hex.EncodeToString(f.SHA256[:])}
}

// distribution lists the files of a table in one format; parts are a set, too.
func distribution(a *asset) []croissantFile {
	var all []croissantFile
	for _, f := range a.files {
		all = append(all, fileObject(f))
	}
	if a.inParts() {
		all = append(all, croissantFile{Type: "cr:FileSet", ID: a.pattern(), Name: a.pattern(), EncodingFormat: formatOf(a.Format).media, Includes: a.pattern()})
	}
	return all
}

// sourceOf returns where the values of a table in one format are.
func sourceOf(a *asset) croissantSource {
	if a.inParts() {
		return croissantSource{FileSet: &ref{a.pattern()}}
	}
	return croissantSource{FileObject: &ref{a.String()}}
}

// recordSet describes a table by the first of its files whose columns can be named.
func (r *Release) recordSet(t *table) (croissantRecord, bool) {
	for j := range t.assets {
		a := &t.assets[j]
		if a.Format != "csv" && a.Format != "json" && a.Format != "parquet" {
			continue
		}
		s := croissantRecord{Type: "cr:RecordSet", ID: t.name, Name: t.name, Description: t.schema.Description}
		for _, name := range t.schema.PrimaryKey {
			s.Key = append(s.Key, ref{t.name + "/" + name})
		}
		for i := range t.schema.Fields {
			s.Field = append(s.Field, r.croissantField(t, i, a))
		}
		return s, true
	}
	return croissantRecord{}, false
}

func (r *Release) croissantField(t *table, i int, a *asset) croissantField {
	f := &t.schema.Fields[i]
	out := croissantField{Type: "cr:Field", ID: t.name + "/" + f.Name, Name: f.Name, Description: meaning(f), DataType: croissantType(f, t.odd[i]),
		Source: sourceOf(a)}
	out.Source.Extract = map[string]string{"column": f.Name}
	if a.Format == "json" {
		out.Source.Extract = map[string]string{"jsonPath": "$[*]." + f.Name}
	}
	for _, k := range t.schema.ForeignKeys {
		if len(k.Fields) == 1 && k.Fields[0] == f.Name && r.byName[k.Table] != nil {
			out.References = &ref{k.Table + "/" + k.To[0]}
		}
	}
	return out
}

func croissantType(f *dataset.Field, odd bool) string {
	switch f.Type {
	case dataset.Integer, dataset.Year:
		return "sc:Integer"
	case dataset.Number, dataset.Decimal:
		return "sc:Float"
	case dataset.Boolean:
		return "sc:Boolean"
	case dataset.Date:
		if !odd {
			return "sc:Date"
		}
	}
	return "sc:Text"
}
