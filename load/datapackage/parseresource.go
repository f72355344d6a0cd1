package datapackage

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
)

// resource reads the description of a resource.
func (p *parser) resource(o object, i int) *Resource {
	dialect := DefaultDialect()
	r := &Resource{Dialect: &dialect}
	o.fail = func(format string, args ...any) { r.fail("resource-error", format, args...) }
	if r.Name = o.text("name"); r.Name == "" {
		o.at = fmt.Sprint("resource ", i+1)
		o.fail("%s has no name", o.at)
	} else if o.at = "resource " + r.Name; p.v1 && !nameInV1.MatchString(r.Name) {
		o.fail("%s: name: lower-case letters, digits, dots, hyphens, underscores and slashes only", o.at)
	}
	r.readData(o)
	r.Encoding = strings.ToLower(o.text("encoding"))
	r.Compression = compressionOf(o.text("compression"), r)
	for _, part := range o.objects("parts", "part") {
		r.Parts = append(r.Parts, Part{part.text("path"), part.count("bytes", -1), part.text("hash")})
	}
	if r.Hash = o.text("hash"); !hashForm.MatchString(r.Hash) {
		o.fail("%s: hash is %q: it has to be as in sha256:0123abcd", o.at, r.Hash)
		r.Hash = ""
	}
	r.Bytes = o.count("bytes", -1)
	if r.Mediatype = o.text("mediatype"); r.Mediatype != "" && !mediaType.MatchString(r.Mediatype) {
		o.fail("%s: mediatype is %q: it has to be as in text/csv", o.at, r.Mediatype)
	}
	r.Title, r.Description, r.Type = o.text("title"), o.text("description"), o.text("type")
	for _, key := range []string{"homepage", "$schema"} {
		o.text(key)
	}
	readLicenses(o)
	readSources(o)
	o.notEmpty("mediatype", "type")
	if r.Type != "" && r.Type != "table" {
		o.fail("%s: type is %q: it can only be table", o.at, r.Type)
	}
	r.Declared = o.text("format")
	r.readFormat()
	p.readDialect(o, r)
	r.readCharts(o.silent())
	p.readSchema(o, r)
	r.Tabular = r.Type == "table" || strings.HasPrefix(o.text("profile"), "tabular") || r.Schema != nil && !r.Broken
	return r
}

// readData reads where the data is.
func (r *Resource) readData(o object) {
	data, inline := o.values["data"]
	switch {
	case inline && o.has("path"):
		o.fail("%s has both data and a path", o.at)
	case inline:
		r.Inline = data
		return
	case !o.has("path"):
		o.fail("%s has neither data nor a path", o.at)
		r.Broken = true
		return
	}
	if r.Paths = o.texts("path", true); len(r.Paths) == 0 {
		o.fail("%s: path has no items", o.at)
		r.Broken = true
	}
	for _, p := range r.Paths {
		switch {
		case IsAddress(p):
			r.fail("scheme-error", "%s: %s is an address, and nothing is read from the network: get the file and name it by a path", o.at, p)
			r.Broken = true
		case BadPath(p) != "":
			r.fail("path-error", "%s: the path %q %s", o.at, p, BadPath(p))
			r.Broken = true
		case strings.HasPrefix(p, "."):
			o.fail("%s: the path %q begins with a dot", o.at, p)
		}
	}
}

// readFormat finds the format of the data.
func (r *Resource) readFormat() {
	format := r.Declared
	if format == "" && len(r.Paths) > 0 {
		name := strings.TrimSuffix(r.Paths[0], "."+string(r.Compression))
		format = strings.TrimPrefix(path.Ext(name), ".")
	}
	if format == "" && r.Inline != nil {
		format = "json"
		if _, text := r.Inline.(string); text {
			format = "csv"
		}
	}
	switch format = strings.ToLower(format); format {
	case "csv", "json", "ndjson", "parquet", "arrow", "xlsx":
		r.Format = format
	case "tsv":
		r.Format = "csv"
		r.Dialect.Delimiter = "\t"
	case "jsonl":
		r.Format = "ndjson"
	case "feather":
		r.Format = "arrow"
	case "":
		if r.Mediatype == "text/csv" {
			r.Format = "csv"
		}
	}
}

// readCharts reads the charts that a table asks for.
func (r *Resource) readCharts(o object) {
	for _, c := range o.objects("charts", "chart") {
		r.Charts = append(r.Charts, Chart{c.text("kind"), c.text("title"), c.text("category"), c.texts("series", false), c.texts("labels", false), c.text("check")})
	}
}

// compressionOf returns how the data is compressed: what the resource declares, or else
// what the end of its path tells.
func compressionOf(declared string, r *Resource) load.Compression {
	switch strings.ToLower(declared) {
	case "gz", "gzip":
		return load.Gzip
	case "zst", "zstd":
		return load.Zstandard
	case "":
		if len(r.Paths) > 0 {
			ext := load.Compression(strings.TrimPrefix(path.Ext(r.Paths[0]), "."))
			if slices.Contains(load.Compressions, ext) {
				return ext
			}
		}
		return load.Uncompressed
	case "no", "none":
		return load.Uncompressed
	}
	return load.Compression(declared)
}
