package release

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	yamlv3 "go.yaml.in/yaml/v3"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// europe is all that a person can say of a dataset.
var europe = Info{Version: "1.2.3", Name: "europe", Title: "Europe: its rivers", Description: "All - of # them.", DataVersion: "2.0", Created: "2024-05-06T07:08:09Z",
	Homepage: "https://example.org", Keywords: []string{"rivers", "yes"}, Authors: []Author{{Name: "Ada Lovelace", ORCID: "https://orcid.org/0000-0002-1825-0097"}, {Name: "Office: maps"}},
	Parameters: []Parameter{{"formats", []string{"csv"}}, {"a", 1}}}

// wikipedia is a release of one page of Wikipedia, which tells no licence.
func wikipedia(info Info) *memory.Sink {
	r := New(info)
	b := dataset.NewBuilder(dataset.Pages).Str("rhine").Str("Rhine").Str("wikitext").Str("https://en.m.wikipedia.org/wiki/Rhine").Null().Null().Str("en-GB").Str("page").Int(1234).
		Str("2024-01-02T03:04:05Z").Null().Str(strings.Repeat("ab", 32)).Int(1).Int(1).Int(1).Int(1).Int(1).Int(1).Int(1)
	r.Observe(b.Table("pages"))
	r.Observe(lengths())
	sink := new(memory.Sink)
	if err := r.Write(sink, append(filesOf("pages", "csv", "json"), filesOf("lengths", "json", "arrow")...)); err != nil {
		panic(err)
	}
	return sink
}

