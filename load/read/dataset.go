package read

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A Dataset is a folder of tables as its datapackage.json describes them. What cannot be
// understood there is passed over, and so are files outside of the folder.
type Dataset struct {
	Dir string // its folder
	datapackage.About
	Ours   bool     // made by tidywiki
	Tables []*Table // in the order of their first files
	Others []File   // of no table that can be read
	byName map[string]*Table
}

// A File is one of a dataset, or several that are the parts of one.
type File struct {
	// Path leads from the dataset's folder, with slashes; for parts, to the folder
	// that they are in.
	Path   string
	Bytes  int64 // 0 if it is not known
	Packed load.Compression
	Parts  int // 0 for a single file
	// Places are where the files are on this machine.
	Places []string
}

// Open reads what the dataset in a folder tells of itself. dir is the folder, or its
// datapackage.json.
func Open(dir string) (*Dataset, error) {
	const name = datapackage.Name
	if path.Base(filepath.ToSlash(dir)) == name {
		dir = filepath.Dir(dir)
	}
	info, err := os.Stat(dir)
	if err != nil {
		return nil, fmt.Errorf("%s does not exist: check the spelling", dir)
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is a file, not a dataset: name a folder that has a %s", dir, name)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("%s is not a dataset: %w", dir, err)
	}
	defer root.Close()
	data, err := root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s is not a dataset: it has no %s; name a folder that convert wrote", dir, name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s is not a dataset: %w", dir, err)
	}
	p, err := datapackage.Parse(data, root.ReadFile)
	if err != nil {
		return nil, fmt.Errorf("%s %w", filepath.Join(dir, name), err)
	}
	return newDataset(dir, p)
}

func newDataset(dir string, p *datapackage.Package) (*Dataset, error) {
	d := &Dataset{Dir: dir, About: p.About, Ours: p.Ours(), byName: map[string]*Table{}}
	unread := ""
	var faults []string
	for _, r := range p.Resources {
		if !d.add(r) {
			unread = r.Declared
		}
		for _, f := range r.Faults {
			faults = append(faults, f.Message)
		}
	}
	if err := d.addUndescribed(); err != nil {
		return nil, err
	}
	switch {
	case len(d.Tables) > 0:
	case unread != "":
		return nil, fmt.Errorf("%s has no table in a format that can be read: %s, not %s", dir, strings.Join(Formats, ", "), unread)
	case len(faults) > 0:
		return nil, fmt.Errorf("%s: %s", filepath.Join(dir, datapackage.Name), strings.Join(faults[:min(3, len(faults))], "; "))
	}
	return d, nil
}

// Table returns the table of that name, or nil.
func (d *Dataset) Table(name string) *Table { return d.byName[name] }

// add takes a file and reports whether it is one of a table that can be read.
func (d *Dataset) add(r *datapackage.Resource) bool {
	if len(r.Paths) == 0 {
		return false
	}
	at := tablePath(r.Paths[0])
	f := File{Path: r.Paths[0], Bytes: max(0, r.Bytes), Packed: r.Compression}
	if len(r.Paths) > 1 || at.Part > 0 {
		// The parts of a text are not tables of their own: only the first has a header.
		if r.Format != "parquet" && r.Format != "arrow" {
			return false
		}
		f.Path, f.Parts = path.Dir(r.Paths[0]), len(r.Paths)
	}
	for _, file := range r.Paths {
		if !filepath.IsLocal(filepath.FromSlash(file)) {
			return false
		}
		f.Places = append(f.Places, filepath.Join(d.Dir, filepath.FromSlash(file)))
	}
	if r.Schema == nil || !slices.Contains(Formats, r.Format) {
		if t := d.byName[at.Table]; t != nil && r.Schema != nil {
			t.Unread = append(t.Unread, f)
		} else {
			d.Others = append(d.Others, f)
		}
		return false
	}
	t := d.table(at.Table)
	t.Files[r.Format] = f
	if !t.Described {
		t.describe(r)
	}
	if r.Format == "csv" {
		t.Dialect = *r.Dialect
	}
	return true
}

func (d *Dataset) table(name string) *Table {
	t := d.byName[name]
	if t == nil {
		t = &Table{Name: name, Files: map[string]File{}}
		d.byName[name] = t
		d.Tables = append(d.Tables, t)
	}
	return t
}

// addUndescribed finds the wide tables that a dataset of very many pages does not
// describe.
func (d *Dataset) addUndescribed() error {
	if !d.Ours {
		return nil
	}
	root := filepath.Join(d.Dir, "data", "tables")
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		rel, err := filepath.Rel(d.Dir, file)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		at := tablePath(rel)
		if t := d.byName[at.Table]; slices.Contains(Formats, at.Format) && (t == nil || !t.Described) {
			d.table(at.Table).Files[at.Format] = File{Path: rel, Packed: at.Compression, Places: []string{file}}
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
