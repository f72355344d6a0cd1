package diff

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

	"github.com/tidywiki/tidywiki/load/diff/internal/read"
)

// The parts of a Data Package that are read.
type (
	pkgFile struct {
		Title     string        `json:"title"`
		Version   string        `json:"version"`
		Generator string        `json:"generator"`
		Resources []pkgResource `json:"resources"`
	}
	pkgResource struct {
		Name   string          `json:"name"`
		Title  string          `json:"title"`
		Path   json.RawMessage `json:"path"` // a string; a list of parts is refused
		Format string          `json:"format"`
		Schema *pkgSchema      `json:"schema"`
		// Dialect is that of a CSV file; others than an object are not read.
		Dialect json.RawMessage `json:"dialect"`
	}
	pkgDialect struct {
		Delimiter    string `json:"delimiter"`
		FormulaGuard string `json:"formulaGuard"` // ours
	}
	pkgSchema struct {
		Fields        []pkgField   `json:"fields"`
		PrimaryKey    names        `json:"primaryKey"`
		ForeignKeys   []pkgForeign `json:"foreignKeys"`
		MissingValues []any        `json:"missingValues"`
	}
	pkgField struct {
		Name        string `json:"name"`
		Type        string `json:"type"`
		Unit        string `json:"unit"`
		Constraints struct {
			Required bool `json:"required"`
		} `json:"constraints"`
	}
	pkgForeign struct {
		Fields    names `json:"fields"`
		Reference struct {
			Resource string `json:"resource"`
			Fields   names  `json:"fields"`
		} `json:"reference"`
	}
)

// names is a list of names; a Data Package may give one alone.
type names []string

func (n *names) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*n = names{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(n))
}

// An edition is one of the two datasets.
type edition struct {
	dir            string
	title, version string
	ours           bool // made by tidywiki
	tables         []*table
	byName         map[string]*table
}

// A table is one table of an edition, in as many formats as there are files.
type table struct {
	name, title string
	described   bool
	columns     []read.Column // as described
	key         []string
	foreign     []pkgForeign
	missing     []string
	dialect     pkgDialect
	files       map[string]string // path by format
}

// open reads what an edition says of itself. dir is its folder, or its
// datapackage.json.
func open(dir string) (*edition, error) {
	if path.Base(filepath.ToSlash(dir)) == packageName {
		dir = filepath.Dir(dir)
	}
	data, err := os.ReadFile(filepath.Join(dir, packageName))
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("%s does not exist", dir)
		}
		return nil, fmt.Errorf("%s is not a dataset: it has no %s", dir, packageName)
	}
	if err != nil {
		return nil, fmt.Errorf("%s is not a dataset: %w", dir, err)
	}
	var p pkgFile
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(dir, packageName), err)
	}
	r := &edition{dir: dir, title: p.Title, version: p.Version, ours: strings.HasPrefix(p.Generator, "tidywiki"), byName: map[string]*table{}}
	unread := ""
	for i := range p.Resources {
		if !r.add(&p.Resources[i]) {
			unread = p.Resources[i].Format
		}
	}
	if err := r.addUndescribed(); err != nil {
		return nil, err
	}
	if len(r.tables) == 0 && unread != "" {
		return nil, fmt.Errorf("%s has no table in a format that can be compared: %s, not %s", dir, strings.Join(read.Formats, ", "), unread)
	}
	return r, nil
}

const packageName = "datapackage.json"

// add takes a file of a table and says whether it can be read.
func (e *edition) add(res *pkgResource) bool {
	var file string
	if json.Unmarshal(res.Path, &file) != nil || !filepath.IsLocal(filepath.FromSlash(file)) {
		return false
	}
	name, ext := tableName(file)
	format := res.Format
	if format == "" {
		format = ext
	}
	if !slices.Contains(read.Formats, format) || res.Schema == nil {
		return false
	}
	t := e.table(name)
	t.files[format] = filepath.Join(e.dir, filepath.FromSlash(file))
	if !t.described {
		t.describe(res)
	}
	if format == "csv" && len(res.Dialect) > 0 && json.Unmarshal(res.Dialect, &t.dialect) != nil {
		t.dialect = pkgDialect{} // a name or an address: what it says is not known
	}
	return true
}

func (e *edition) table(name string) *table {
	t := e.byName[name]
	if t == nil {
		t = &table{name: name, files: map[string]string{}}
		e.byName[name] = t
		e.tables = append(e.tables, t)
	}
	return t
}

func (t *table) describe(res *pkgResource) {
	t.described, t.title = true, res.Title
	t.key, t.foreign = res.Schema.PrimaryKey, res.Schema.ForeignKeys
	for _, f := range res.Schema.Fields {
		t.columns = append(t.columns, read.Column{Name: f.Name, Type: f.Type, Required: f.Constraints.Required, Unit: f.Unit})
	}
	for _, m := range res.Schema.MissingValues {
		if s, ok := m.(string); ok {
			t.missing = append(t.missing, s)
		}
	}
}

// addUndescribed finds the wide tables that an edition of very many pages does not
// describe.
func (e *edition) addUndescribed() error {
	root := filepath.Join(e.dir, "data", "tables")
	err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !e.ours {
			return err
		}
		rel, err := filepath.Rel(e.dir, file)
		if err != nil {
			return err
		}
		name, format := tableName(filepath.ToSlash(rel))
		if t := e.byName[name]; slices.Contains(read.Formats, format) && (t == nil || !t.described) {
			e.table(name).files[format] = file
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

// formats chooses the files to compare: of the same format if there is one.
func formats(old, new *table) (forOld, forNew string) {
	for _, f := range read.Formats {
		if old.files[f] != "" && new.files[f] != "" {
			return f, f
		}
	}
	return old.best(), new.best()
}

// best is the format that is read the fastest.
func (t *table) best() string {
	for _, f := range read.Formats {
		if t.files[f] != "" {
			return f
		}
	}
	return ""
}

// open opens the table's file in a format.
func (t *table) open(format string) (read.Table, error) {
	d := read.Description{Columns: t.columns, Missing: t.missing, Guard: t.dialect.FormulaGuard}
	if len(t.dialect.Delimiter) == 1 {
		d.Delimiter = t.dialect.Delimiter[0]
	}
	return read.Open(t.files[format], format, d)
}
