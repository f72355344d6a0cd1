package datapackage

import (
	"encoding/json"
	"strings"

	"github.com/tidywiki/tidywiki/load"
)

// A Resource is one file of a package, several that are the parts of one table, or
// data in the package itself.
type Resource struct {
	Name        string `json:"name"`
	Paths       Paths  `json:"path,omitempty"`
	Type        string `json:"type,omitempty"`
	Title       string `json:"title,omitempty"`
	Description string `json:"description,omitempty"`
	// Format is that of the data: of a description that was read, csv, json, ndjson,
	// parquet, arrow, xlsx, or "" for one that is not known. Declared is the word that
	// the description has for it.
	Format   string `json:"format"`
	Declared string `json:"-"`

	Mediatype string `json:"mediatype"`
	Encoding  string `json:"encoding,omitempty"`
	// Compression is gz or zst; the standard leaves it to the software, and this is
	// the word that frictionless has for it.
	Compression load.Compression `json:"compression,omitempty"`
	Bytes       int64            `json:"bytes"` // -1 if it is not known
	Hash        string           `json:"hash,omitempty"`
	Parts       []Part           `json:"parts,omitempty"` // an addition of tidywiki
	Dialect     *Dialect         `json:"dialect,omitempty"`
	Charts      []Chart          `json:"charts,omitempty"` // an addition of tidywiki
	Schema      *Schema          `json:"schema,omitempty"`

	// Property is the member of a JSON file that is the array.
	Property string `json:"-"`
	// Inline is the data itself, nil if it is in files.
	Inline any `json:"-"`
	// Tabular is true where the description calls the data a table.
	Tabular bool `json:"-"`
	// Broken is true where a fault is such that the rows cannot be read.
	Broken bool    `json:"-"`
	Faults []Fault `json:"-"`
}

// A Part is one of several files of a table, in the order of their rows.
type Part struct {
	Path  string `json:"path"`
	Bytes int64  `json:"bytes"` // -1 if it is not known
	Hash  string `json:"hash"`
}

// A Chart is how a table asks to be drawn: see docs/report.md.
type Chart struct {
	Kind     string   `json:"kind"`
	Title    string   `json:"title,omitempty"`
	Category string   `json:"category"`
	Series   []string `json:"series"`
	Labels   []string `json:"labels,omitempty"`
	Check    string   `json:"check,omitempty"`
}

// Paths are slash-separated, below the folder of the package. One alone is a string in
// JSON.
type Paths []string

// MarshalJSON implements [json.Marshaler].
func (p Paths) MarshalJSON() ([]byte, error) {
	if len(p) == 1 {
		return json.Marshal(p[0])
	}
	return json.Marshal([]string(p))
}

// IsAddress reports whether a path is one of the network.
func IsAddress(p string) bool { return strings.Contains(p, "://") }

// BadPath tells what is wrong with a path that must be below the folder of a package;
// "" if nothing is.
func BadPath(p string) string {
	switch {
	case p == "":
		return "is empty"
	case strings.HasPrefix(p, "/") || strings.HasPrefix(p, "~") || strings.HasPrefix(p, "file:") || len(p) > 1 && p[1] == ':':
		return "is absolute"
	case strings.Contains(p, `\`):
		return "has a backslash"
	case strings.ContainsRune(p, 0):
		return "has a zero byte"
	}
	for _, part := range strings.Split(p, "/") {
		if part == ".." {
			return "leaves the folder"
		}
	}
	return ""
}
