package release

import (
	"bytes"
	"slices"
	"strings"
)

// The front matter of a dataset card as Hugging Face reads it
// (https://huggingface.co/docs/hub/datasets-cards).
type (
	card struct {
		PrettyName     text         `yaml:"pretty_name"`
		License        any          `yaml:"license,omitempty"`
		LicenseName    string       `yaml:"license_name,omitempty"`
		LicenseLink    string       `yaml:"license_link,omitempty"`
		Language       []string     `yaml:"language,omitempty"`
		Tags           []text       `yaml:"tags"`
		SizeCategories []string     `yaml:"size_categories"`
		Configs        []cardConfig `yaml:"configs,omitempty"`
	}
	cardConfig struct {
		Name      string `yaml:"config_name"`
		DataFiles string `yaml:"data_files"`
		Default   bool   `yaml:"default,omitempty"`
	}
)

// hubLicenses are the identifiers that the Hub knows, of those that datasets of
// pages have.
var hubLicenses = []string{"cc-by-sa-4.0", "cc-by-sa-3.0", "cc-by-4.0", "cc-by-3.0", "cc-by-2.5", "cc0-1.0", "cc-by-nc-4.0",
	"cc-by-nc-sa-4.0", "cc-by-nd-4.0", "gfdl", "apache-2.0", "mit", "odbl", "odc-by", "pddl", "unlicense"}

// writeCard writes the front matter.
func (r *Release) writeCard(buf *bytes.Buffer) error {
	c := card{PrettyName: text(r.title()), Tags: append([]text{"wiki", "tabular"}, texts(r.info.Keywords)...), SizeCategories: []string{r.sizeCategory()}}
	for _, tag := range r.pages.languages {
		base, _, _ := strings.Cut(strings.ToLower(tag), "-")
		c.Language = appendNew(c.Language, base)
	}
	r.cardLicense(&c)
	for _, t := range r.ordered() {
		if path := cardFile(t); path != "" {
			c.Configs = append(c.Configs, cardConfig{t.name, path, t.name == r.example()})
		}
	}
	buf.WriteString("---\n")
	if err := encodeYAML(buf, c); err != nil {
		return err
	}
	buf.WriteString("---\n\n")
	return nil
}

// cardLicense gives the licences as the Hub names them. One that it does not know
// is "other", with its name and address.
func (r *Release) cardLicense(c *card) {
	var known []string
	for _, id := range r.licenses() {
		hub := strings.ToLower(id)
		if strings.HasPrefix(hub, "gfdl-") {
			hub = "gfdl"
		}
		if !slices.Contains(hubLicenses, hub) {
			hub, c.LicenseName, c.LicenseLink = "other", strings.ToLower(cleanLicense(id)), licenseURL(id)
		}
		known = appendNew(known, hub)
	}
	switch len(known) {
	case 0:
	case 1:
		c.License = known[0]
	default:
		c.License = known
	}
}

// cardFile is the file of a table that the Hub reads best, "" if it reads none, or
// the table is one of a page, of which there are many.
func cardFile(t *table) string {
	if t.whole {
		return ""
	}
	for _, want := range []string{"parquet", "csv", "json"} {
		if a := t.asset(want); a != nil {
			return a.pattern()
		}
	}
	return ""
}

// sizeCategory returns the number of rows of the largest table as the Hub names it.
func (r *Release) sizeCategory() string {
	var most int64
	for _, t := range r.tables {
		most = max(most, t.rows)
	}
	for _, c := range []struct {
		below int64
		words string
	}{{1e3, "n<1K"}, {1e4, "1K<n<10K"}, {1e5, "10K<n<100K"}, {1e6, "100K<n<1M"}, {1e7, "1M<n<10M"}, {1e8, "10M<n<100M"}, {1e9, "100M<n<1B"}} {
		if most < c.below {
			return c.words
		}
	}
	return "n>1B"
}
