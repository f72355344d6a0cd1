package preprocess

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// A Folder is a set of templates read from files.
type Folder map[string]string

// Lookup finds a template by its title; the case of letters says nothing.
func (f Folder) Lookup(name string) (string, bool) {
	text, ok := f[foldTitle(name)]
	return text, ok
}

// LoadFolder reads the templates of a folder and those below it: a file `Nts.wiki`,
// `Template:Nts.txt` or `Template%3ANts` holds the wikitext of Template:Nts. Where
// file systems allow no colon or slash in names, write %3A and %2F.
func LoadFolder(folder fs.FS) (Folder, error) {
	out := Folder{}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		var at *fs.PathError
		if name == "." && errors.As(err, &at) {
			return at.Err // the caller knows the folder by another name
		}
		if err != nil {
			return err
		}
		switch hidden := strings.HasPrefix(d.Name(), ".") && name != "."; {
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
			return nil
		}
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return err
		}
		title := fileTitle(name)
		if _, twice := out[title]; twice {
			return fmt.Errorf("%s: another file of the folder is template %q already", name, title)
		}
		out[title] = string(data)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

var fileEscapes = strings.NewReplacer("%3A", ":", "%3a", ":", "%2F", "/", "%2f", "/", "_", " ")

// fileTitle is the folded title of the template in a file.
func fileTitle(name string) string {
	base := path.Base(name)
	for _, ext := range []string{".wiki", ".wikitext", ".mediawiki", ".txt"} {
		base = strings.TrimSuffix(base, ext)
	}
	title, ok := templateTitle(fileEscapes.Replace(base))
	if !ok {
		title = base
	}
	return foldTitle(title)
}
