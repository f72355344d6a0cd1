package release

import (
	"bytes"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
)

// The parts of an in-toto statement with SLSA provenance v1 that are used here
// (https://slsa.dev/spec/v1.0/provenance). It is not signed: that is for whoever
// publishes the dataset.
type (
	statement struct {
		Type          string     `json:"_type"`
		Subject       []artifact `json:"subject"`
		PredicateType string     `json:"predicateType"`
		Predicate     provenance `json:"predicate"`
	}
	artifact struct {
		Name   string            `json:"name,omitempty"`
		URI    string            `json:"uri,omitempty"`
		Digest map[string]string `json:"digest,omitempty"`
	}
	provenance struct {
		BuildDefinition buildDefinition `json:"buildDefinition"`
		RunDetails      runDetails      `json:"runDetails"`
	}
	buildDefinition struct {
		BuildType            string         `json:"buildType"`
		ExternalParameters   map[string]any `json:"externalParameters"`
		ResolvedDependencies []artifact     `json:"resolvedDependencies"`
	}
	runDetails struct {
		Builder builder `json:"builder"`
	}
	builder struct {
		ID      string            `json:"id"`
		Version map[string]string `json:"version,omitempty"`
	}
)

const (
	home      = "https://github.com/tidywiki/tidywiki"
	buildType = home + "/convert/v1"
)

// writeProvenance writes what the dataset was made from, and with what. It has neither
// times nor the machine: the same pages have the same provenance.
func (r *Release) writeProvenance(buf *bytes.Buffer) error {
	s := statement{Type: "https://in-toto.io/Statement/v1", PredicateType: "https://slsa.dev/provenance/v1", Subject: []artifact{}}
	files := slices.Clone(r.written)
	slices.SortFunc(files, func(a, b load.File) int { return strings.Compare(a.Path, b.Path) })
	for _, f := range files {
		s.Subject = append(s.Subject, artifact{Name: f.Path, Digest: map[string]string{"sha256": hex.EncodeToString(f.SHA256[:])}})
	}
	b := &s.Predicate.BuildDefinition
	b.BuildType, b.ExternalParameters, b.ResolvedDependencies = buildType, map[string]any{}, []artifact{}
	for _, p := range r.info.Parameters {
		b.ExternalParameters[p.Name] = p.Value
	}
	for i := range r.pages.sources {
		b.ResolvedDependencies = append(b.ResolvedDependencies, dependency(&r.pages.sources[i]))
	}
	s.Predicate.RunDetails.Builder = builder{ID: home}
	if r.info.Version != "" {
		s.Predicate.RunDetails.Builder.Version = map[string]string{"tidywiki": r.info.Version}
	}
	return encode(buf, s)
}

// dependency is a page.
func dependency(s *source) artifact {
	a := artifact{Name: s.where}
	if isWeb(s.where) {
		a = artifact{Name: s.title, URI: s.where}
		if p := s.permanent(); p != "" {
			a.URI = p
		}
	}
	if s.sha256 != "" {
		a.Digest = map[string]string{"sha256": s.sha256}
	}
	return a
}
