package release

import (
	"bytes"
	"encoding/hex"
	"path"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/figure"
)

// The parts of a Data Package 2.0 that are used here (https://datapackage.org).
type (
	pkgFile struct {
		Schema      string   `json:"$schema"`
		Name        string   `json:"name"`
		Title       string   `json:"title"`
		Description string   `json:"description"`
		Homepage    string   `json:"homepage,omitempty"`
		Version     string   `json:"version,omitempty"`
		Created     string   `json:"created,omitempty"`
		Keywords    []string `json:"keywords,omitempty"`
		// Generator is ours. It says that the folder is one that tidywiki made and
		// may replace, and has to stand before the resources.
		Generator    string           `json:"generator"`
		Licenses     []pkgLicense     `json:"licenses,omitempty"`
		Contributors []pkgContributor `json:"contributors,omitempty"`
		Sources      []pkgSource      `json:"sources,omitempty"`
		Resources    []pkgResource    `json:"resources"`
	}
	pkgLicense struct {
		Name  string `json:"name"`
		Path  string `json:"path,omitempty"`
		Title string `json:"title,omitempty"`
	}
	// A source's licence, hash and size are ours.
	pkgSource struct {
		Title   string `json:"title,omitempty"`
		Path    string `json:"path,omitempty"`
		Version string `json:"version,omitempty"`
		License string `json:"license,omitempty"`
		Hash    string `json:"hash,omitempty"`
		Bytes   int64  `json:"bytes,omitempty"`
	}
	pkgContributor struct {
		Title        string   `json:"title"`
		Path         string   `json:"path,omitempty"`
		Organization string   `json:"organization,omitempty"`
		Roles        []string `json:"roles"`
	}
	// A chart is how a table asks to be drawn, on its first file: docs/report.md.
	pkgChart struct {
		Kind     string   `json:"kind"`
		Title    string   `json:"title,omitempty"`
		Category string   `json:"category"`
		Series   []string `json:"series"`
		Labels   []string `json:"labels,omitempty"`
		Check    string   `json:"check,omitempty"`
	}
	pkgDialect struct {
		FormulaGuard string `json:"formulaGuard"`
	}
	pkgPart struct {
		Path  string `json:"path"`
		Bytes int64  `json:"bytes"`
		Hash  string `json:"hash"`
	}
	pkgResource struct {
		Name        string `json:"name"`
		Path        any    `json:"path"` // a string, or those of the parts
		Type        string `json:"type,omitempty"`
		Title       string `json:"title,omitempty"`
		Description string `json:"description,omitempty"`
		Format      string `json:"format"`
		Mediatype   string `json:"mediatype"`
		Encoding    string `json:"encoding,omitempty"`
		// Compression is gz or zst; the standard leaves it to the software, and this
		// is the word that frictionless has for it.
		Compression string      `json:"compression,omitempty"`
		Bytes       int64       `json:"bytes"`
		Hash        string      `json:"hash,omitempty"`
		Parts       []pkgPart   `json:"parts,omitempty"` // ours
		Dialect     *pkgDialect `json:"dialect,omitempty"`
		Charts      []pkgChart  `json:"charts,omitempty"` // ours
		Schema      *pkgTable   `json:"schema,omitempty"`
	}
)

// generator names this program in the files it makes.
func (r *Release) generator() string { return strings.TrimSpace("tidywiki " + r.info.Version) }

func (r *Release) writePackage(buf *bytes.Buffer) error {
	p := pkgFile{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json",
		Name:   r.name(), Title: r.title(), Description: r.description(),
		Homepage: r.info.Homepage, Version: r.info.DataVersion, Created: r.info.Created, Keywords: r.info.Keywords,
		Generator: r.generator(), Resources: []pkgResource{},
	}
	for _, id := range r.licenses() {
		p.Licenses = append(p.Licenses, licenseOf(id))
	}
	for _, a := range r.info.Authors {
		p.Contributors = append(p.Contributors, pkgContributor{a.Name, a.ORCID, a.Affiliation, []string{"author"}})
	}
	for _, s := range r.pages.sources {
		p.Sources = append(p.Sources, pkgSource{Title: s.title, Path: packagePath(s.where), Version: s.revision, License: s.license,
			Hash: prefixed("sha256:", s.sha256), Bytes: s.bytes})
	}
	if more := r.pages.count - int64(len(r.pages.sources)); more > 0 {
		p.Sources = append(p.Sources, pkgSource{Title: "and " + figure.Count(more, "further page") + ": see the table pages"})
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
func (r *Release) resources(t *table) []pkgResource {
	var all []pkgResource
	schema := r.tableSchema(t)
	for i := range t.assets {
		a := &t.assets[i]
		res := resource(a.TablePath, a.files[0])
		if a.inParts() {
			res.inParts(a)
		}
		res.Name, res.Title, res.Description, res.Schema = t.name, t.schema.Title, t.schema.Description, schema
		if i > 0 {
			res.Name += "." + res.Format
		} else {
			for _, c := range t.schema.Charts {
				res.Charts = append(res.Charts, pkgChart{c.Kind, c.Title, c.Category, c.Series, c.Labels, c.Check})
			}
		}
		if formatOf(res.Format).text {
			res.Type = "table"
		}
		if res.Format == "csv" && r.info.FormulaGuard != "" {
			res.Dialect = &pkgDialect{r.info.FormulaGuard}
		}
		all = append(all, res)
	}
	return all
}

// inParts makes the resource one of several files. The standard knows a hash of
// one file only, so each part has its own.
func (res *pkgResource) inParts(a *asset) {
	res.Path, res.Hash, res.Bytes = a.paths(), "", a.bytes()
	for _, f := range a.files {
		res.Parts = append(res.Parts, pkgPart{f.Path, f.Bytes, hashOf(f)})
	}
}

func hashOf(f load.File) string { return "sha256:" + hex.EncodeToString(f.SHA256[:]) }

// resource says what is known of any file.
func resource(p load.TablePath, f load.File) pkgResource {
	format := formatOf(p.Format)
	res := pkgResource{Path: f.Path, Format: p.Format, Mediatype: format.media, Compression: string(p.Compression), Bytes: f.Bytes, Hash: hashOf(f)}
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
