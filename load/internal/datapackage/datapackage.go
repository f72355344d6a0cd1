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

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/read"
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

// A File is one of a dataset, or several that are the parts of one.
type File struct {
	// Path leads from the dataset's folder, with slashes; for parts, to the folder
	// that they are in.
	Path   string
	Bytes  int64 // 0 if it isn't told
	Packed load.Compression
	Parts  int      // 0 for a single file
	places []string // on this machine
}

// Places are where the files are on this machine.
func (f File) Places() []string { return f.places }

// Open reads what the dataset in a folder says of itself. dir is the folder, or
// its datapackage.json.
func Open(dir string) (*Package, error) {
	if path.Base(filepath.ToSlash(dir)) == Name {
		dir = filepath.Dir(dir)
	}
	data, err := os.ReadFile(filepath.Join(dir, Name))
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("%s does not exist: check the spelling", dir)
		}
		return nil, fmt.Errorf("%s is not a dataset: it has no %s; name a folder that convert wrote", dir, Name)
	}
	if info, failed := os.Stat(dir); failed == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is a file, not a dataset: name a folder that has a %s", dir, Name)
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
	var paths Names
	if json.Unmarshal(res.Path, &paths) != nil || len(paths) == 0 {
		return false
	}
	at := tablePath(paths[0])
	name, format := at.Table, res.Format
	if format == "" {
		format = at.Format
	}
	f := File{Path: paths[0], Bytes: more.Bytes, Packed: at.Compression}
	if len(paths) > 1 || at.Part > 0 {
		// The parts of a text are no tables of their own: only the first has a header.
		if format != "parquet" && format != "arrow" {
			return false
		}
		f.Path, f.Parts = path.Dir(paths[0]), len(paths)
	}
	for _, file := range paths {
		if !filepath.IsLocal(filepath.FromSlash(file)) {
			return false
		}
		f.places = append(f.places, filepath.Join(p.Dir, filepath.FromSlash(file)))
	}
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
		is := tablePath(rel)
		if t := p.byName[is.Table]; slices.Contains(read.Formats, is.Format) && (t == nil || !t.Described) {
			p.table(is.Table).Files[is.Format] = File{Path: rel, Packed: is.Compression, places: []string{file}}
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// tablePath tells which table the file at a path is of: cells in CSV of
// data/cells.csv.gz. Other datasets have their files anywhere.
func tablePath(file string) load.TablePath {
	if t, ok := load.ParseTablePath(file); ok {
		return t
	}
	t, _ := load.ParseTablePath("data/" + file)
	return t
}
