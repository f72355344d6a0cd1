// Package datapackage reads what a dataset says of itself: the tables of a
// datapackage.json and their files, in all formats that can be read.
//
//	{"title": "Rivers", "resources": [                        Title    "Rivers"
//	  {"path": "data/lengths.csv", "schema": {...}},          Tables   lengths: csv, json
//	  {"path": "data/lengths.json", "schema": {...}},
//	  {"path": "data/dataset.xlsx"}]}                         Others   data/dataset.xlsx
//
// Nothing is checked here: that is for load/validate. What cannot be understood is
// passed over, files outside of the folder are.
package datapackage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/internal/read"
)

// Name is that of the file which makes a folder a dataset.
const Name = "datapackage.json"

// WidePrefix begins the names of wide tables, which belong to one page:
// tables/<page_id>/<nn>-<slug>.
const WidePrefix = "tables/"

// A Package is a dataset.
type Package struct {
	Dir string // its folder
	About
	Ours   bool     // made by tidywiki
	Tables []*Table // in the order of their first files
	Others []File   // of no table that can be read
	byName map[string]*Table
}

// About is what a dataset says of itself as a whole. Each field may be empty.
type About struct {
	Title, Description, Version, Created, Homepage, Generator string

	Keywords []string
	Licenses []License
	Sources  []Source
}

// A License is one of those a dataset is under.
type License struct{ Name, Path, Title string }

// A Source is where data came from. Version, License, Hash and Bytes are those of
// the source.
type Source struct {
	Title, Path, Version, License, Hash string
	Bytes                               int64
}

// A File is one of a dataset.
type File struct {
	Path  string // from the dataset's folder, with slashes
	Bytes int64  // 0 if it isn't told
	at    string // on this machine
}

// Place is where the file is on this machine.
func (f File) Place() string { return f.at }

// Open reads what the dataset in a folder says of itself. dir is the folder, or
// its datapackage.json.
func Open(dir string) (*Package, error) {
	if path.Base(filepath.ToSlash(dir)) == Name {
		dir = filepath.Dir(dir)
	}
	data, err := os.ReadFile(filepath.Join(dir, Name))
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("%s does not exist", dir)
		}
		return nil, fmt.Errorf("%s is not a dataset: it has no %s", dir, Name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s is not a dataset: %w", dir, err)
	}
	var d description
	if err := json.Unmarshal(data, &d); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, Name), err)
	}
	p := &Package{Dir: dir, Ours: strings.HasPrefix(d.Generator, "tidywiki"), byName: map[string]*Table{}}
	_ = json.Unmarshal(data, &p.About) // what has another type than it should is left out
	unread := ""
	for _, raw := range d.Resources {
		var res resource
		if err := json.Unmarshal(raw, &res); err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Join(dir, Name), err)
		}
		var more aside
		_ = json.Unmarshal(raw, &more)
		if !p.add(&res, &more) {
			unread = res.Format
		}
	}
	if err := p.addUndescribed(); err != nil {
		return nil, err
	}
	if len(p.Tables) == 0 && unread != "" {
		return nil, fmt.Errorf("%s has no table in a format that can be read: %s, not %s", dir, strings.Join(read.Formats, ", "), unread)
	}
	return p, nil
}

// Table returns the table of that name, or nil.
func (p *Package) Table(name string) *Table { return p.byName[name] }

// add takes a file and says whether it is one of a table that can be read.
func (p *Package) add(res *resource, more *aside) bool {
	var file string
	if json.Unmarshal(res.Path, &file) != nil || !filepath.IsLocal(filepath.FromSlash(file)) {
		return false
	}
	name, ext := tableName(file)
	format := res.Format
	if format == "" {
		format = ext
	}
	f := File{file, more.Bytes, filepath.Join(p.Dir, filepath.FromSlash(file))}
	if res.Schema == nil || !slices.Contains(read.Formats, format) {
		if t := p.byName[name]; t != nil && res.Schema != nil {
			t.Unread = append(t.Unread, f)
		} else {
			p.Others = append(p.Others, f)
		}
		return false
	}
	t := p.table(name)
	t.Files[format] = f
	if !t.Described {
		t.describe(res, more)
	}
	if format == "csv" && len(res.Dialect) > 0 && json.Unmarshal(res.Dialect, &t.Dialect) != nil {
		t.Dialect = Dialect{} // a name or an address: what it says is not known
	}
	return true
}

func (p *Package) table(name string) *Table {
	t := p.byName[name]
	if t == nil {
		t = &Table{Name: name, Files: map[string]File{}}
		p.byName[name] = t
		p.Tables = append(p.Tables, t)
	}
	return t
}

// addUndescribed finds the wide tables that a dataset of very many pages does not
// describe.
func (p *Package) addUndescribed() error {
	root := filepath.Join(p.Dir, "data", "tables")
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !p.Ours {
			return err
		}
		rel, err := filepath.Rel(p.Dir, file)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		name, format := tableName(rel)
		if t := p.byName[name]; slices.Contains(read.Formats, format) && (t == nil || !t.Described) {
			p.table(name).Files[format] = File{Path: rel, at: file}
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// tableName returns the name of the table whose file is at a path, and the ending:
// cells and csv of data/cells.csv.
func tableName(file string) (name, ext string) {
	ext = strings.TrimPrefix(path.Ext(file), ".")
	return strings.TrimPrefix(strings.TrimSuffix(file, path.Ext(file)), "data/"), ext
}
