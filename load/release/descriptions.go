package release

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A description is one of the files about the dataset: its path and how it is made.
type description struct {
	path  string
	write func(*Release, *bytes.Buffer) error
}

// descriptions are all of them. Each may refer to the tables' files and to the descriptions
// before it, which are in r.written.
var descriptions = []description{
	{"README.md", (*Release).writeReadme},
	{datapackage.Name, (*Release).writePackage},
	{"croissant.json", (*Release).writeCroissant},
	{"CITATION.cff", (*Release).writeCitation},
	{"provenance.intoto.json", (*Release).writeProvenance},
}

const (
	sumsPath = "SHA256SUMS"
	runPath  = "run.json"
)

// Write writes the descriptions of the dataset and the checksums. The files are
// all that the sink holds, each complete.
func (r *Release) Write(out load.Sink, files []load.File) error {
	r.files = r.match(files)
	r.written = slices.Clone(files)
	for _, d := range descriptions {
		var buf bytes.Buffer
		if err := d.write(r, &buf); err != nil {
			return fmt.Errorf("%s: %w", d.path, err)
		}
		if err := put(out, d.path, buf.Bytes()); err != nil {
			return err
		}
		r.written = append(r.written, fileOf(d.path, buf.Bytes()))
	}
	return put(out, sumsPath, sums(r.written))
}

// fileOf returns the entry of a file with that content.
func fileOf(path string, data []byte) load.File {
	return load.File{Path: path, Bytes: int64(len(data)), SHA256: sha256.Sum256(data)}
}

// sums are lines for sha256sum -c, sorted by path.
func sums(files []load.File) []byte {
	slices.SortFunc(files, func(a, b load.File) int { return strings.Compare(a.Path, b.Path) })
	var buf bytes.Buffer
	for _, f := range files {
		if f.Path != sumsPath && f.Path != runPath {
			fmt.Fprintf(&buf, "%s  %s\n", hex.EncodeToString(f.SHA256[:]), f.Path)
		}
	}
	return buf.Bytes()
}

// WriteRun writes how the run went: any value that encodes as a JSON object.
func WriteRun(out load.Sink, report any) error {
	var buf bytes.Buffer
	if err := encode(&buf, report); err != nil {
		return fmt.Errorf("%s: %w", runPath, err)
	}
	return put(out, runPath, buf.Bytes())
}

// encode writes indented JSON.
func encode(buf *bytes.Buffer, v any) error {
	e := json.NewEncoder(buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func put(out load.Sink, path string, data []byte) error {
	w, err := out.Create(path)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	if closed := w.Close(); err == nil {
		err = closed
	}
	return err
}
