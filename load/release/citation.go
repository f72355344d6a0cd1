package release

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"
)

// The parts of the Citation File Format 1.2.0 that are used here
// (https://citation-file-format.github.io).
type (
	citation struct {
		CFFVersion   string              `yaml:"cff-version"`
		Message      string              `yaml:"message"`
		Type         string              `yaml:"type"`
		Title        string              `yaml:"title"`
		Abstract     string              `yaml:"abstract"`
		Authors      []citationAuthor    `yaml:"authors"`
		Version      string              `yaml:"version,omitempty"`
		DateReleased string              `yaml:"date-released,omitempty"`
		License      any                 `yaml:"license,omitempty"`
		URL          string              `yaml:"url,omitempty"`
		Keywords     []string            `yaml:"keywords,omitempty"`
		References   []citationReference `yaml:"references,omitempty"`
	}
	citationAuthor struct {
		Name    string `yaml:"name"`
		Website string `yaml:"website,omitempty"`
	}
	citationReference struct {
		Type    string           `yaml:"type"`
		Title   string           `yaml:"title"`
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
		Title: spaced(r.title()), Abstract: spaced(r.description()), Version: r.info.DataVersion, DateReleased: r.date(), URL: r.info.Homepage,
		Keywords: r.info.Keywords,
	}
	// The names are of any culture and of organisations, too: they are not taken
	// apart, which makes entities of them.
	for _, a := range r.info.Authors {
		c.Authors = append(c.Authors, citationAuthor{a.Name, a.ORCID})
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
	return r.encodeYAML(buf, c)
}

// reference cites a page.
func reference(s *source) citationReference {
	out := citationReference{Type: "generic", Title: spaced(s.title), Authors: []citationAuthor{{Name: "Its contributors"}}, Version: s.revision, License: s.license}
	if out.Title == "" {
		out.Title = s.where
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

// spaced has spaces for tabs and other control characters, of which the YAML encoder
// loses some. Line ends stay.
func spaced(text string) string {
	return strings.Map(func(c rune) rune {
		if c != '\n' && unicode.IsControl(c) {
			return ' '
		}
		return c
	}, text)
}

// encodeYAML writes YAML and reads it back: an encoder that a text deceives must
// not spoil the file.
func (r *Release) encodeYAML(buf *bytes.Buffer, v any) error {
	data, err := yaml.MarshalWithOptions(v, yaml.IndentSequence(true))
	if err != nil {
		return err
	}
	var read any
	if err := yaml.Unmarshal(data, &read); err != nil {
		return fmt.Errorf("this is no YAML: %w", err)
	}
	buf.Write(data)
	return nil
}
