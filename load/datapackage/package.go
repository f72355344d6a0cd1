// Package datapackage is the one model of datapackage.json: the parts of Data Package
// 2.0 (https://datapackage.org) that tidywiki writes, and those of versions 1 and 2
// that it reads.
//
//	{"title": "Rivers", "resources": [             p.Title                  "Rivers"
//	  {"name": "lengths", "path": "l.csv",         p.Resources[0].Paths     ["l.csv"]
//	   "bytes": "many", "schema": {...}}]}         p.Resources[0].Faults    resource lengths: bytes is the string "many", not a whole number
//
// [Parse] reads any description and takes from it what can be understood. What breaks a
// rule of the standard is a fault of the package or of the resource: load/read/validate
// reports it, and everybody else passes over it. Encode the model as JSON to write it.
package datapackage

import "strings"

// Name is the name of the file that makes a folder a dataset.
const Name = "datapackage.json"

// WidePrefix begins the names of wide tables, which belong to one page:
// tables/<page_id>/<nn>-<slug>.
const WidePrefix = "tables/"

// A Package is a dataset.
type Package struct {
	About
	Resources []*Resource `json:"resources"`
	// Faults are those of the package as a whole.
	Faults []Fault `json:"-"`
}

// A Fault is something that breaks a rule of the standard. Type is one of
// package-error, resource-error, dialect-error, schema-error, and path-error and
// scheme-error for paths that leave the folder, or are addresses.
type Fault struct{ Type, Message string }

// About is what a dataset tells of itself as a whole. Each field may be empty.
type About struct {
	Schema      string   `json:"$schema,omitempty"`
	Name        string   `json:"name,omitempty"`
	Title       string   `json:"title,omitempty"`
	Description string   `json:"description,omitempty"`
	Homepage    string   `json:"homepage,omitempty"`
	Version     string   `json:"version,omitempty"`
	Created     string   `json:"created,omitempty"`
	Keywords    []string `json:"keywords,omitempty"`
	// Generator is an addition of tidywiki. It marks the folder as one that tidywiki
	// made and may replace, and must come before the resources.
	Generator    string        `json:"generator,omitempty"`
	Licenses     []License     `json:"licenses,omitempty"`
	Contributors []Contributor `json:"contributors,omitempty"`
	Sources      []Source      `json:"sources,omitempty"`
}

// A License is one of those a dataset is under.
type License struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

// A Source is where data came from. License, Hash and Bytes are additions of tidywiki.
type Source struct {
	Title   string `json:"title,omitempty"`
	Path    string `json:"path,omitempty"`
	Version string `json:"version,omitempty"`
	License string `json:"license,omitempty"`
	Hash    string `json:"hash,omitempty"`
	Bytes   int64  `json:"bytes,omitempty"`
}

// A Contributor is a person or an organisation.
type Contributor struct {
	Title        string   `json:"title,omitempty"`
	Path         string   `json:"path,omitempty"`
	Organization string   `json:"organization,omitempty"`
	Roles        []string `json:"roles,omitempty"`
}

// Ours reports whether tidywiki made the dataset.
func (a *About) Ours() bool { return strings.HasPrefix(a.Generator, "tidywiki") }
