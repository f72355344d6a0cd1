package release

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// Stamp gives a dataset a version and a date that it does not have, and returns the files
// that change by it, by path: those that name them, and those that have their
// checksums. They are, byte for byte, what [Release.Write] makes for an Info that has
// the two. created is as [CheckDate] returns it, or empty for none. A dataset that has
// them already changes in nothing; one that has others is an error.
func Stamp(dataset fs.FS, version, created string) (map[string][]byte, error) {
	now, err := identify(dataset)
	switch {
	case err != nil:
		return nil, err
	case now.Version == version && (created == "" || now.Created == created):
		return nil, nil
	case now.Version != "" && now.Version != version:
		return nil, fmt.Errorf("the dataset is already version %s: release it as that, or convert it again without a version", now.Version)
	case now.Created != "" && created != "" && now.Created != created:
		return nil, fmt.Errorf("the dataset already has the date %s: release it without a date, or convert it again without one", now.Created)
	}
	s := &stamp{dataset: dataset, version: version, created: created, changed: map[string][]byte{}}
	for _, f := range []struct {
		path string
		edit func([]byte) ([]byte, error)
	}{{datapackage.Name, s.dataPackage}, {"croissant.json", s.croissant}, {"CITATION.cff", s.citation},
		{"provenance.intoto.json", s.hashes}, {sumsPath, s.hashes}} {
		if err := s.file(f.path, f.edit); err != nil {
			return nil, fmt.Errorf("%s: %w", f.path, err)
		}
	}
	return s.changed, nil
}

// An identity is what datapackage.json calls the dataset.
type identity struct{ Name, Title, Version, Created string }

func identify(dataset fs.FS) (identity, error) {
	var id identity
	data, err := fs.ReadFile(dataset, datapackage.Name)
	if err == nil {
		err = json.Unmarshal(data, &id)
	}
	if err != nil {
		return id, fmt.Errorf("%s: %w", datapackage.Name, err)
	}
	return id, nil
}

// NameOf returns what a dataset is called, for files and for people.
func NameOf(dataset fs.FS) (name, title string, err error) {
	id, err := identify(dataset)
	return id.Name, cmp.Or(id.Title, id.Name), err
}

// A stamp is one call of Stamp.
type stamp struct {
	dataset fs.FS
	version string
	created string
	changed map[string][]byte
	sums    []string // pairs of old and new SHA-256 of changed files
}

// file edits a file, if there is one.
func (s *stamp) file(path string, edit func([]byte) ([]byte, error)) error {
	old, err := fs.ReadFile(s.dataset, path)
	if errors.Is(err, fs.ErrNotExist) && path != datapackage.Name {
		return nil
	}
	if err != nil {
		return err
	}
	changed, err := edit(old)
	if err != nil || bytes.Equal(changed, old) {
		return err
	}
	s.changed[path] = changed
	s.sums = append(s.sums, hexSum(old), hexSum(changed))
	return nil
}

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// hashes puts the new checksums where the old ones are.
func (s *stamp) hashes(data []byte) ([]byte, error) {
	return []byte(strings.NewReplacer(s.sums...).Replace(string(data))), nil
}

func (s *stamp) dataPackage(data []byte) ([]byte, error) {
	behind := []string{"created", "keywords", "generator", "licenses", "contributors", "sources", "resources"}
	data, err := setMember(data, "version", s.version, behind...)
	if err == nil && s.created != "" {
		data, err = setMember(data, "created", s.created, behind[1:]...)
	}
	return data, err
}

// croissant sets version and date, and names them in the citation if that is ours.
func (s *stamp) croissant(data []byte) ([]byte, error) {
	var c struct {
		Creator                                    []croissantAgent
		AlternateName, DatePublished, URL, Version string
		CiteAs                                     string
	}
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, err
	}
	if c.URL == noURL {
		c.URL = ""
	}
	date := c.DatePublished
	if s.created != "" {
		date = s.created[:len("2006-01-02")]
	}
	var err error
	if c.CiteAs == cite(c.Creator, c.AlternateName, c.Version, c.DatePublished, c.URL) {
		data, err = setMember(data, "citeAs", cite(c.Creator, c.AlternateName, s.version, date, c.URL))
	}
	behind := []string{"version", "keywords", "inLanguage", "citeAs", "distribution", "recordSet"}
	if err == nil {
		data, err = setMember(data, "version", s.version, behind[1:]...)
	}
	if err == nil && date != "" {
		data, err = setMember(data, "datePublished", date, behind...)
	}
	return data, err
}

// citation sets version and date.
func (s *stamp) citation(data []byte) ([]byte, error) {
	behind := []string{"date-released", "license", "url", "keywords", "references"}
	data, err := setLine(data, "version", s.version, behind...)
	if err == nil && s.created != "" {
		data, err = setLine(data, "date-released", s.created[:len("2006-01-02")], behind[1:]...)
	}
	return data, err
}

// setLine sets a key of a YAML mapping whose keys begin their lines, in its place
// or else before the first of the keys named.
func setLine(data []byte, key, value string, before ...string) ([]byte, error) {
	line, err := yaml.Marshal(map[string]string{key: value})
	if err != nil {
		return nil, err
	}
	at, end := len(data), len(data)
	offset := 0
	for text := range bytes.Lines(data) {
		name, _, _ := bytes.Cut(text, []byte(":"))
		if string(name) == key {
			at, end = offset, offset+len(text)
			break
		}
		if at == len(data) && slices.Contains(before, string(name)) {
			at, end = offset, offset
		}
		offset += len(text)
	}
	return bytes.Join([][]byte{data[:at], line, data[end:]}, nil), nil
}

// setMember sets a member of a JSON object, in its place or else before the
// first of the members named; the rest of the text stays as it is.
func setMember(data []byte, key, value string, before ...string) ([]byte, error) {
	var text bytes.Buffer
	if err := encode(&text, value); err != nil {
		return nil, err
	}
	quoted := bytes.TrimSpace(text.Bytes())
	d := json.NewDecoder(bytes.NewReader(data))
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return nil, errors.New("it is not a JSON object")
	}
	insert, first := -1, int64(0)
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		end := d.InputOffset()
		var member json.RawMessage
		if err := d.Decode(&member); err != nil {
			return nil, err
		}
		if name == key {
			at := d.InputOffset() - int64(len(member))
			return bytes.Join([][]byte{data[:at], quoted, data[d.InputOffset():]}, nil), nil
		}
		for i, b := range before {
			if name == b && (insert < 0 || i < insert) {
				insert, first = i, end
			}
		}
	}
	if insert < 0 {
		return nil, fmt.Errorf("it has no place for %s: none of %s", key, strings.Join(before, ", "))
	}
	at := bytes.LastIndexByte(data[:first-1], '"')
	line := fmt.Sprintf("%q: %s,\n  ", key, quoted)
	return bytes.Join([][]byte{data[:at], []byte(line), data[at:]}, nil), nil
}

// Missing are the properties that registries ask for and croissant.json lacks:
// datePublished and license. A dataset without the file misses none.
func Missing(dataset fs.FS, stamped map[string][]byte) []string {
	data, ok := stamped["croissant.json"]
	if !ok {
		var err error
		if data, err = fs.ReadFile(dataset, "croissant.json"); err != nil {
			return nil
		}
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return nil
	}
	var missing []string
	for _, name := range []string{"datePublished", "license"} {
		if members[name] == nil {
			missing = append(missing, name)
		}
	}
	return missing
}
