package release

import (
	"bytes"
	"errors"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// The parts of the Citation File Format 1.2.0 that are used here
// (https://citation-file-format.github.io).
type (
	citation struct {
		CFFVersion   string              `yaml:"cff-version"`
		Message      string              `yaml:"message"`
		Type         string              `yaml:"type"`
		Title        text                `yaml:"title"`
		Abstract     text                `yaml:"abstract"`
		Authors      []citationAuthor    `yaml:"authors"`
		Version      string              `yaml:"version,omitempty"`
		DateReleased string              `yaml:"date-released,omitempty"`
		License      any                 `yaml:"license,omitempty"`
		URL          string              `yaml:"url,omitempty"`
		Keywords     []text              `yaml:"keywords,omitempty"`
		References   []citationReference `yaml:"references,omitempty"`
	}
	citationAuthor struct {
		Name    text   `yaml:"name"`
		Website string `yaml:"website,omitempty"`
	}
	citationReference struct {
		Type    string           `yaml:"type"`
		Title   text             `yaml:"title"`
		Authors []citationAuthor `yaml:"authors"`
		URL     string           `yaml:"url,omitempty"`
		Version string           `yaml:"version,omitempty"`
		License string           `yaml:"license,omitempty"`
		Date    string           `yaml:"date-published,omitempty"`
	}
)

func (r *Release) writeCitation(buf *bytes.Buffer) error {
	c := citation{
		CFFVersion: "1.2.0", Message: "Cite the dataset, and the pages that you use with their revision.", Type: "dataset",
		Title: text(r.title()), Abstract: text(r.description()), Version: r.info.DataVersion, DateReleased: r.date(), URL: r.info.Homepage,
		Keywords: texts(r.info.Keywords),
	}
	// The names are of any culture and of organisations, too: they are not taken
	// apart, which makes entities of them.
	for _, a := range r.info.Authors {
		c.Authors = append(c.Authors, citationAuthor{text(a.Name), a.ORCID})
	}
	if c.Authors == nil {
		c.Authors = []citationAuthor{{Name: contributors}}
	}
	switch ids := r.licenses(); len(ids) {
	case 0:
	case 1:
		c.License = ids[0]
	default:
		c.License = ids
	}
	for _, s := range r.pages.sources[:min(maxListed, len(r.pages.sources))] {
		c.References = append(c.References, reference(&s))
	}
	return encodeYAML(buf, c)
}

// reference cites a page.
func reference(s *source) citationReference {
	out := citationReference{Type: "generic", Title: text(s.title), Authors: []citationAuthor{{Name: "Its contributors"}}, Version: s.revision, License: s.license}
	if out.Title == "" {
		out.Title = text(s.where)
	}
	if isWeb(s.where) {
		out.Type, out.URL = "webpage", s.where
		if p := s.permanent(); p != "" {
			out.URL = p
		}
	}
	out.Date, _, _ = strings.Cut(s.time, "T")
	return out
}

// A text is a string that may have any characters.
type text string

// MarshalYAML quotes texts with line ends or control characters, because the encoder does
// not keep all of them otherwise.
func (t text) MarshalYAML() (any, error) {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: string(t)}
	if strings.ContainsFunc(n.Value, func(c rune) bool { return !unicode.IsPrint(c) }) {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n, nil
}

// texts converts strings.
func texts(all []string) []text {
	converted := make([]text, len(all))
	for i, s := range all {
		converted[i] = text(s)
	}
	return converted
}

func encodeYAML(buf *bytes.Buffer, v any) error {
	e := yaml.NewEncoder(buf)
	e.SetIndent(2)
	return errors.Join(e.Encode(v), e.Close())
}
