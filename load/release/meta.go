package release

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
)

// The file that LoadMeta reads.
type (
	meta struct {
		Name        string       `yaml:"name"`
		Title       string       `yaml:"title"`
		Description string       `yaml:"description"`
		Version     verbatim     `yaml:"version"`
		Created     string       `yaml:"created"`
		Homepage    string       `yaml:"homepage"`
		Keywords    []string     `yaml:"keywords"`
		License     string       `yaml:"license"`
		Authors     []metaAuthor `yaml:"authors"`
	}
	metaAuthor struct {
		Name        string `yaml:"name"`
		ORCID       string `yaml:"orcid"`
		Affiliation string `yaml:"affiliation"`
	}
)

// A verbatim is a text that may look like a number: 1.0 is not 1.
type verbatim string

// UnmarshalYAML takes a scalar as it is written.
func (v *verbatim) UnmarshalYAML(text []byte) error {
	var s string
	if err := yaml.Unmarshal(text, &s); err != nil {
		return err
	}
	if written := string(bytes.TrimSpace(text)); versionForm.MatchString(written) {
		s = written
	}
	*v = verbatim(s)
	return nil
}

// UnmarshalYAML reads an author; a name alone is short for name: NAME.
func (a *metaAuthor) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&a.Name) == nil {
		return nil
	}
	type plain metaAuthor
	return unmarshal((*plain)(a))
}

// LoadMeta reads a metadata file, YAML that describes a dataset:
//
//	name: rivers-of-europe            letters, digits, . _ and -
//	title: Rivers of Europe
//	description: Their lengths.
//	version: 1.2.0
//	created: 2024-05-06               a date, or date and time
//	homepage: https://example.org/rivers
//	keywords: [rivers, lengths]
//	license: CC-BY-SA-4.0             an SPDX identifier
//	authors:
//	  - Ada Lovelace
//	  - {name: Ben Bitdiddle, orcid: 0000-0002-1825-0097, affiliation: MIT}
//
// Every key is optional. Errors name the file, the line that is wrong, and the cure.
func LoadMeta(data []byte, file string) (Info, error) {
	var m meta
	if err := decodeMeta(data, &m); err != nil {
		return Info{}, fmt.Errorf("%s: %w", file, err)
	}
	info := Info{Name: m.Name, Title: strings.TrimSpace(m.Title), Description: strings.TrimSpace(m.Description), DataVersion: string(m.Version),
		Created: m.Created, Homepage: m.Homepage, Keywords: m.Keywords, License: m.License}
	for _, a := range m.Authors {
		info.Authors = append(info.Authors, Author(a))
	}
	if err := info.Check(); err != nil {
		return Info{}, fmt.Errorf("%s: %w", file, err)
	}
	return info, nil
}

// decodeMeta reads the YAML. Errors are one line: where and what.
func decodeMeta(data []byte, m *meta) (err error) {
	defer func() {
		if recover() != nil {
			err = errors.New("no YAML that can be read: check quotes, brackets and indentation")
		}
	}()
	err = yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(m)
	if err == nil || errors.Is(err, io.EOF) {
		return nil // an empty file is fine
	}
	first, _, _ := strings.Cut(err.Error(), "\n")
	place := yamlPlace.FindStringSubmatch(first)
	if place == nil {
		return errors.New(first)
	}
	what := first[len(place[0]):]
	if strings.HasPrefix(what, "unknown field") {
		what += ": the keys are name, title, description, version, created, homepage, keywords, license and authors"
	}
	return fmt.Errorf("line %s: %s", place[1], what)
}

var (
	versionForm = regexp.MustCompile(`^[0-9.]+$`)
	yamlPlace   = regexp.MustCompile(`^\[(\d+):\d+\] `)
	nameForm    = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*$`)
	licenseForm = regexp.MustCompile(`^[A-Za-z0-9.+-]+$`)
	orcidForm   = regexp.MustCompile(`^(https?://orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$`)
)

// Check brings dates and ORCIDs into one form, and returns an error for a value that is
// not valid. It serves flags and files alike.
func (i *Info) Check() error {
	if i.Name != "" && !nameForm.MatchString(i.Name) {
		return fmt.Errorf("name %q: use letters, digits, dots, hyphens and underscores, as in rivers-of-europe", i.Name)
	}
	if i.License != "" && !licenseForm.MatchString(i.License) {
		return fmt.Errorf("license %q: an SPDX identifier is needed, as in CC-BY-SA-4.0 (https://spdx.org/licenses)", i.License)
	}
	if i.Homepage != "" && !isWeb(i.Homepage) {
		return fmt.Errorf("homepage %q: an address is needed, as in https://example.org", i.Homepage)
	}
	if i.Created != "" {
		created, err := parseCreated(i.Created)
		if err != nil {
			return err
		}
		i.Created = created
	}
	if slices.Contains(i.Keywords, "") {
		return errors.New("keywords: one of them is empty")
	}
	for k := range i.Authors {
		if err := i.Authors[k].check(); err != nil {
			return err
		}
	}
	return nil
}

func (a *Author) check() error {
	if a.Name == "" {
		return errors.New("authors: one of them has no name")
	}
	if a.ORCID == "" {
		return nil
	}
	m := orcidForm.FindStringSubmatch(a.ORCID)
	if m == nil {
		return fmt.Errorf("orcid %q of %s: it has to be as in 0000-0002-1825-0097", a.ORCID, a.Name)
	}
	a.ORCID = "https://orcid.org/" + m[2]
	return nil
}

func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// CheckDate completes the date of a release, as [Info.Check] does that of a dataset:
// 2024-05-06 is 2024-05-06T00:00:00Z.
func CheckDate(text string) (string, error) { return parseCreated(text) }

// parseCreated reads a date, or a date and time.
func parseCreated(text string) (string, error) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.UTC().Format(time.RFC3339), nil
		}
	}
	return "", fmt.Errorf("created %q: a date is needed, as in 2024-05-06 or 2024-05-06T07:08:09Z", text)
}
