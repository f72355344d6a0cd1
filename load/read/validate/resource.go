package validate

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/read"
)

// A resource is one file of the package, or data in the package itself.
type resource struct {
	name   string
	paths  []string
	inline any
	// format is that of the data as its name or path tells it: csv, json, ndjson,
	// parquet, arrow, xlsx, or "" for one that is not read.
	format   string
	encoding string
	// compression is that of the file: gz, zst, or "".
	compression load.Compression
	parts       []part // ours, of a table in several files
	hash        string
	bytes       int64 // -1 if not told
	dialect     read.Dialect
	property    string // of a JSON file, that is the array
	schema      *schema
	table       bool // its rows are to be read
	broken      bool // they cannot be
	task        *Task
}

// place is what errors call the resource's data.
func (r *resource) place() string {
	if len(r.paths) == 0 {
		return "memory"
	}
	return strings.Join(r.paths, ", ")
}

// readResource reads the description of a resource.
func (c *check) readResource(o object, i int) *resource {
	r := &resource{name: o.text("name"), task: &Task{Type: "file"}, bytes: -1, dialect: read.DefaultDialect()}
	label := r.name
	if label == "" {
		label = fmt.Sprint(i + 1)
	}
	o.at = "resource " + label
	o.fail = func(format string, args ...any) { r.task.fail("resource-error", place{}, format, args...) }
	r.task.Name = label
	if r.name == "" {
		o.fail("%s has no name", o.at)
	} else if c.v1 && !nameInV1.MatchString(r.name) {
		o.fail("%s: name: lower-case letters, digits, dots, hyphens, underscores and slashes only", o.at)
	}
	c.readData(o, r)
	r.task.Place = r.place()
	r.encoding = strings.ToLower(o.text("encoding"))
	r.compression = compressionOf(o.text("compression"), r)
	r.parts = readParts(o)
	if r.hash = o.text("hash"); !hashForm.MatchString(r.hash) {
		o.fail("%s: hash is %q: it has to be as in sha256:0123abcd", o.at, r.hash)
		r.hash = ""
	}
	r.bytes = o.count("bytes", -1)
	if m := o.text("mediatype"); m != "" && !mediaType.MatchString(m) {
		o.fail("%s: mediatype is %q: it has to be as in text/csv", o.at, m)
	}
	for _, key := range []string{"title", "description", "homepage", "profile", "$schema"} {
		o.text(key)
	}
	checkLicenses(o)
	checkSources(o)
	o.notEmpty("mediatype", "type")
	r.format = formatOf(o.text("format"), o.text("mediatype"), r)
	if t := o.text("type"); t != "" && t != "table" {
		o.fail("%s: type is %q: it can only be table", o.at, t)
	}
	c.readDialect(o, r)
	c.readSchema(o, r)
	asked := o.text("type") == "table" || strings.HasPrefix(o.text("profile"), "tabular") || r.schema != nil
	r.table = !r.broken && r.format != "" && r.format != "xlsx" && (asked || r.format == "csv")
	if asked && r.format == "" && !r.broken {
		r.task.warn("%s: the format %q is not read: only the file as a whole was checked", r.place(), o.text("format"))
	}
	return r
}

// readData reads where the data is.
func (c *check) readData(o object, r *resource) {
	data, inline := o.values["data"]
	switch {
	case inline && o.has("path"):
		o.fail("%s has both data and a path", o.at)
	case inline:
		r.inline = data
		return
	case !o.has("path"):
		o.fail("%s has neither data nor a path", o.at)
		r.broken = true
		return
	}
	r.paths = o.texts("path", true)
	if len(r.paths) == 0 {
		o.fail("%s: path has no items", o.at)
		r.broken = true
	}
	for _, p := range r.paths {
		switch {
		case isAddress(p):
			r.task.fail("scheme-error", place{}, "%s: %s is an address, and nothing is read from the network: get the file and name it by a path", o.at, p)
			r.broken = true
		case badPath(p) != "":
			r.task.fail("path-error", place{}, "%s: the path %q %s", o.at, p, badPath(p))
			r.broken = true
		case strings.HasPrefix(p, "."):
			o.fail("%s: the path %q begins with a dot", o.at, p)
		}
	}
}

// formatOf tells the format of the data, "" for one that is not read.
func formatOf(format, media string, r *resource) string {
	if format == "" && len(r.paths) > 0 {
		name := strings.TrimSuffix(r.paths[0], "."+string(r.compression))
		format = strings.TrimPrefix(path.Ext(name), ".")
	}
	if format == "" && r.inline != nil {
		format = "json"
		if _, text := r.inline.(string); text {
			format = "csv"
		}
	}
	switch format = strings.ToLower(format); {
	case format == "csv" || format == "tsv" || format == "" && media == "text/csv":
		if format == "tsv" {
			r.dialect.Delimiter = "\t"
		}
		return "csv"
	case format == "ndjson" || format == "jsonl":
		return "ndjson"
	case format == "json" || format == "parquet" || format == "arrow" || format == "xlsx":
		return format
	case format == "feather":
		return "arrow"
	}
	return ""
}

// compressionOf tells how the data is packed: what the resource says, or else the
// end of its path.
func compressionOf(told string, r *resource) load.Compression {
	switch strings.ToLower(told) {
	case "gz", "gzip":
		return load.Gzip
	case "zst", "zstd":
		return load.Zstandard
	case "":
		if len(r.paths) > 0 {
			ext := load.Compression(strings.TrimPrefix(path.Ext(r.paths[0]), "."))
			if slices.Contains(load.Compressions, ext) {
				return ext
			}
		}
		return load.Uncompressed
	case "no", "none":
		return load.Uncompressed
	}
	return load.Compression(told)
}

// A part is one of several files of a table of ours.
type part struct {
	path, hash string
	bytes      int64
}

func readParts(o object) []part {
	var parts []part
	for _, p := range o.objects("parts", "part") {
		parts = append(parts, part{p.text("path"), p.text("hash"), p.count("bytes", -1)})
	}
	return parts
}

// files opens the files of a resource.
func (c *check) files(r *resource) ([]*os.File, []fs.FileInfo, error) {
	var files []*os.File
	var infos []fs.FileInfo
	for _, p := range r.paths {
		f, info, err := c.root.open(p)
		if err != nil {
			closeAll(files)
			return nil, nil, err
		}
		files, infos = append(files, f), append(infos, info)
	}
	return files, infos, nil
}

func closeAll(files []*os.File) {
	for _, f := range files {
		f.Close()
	}
}

// encoded returns data of the package as the file that it could be.
func encoded(v any) ([]byte, error) {
	if s, ok := v.(string); ok {
		return []byte(s), nil
	}
	return json.Marshal(v)
}
