package release

import (
	"path"
	"slices"

	"github.com/tidywiki/tidywiki/load"
)

// An asset is a table in one format: a file, or a folder of parts.
type asset struct {
	load.TablePath             // of the first file
	files          []load.File // in the order of their rows
}

// addFile adds a file to the asset of its format.
func (t *table) addFile(p load.TablePath, f load.File) {
	i := slices.IndexFunc(t.assets, func(a asset) bool { return a.Format == p.Format })
	if i < 0 {
		i = len(t.assets)
		t.assets = append(t.assets, asset{TablePath: p})
	}
	a := &t.assets[i]
	a.files = append(a.files, f)
	if p.Part < a.Part {
		a.TablePath = p
	}
}

// order puts the formats in the order in which people should take them for the
// table itself, and the parts in that of their rows.
func (t *table) order() {
	slices.SortStableFunc(t.assets, func(a, b asset) int { return rankOf(a.Format) - rankOf(b.Format) })
	for i := range t.assets {
		slices.SortFunc(t.assets[i].files, func(a, b load.File) int { return partOf(a) - partOf(b) })
	}
}

func partOf(f load.File) int {
	p, _ := load.ParseTablePath(f.Path)
	return p.Part
}

// inParts reports whether the table is a folder in this format.
func (a *asset) inParts() bool { return a.Part > 0 }

// pattern is a glob that matches the file, or all of its parts.
func (a *asset) pattern() string {
	if a.inParts() {
		return path.Dir(a.String()) + "/*." + a.Format
	}
	return a.String()
}

func (a *asset) paths() []string {
	paths := make([]string, len(a.files))
	for i, f := range a.files {
		paths[i] = f.Path
	}
	return paths
}

func (a *asset) bytes() (n int64) {
	for _, f := range a.files {
		n += f.Bytes
	}
	return n
}

// asset returns the table in that format, nil if there is none.
func (t *table) asset(format string) *asset {
	for i := range t.assets {
		if t.assets[i].Format == format {
			return &t.assets[i]
		}
	}
	return nil
}