func TestWikimedia(t *testing.T) {
	sink := wikipedia(Info{})
	const page = "https://en.wikipedia.org/w/index.php?oldid=1234"
	for path, want := range map[string]string{
		"README.md":              "| Rhine | CC-BY-SA-4.0 | <https://en.m.wikipedia.org/wiki/Rhine> | [1234](" + page + ") 2024-01-02T03:04:05Z |",
		"datapackage.json":       `"license": "CC-BY-SA-4.0"`,
		"croissant.json":         `"https://creativecommons.org/licenses/by-sa/4.0/"`,
		"CITATION.cff":           page,
		"provenance.intoto.json": `"uri": "` + page + `"`,
	} {
		if !strings.Contains(string(sink.Bytes(path)), want) {
			t.Errorf("%s lacks %s:\n%s", path, want, sink.Bytes(path))
		}
	}
	for address, want := range map[string]string{
		"https://en.wikipedia.org/wiki/Rhine": "CC-BY-SA-4.0", "http://de.wiktionary.org/": "CC-BY-SA-4.0", "https://www.mediawiki.org/wiki/A": "CC-BY-SA-4.0",
		"https://wikipedia.org.example.org/": "", "https://notwikipedia.org/wiki/A": "", "https://www.wikidata.org/wiki/Q1": "", "https://en.wikinews.org/": "",
		"en.wikipedia.org/wiki/Rhine": "", "ftp://en.wikipedia.org/": "", "https://en.wikipedia.org:8080/": "", "rhine.txt": "", "": "", "https://%": "",
	} {
		if got := wikimediaLicense(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

// TestCroissant: the required properties, hashes of files that are there, and names
// that lead somewhere.
func TestCroissant(t *testing.T) {
	r, files := rivers(europe)
	sink := written(t, r, files)
	if err := checkCroissant(sink.Bytes("croissant.json")); err != nil {
		t.Error(err)
	}
	c := object(t, sink.Bytes("croissant.json"))
	for _, f := range c["distribution"].([]any) {
		f := f.(map[string]any)
		i := slices.IndexFunc(files, func(file load.File) bool { return file.Path == f["contentUrl"] })
		if i < 0 || f["sha256"] != hex.EncodeToString(files[i].SHA256[:]) || f["contentSize"] != fmt.Sprintf("%d B", files[i].Bytes) {
			t.Errorf("file %v", f)
		}
	}
	if len(c["distribution"].([]any)) != len(files) {
		t.Errorf("%d files of %d", len(c["distribution"].([]any)), len(files))
	}
	want := object(t, []byte(`{"@type": "cr:Field", "@id": "lengths/length", "name": "length", "description": "how long it is", "dataType": "sc:Integer", "references": {"@id": "lengths/line"},
		"source": {"fileObject": {"@id": "data/lengths.csv"}, "extract": {"column": "length"}}}`))
	set := c["recordSet"].([]any)[0].(map[string]any)
	if diff := cmp.Diff(want, set["field"].([]any)[2]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]any{map[string]any{"@id": "lengths/page_id"}, map[string]any{"@id": "lengths/river"}}, set["key"]); diff != "" {
		t.Error(diff)
	}
	json := object(t, wikipedia(Info{}).Bytes("croissant.json"))
	if !strings.Contains(fmt.Sprint(json["recordSet"]), "jsonPath:$[*].length") {
		t.Errorf("%v", json["recordSet"])
	}

	// A check that finds no fault anywhere is none.
	good := string(sink.Bytes("croissant.json"))
	for from, to := range map[string]string{
		`"license": [`: `"lizenz": [`, `"datePublished"`: `"date"`, `"@id": "data/lengths.csv"`: `"@id": "data/length.csv"`, `"sha256": "`: `"sha256": "x`,
		`"conformsTo": "http://mlcommons.org/croissant/1.1"`: `"conformsTo": "http://mlcommons.org/croissant/0.8"`, `"cr:FileObject"`: `"FileObject"`,
		`"@id": "lengths/length"`: `"@id": "lengths/river"`, `"sc:Integer"`: `"integer"`, `"citeAs": "cr:citeAs"`: `"citeAs": "cr:cite"`,
	} {
		bad := strings.Replace(good, from, to, 1)
		if bad == good {
			t.Errorf("no %s", from)
		}
		if checkCroissant([]byte(bad)) == nil {
			t.Errorf("with %s it is still valid", to)
		}
	}
}

// checkCroissant does what a validator of the vocabulary would: required
// properties, references, types, hashes and the context.
func checkCroissant(data []byte) error {
	var c map[string]any
	if err := json.Unmarshal(data, &c); err != nil {
		return err
	}
	for _, key := range []string{"@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished", "distribution", "recordSet"} {
		if c[key] == nil {
			return fmt.Errorf("no %s", key)
		}
	}
	if c["@type"] != "sc:Dataset" || c["conformsTo"] != "http://mlcommons.org/croissant/1.1" {
		return fmt.Errorf("type %v, conforms to %v", c["@type"], c["conformsTo"])
	}
	if context := c["@context"].(map[string]any); context["citeAs"] != "cr:citeAs" || context["@vocab"] != "http://schema.org/" {
		return fmt.Errorf("context %v", context)
	}
	ids := map[any]bool{}
	id := func(v any, typ string) error {
		m := v.(map[string]any)
		if m["@type"] != typ || ids[m["@id"]] || m["@id"] == nil {
			return fmt.Errorf("%v of type %v is no %s, or is there twice", m["@id"], m["@type"], typ)
		}
		ids[m["@id"]] = true
		return nil
	}
	var fields []map[string]any
	for _, f := range c["distribution"].([]any) {
		if err := id(f, "cr:FileObject"); err != nil {
			return err
		}
		if sum, err := hex.DecodeString(fmt.Sprint(f.(map[string]any)["sha256"])); err != nil || len(sum) != 32 {
			return fmt.Errorf("sha256 of %v", f)
		}
	}
	for _, s := range c["recordSet"].([]any) {
		if err := id(s, "cr:RecordSet"); err != nil {
			return err
		}
		for _, f := range s.(map[string]any)["field"].([]any) {
			if err := id(f, "cr:Field"); err != nil {
				return err
			}
			fields = append(fields, f.(map[string]any))
		}
	}
	for _, f := range fields {
		if !slices.Contains([]string{"sc:Text", "sc:Integer", "sc:Float", "sc:Boolean", "sc:Date"}, fmt.Sprint(f["dataType"])) {
			return fmt.Errorf("type of %v", f)
		}
		if file := f["source"].(map[string]any)["fileObject"].(map[string]any)["@id"]; !ids[file] {
			return fmt.Errorf("%v comes from %v, which is not there", f["@id"], file)
		}
		if to, ok := f["references"].(map[string]any); ok && !ids[to["@id"]] {
			return fmt.Errorf("%v leads to %v, which is not there", f["@id"], to)
		}
	}
	return nil
}

func TestContextOfCorpus(t *testing.T) {
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: Croissant's context is not at hand")
	}
	data, err := os.ReadFile(filepath.Join(corpus, "schemas", "croissant", "context-1.1.json"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(object(t, data)["@context"], any(object(t, croissantContext))); diff != "" {
		t.Error(diff)
	}
}

// frontMatter reads the YAML at the head of README.md.
func frontMatter(t *testing.T, sink *memory.Sink) map[string]any {
	t.Helper()
	head, _, found := strings.Cut(strings.TrimPrefix(string(sink.Bytes("README.md")), "---\n"), "\n---\n")
	var v map[string]any
	if err := yaml.Unmarshal([]byte(head), &v); err != nil || !found {
		t.Fatalf("%v:\n%s", err, head)
	}
	return v
}

func TestCard(t *testing.T) {
	r, files := rivers(europe)
	got := frontMatter(t, written(t, r, files))
	configs := got["configs"].([]any)
	delete(got, "configs")
	want := map[string]any{"pretty_name": "Europe: its rivers", "license": "cc-by-sa-4.0", "tags": []any{"wiki", "tabular", "rivers", "yes"}, "size_categories": []any{"n<1K"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]any{"config_name": "lengths", "data_files": "data/lengths.parquet", "default": true}, configs[0]); diff != "" {
		t.Error(diff)
	}
	for _, c := range configs[1:] {
		if c.(map[string]any)["default"] != nil {
			t.Errorf("a second default: %v", c)
		}
	}
	if got := frontMatter(t, wikipedia(Info{})); !cmp.Equal(got["language"], []any{"en"}) || got["license"] != "cc-by-sa-4.0" {
		t.Errorf("%v", got)
	}
	got = frontMatter(t, wikipedia(Info{License: "LicenseRef-house"}))
	if got["license"] != "other" || got["license_name"] != "licenseref-house" || got["license_link"] != "https://spdx.org/licenses/LicenseRef-house" {
		t.Errorf("%v", got)
	}
}

// TestDeceivingTexts: the YAML has any title unchanged, as two libraries read it.
func TestDeceivingTexts(t *testing.T) {
	for _, title := range []string{"---", "a: b", "# a", "- a", "yes", "null", "1.0", "'", `"`, "a\nb", "a\n---\nb", "{}", "@a", "%a", "&a *a", "a\tb", " a ", "日本語", "a\u2028b", "!!str", "|", "> a", "~", "2024-01-01",
		"? (film)", "?", "-", "?x", ": x", "*x", "`x`", "[x", "  a\n b", "a\r\nb", "\ta", "\u0085", "\u007f", "\u2029", "\ufeffa", ".nan", "=", "<<", "0o7", "1:20:30", "a\n"} {
		r, files := rivers(Info{Title: title, Description: title, Keywords: []string{title}})
		sink := written(t, r, files)
		if got := frontMatter(t, sink)["pretty_name"]; fmt.Sprint(got) != title {
			t.Errorf("front matter: %q, want %q", got, title)
		}
		var c, other map[string]any
		if err := yamlv3.Unmarshal(sink.Bytes("CITATION.cff"), &other); err != nil || other["title"] != title {
			t.Errorf("CITATION.cff: %q, %v, want %q", other["title"], err, title)
		}
		if err := yaml.Unmarshal(sink.Bytes("CITATION.cff"), &c); err != nil || fmt.Sprint(c["title"]) != title || fmt.Sprint(c["abstract"]) != title {
			t.Errorf("CITATION.cff: %q, %v, want %q", c["title"], err, title)
		}
	}
}

func TestCitation(t *testing.T) {
	r, files := rivers(europe)
	var got map[string]any
	if err := yaml.Unmarshal(written(t, r, files).Bytes("CITATION.cff"), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"cff-version": "1.2.0", "message": got["message"], "type": "dataset", "title": "Europe: its rivers", "abstract": "All - of # them.",
		"authors": []any{map[string]any{"name": "Ada Lovelace", "website": "https://orcid.org/0000-0002-1825-0097"}, map[string]any{"name": "Office: maps"}},
		"version": "2.0", "date-released": "2024-05-06", "license": "CC-BY-SA-4.0", "url": "https://example.org", "keywords": []any{"rivers", "yes"},
		"references": []any{map[string]any{"type": "webpage", "title": "Rivers *of* Europe", "authors": []any{map[string]any{"name": "Its contributors"}},
			"url": "https://example.org/rivers", "version": "17", "license": "CC-BY-SA-4.0", "date-published": "2024-01-02"}}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestProvenance(t *testing.T) {
	r, files := rivers(europe)
	sink := written(t, r, files)
	got := object(t, sink.Bytes("provenance.intoto.json"))
	subjects := got["subject"].([]any)
	if len(subjects) != len(files)+4 {
		t.Errorf("%d subjects for %d files and four descriptions", len(subjects), len(files))
	}
	sums := string(sink.Bytes("SHA256SUMS"))
	for _, s := range subjects {
		s := s.(map[string]any)
		if line := fmt.Sprintf("%s  %s\n", s["digest"].(map[string]any)["sha256"], s["name"]); !strings.Contains(sums, line) {
			t.Errorf("no checksum %s", line)
		}
	}
	delete(got, "subject")
	want := object(t, []byte(`{"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://slsa.dev/provenance/v1", "predicate": {
		"buildDefinition": {"buildType": "https://github.com/tidywiki/tidywiki/convert/v1", "externalParameters": {"formats": ["csv"], "a": 1},
			"resolvedDependencies": [{"name": "Rivers *of* Europe", "uri": "https://example.org/rivers", "digest": {"sha256": "00"}}]},
		"runDetails": {"builder": {"id": "https://github.com/tidywiki/tidywiki", "version": {"tidywiki": "1.2.3"}}}}}`))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFormulaGuard(t *testing.T) {
	r, files := rivers(Info{FormulaGuard: "'"})
	sink := written(t, r, files)
	if !strings.Contains(string(sink.Bytes("README.md")), "take one off") {
		t.Errorf("README.md does not tell:\n%s", sink.Bytes("README.md"))
	}
	p := dataPackage(t, sink)
	for name, want := range map[string]any{"lengths": map[string]any{"formulaGuard": "'"}, "lengths.json": nil, "lengths.parquet": nil} {
		if got := resourceNamed(t, p, name)["dialect"]; !cmp.Equal(got, want) {
			t.Errorf("%s: dialect %v, want %v", name, got, want)
		}
	}
}

func TestLoadMeta(t *testing.T) {
	const all = `
name: rivers-of-europe
title: Rivers of Europe
description: |
  Their lengths.
version: 1.0
created: 2024-05-06
homepage: https://example.org/rivers
keywords: [rivers, lengths]
license: CC-BY-SA-4.0
authors:
  - Ada Lovelace
  - {name: Ben Bitdiddle, orcid: 0000-0002-1825-0097, affiliation: MIT}
`
	got, err := LoadMeta([]byte(all), "meta.yaml")
	want := Info{Name: "rivers-of-europe", Title: "Rivers of Europe", Description: "Their lengths.", DataVersion: "1.0", Created: "2024-05-06T00:00:00Z",
		Homepage: "https://example.org/rivers", Keywords: []string{"rivers", "lengths"}, License: "CC-BY-SA-4.0",
		Authors: []Author{{Name: "Ada Lovelace"}, {"Ben Bitdiddle", "https://orcid.org/0000-0002-1825-0097", "MIT"}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	if got, err := LoadMeta(nil, ""); err != nil || !cmp.Equal(got, Info{}) {
		t.Errorf("an empty file: %+v, %v", got, err)
	}
	for text, want := range map[string]string{
		"titel: x":                       "meta.yaml: line 1: unknown field \"titel\": the keys are name, title",
		"title: x\nkeywords: 5":          "meta.yaml: line 2",
		"title: [":                       "meta.yaml: line 1",
		"a\nb: c\n- d":                   "meta.yaml: ",
		"name: rivers of Europe":         "name \"rivers of Europe\": use letters",
		"license: house rules":           "an SPDX identifier is needed, as in CC-BY-SA-4.0",
		"homepage: example.org":          "an address is needed",
		"created: yesterday":             "a date is needed, as in 2024-05-06",
		"authors: [{orcid: x}]":          "one of them has no name",
		"authors: [{name: A, orcid: x}]": "orcid \"x\" of A: it has to be as in",
		"keywords: ['']":                 "one of them is empty",
	} {
		if _, err := LoadMeta([]byte(text), "meta.yaml"); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

// TestExports: files beside the tables are described, too.
func TestExports(t *testing.T) {
	r, files := rivers(Info{})
	sink := written(t, r, append(files, load.File{Path: "stations.json", Bytes: 7}))
	got := resourceNamed(t, dataPackage(t, sink), "stations.json")
	want := map[string]any{"name": "stations.json", "path": "stations.json", "format": "json", "mediatype": "application/json", "encoding": "utf-8",
		"bytes": 7.0, "hash": "sha256:" + strings.Repeat("0", 64)}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for path, want := range map[string]string{"croissant.json": `"contentUrl": "stations.json"`, "README.md": "`stations.json` has some of the tables", "SHA256SUMS": "  stations.json\n"} {
		if !strings.Contains(string(sink.Bytes(path)), want) {
			t.Errorf("%s lacks %s", path, want)
		}
	}
}
