package release

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/load/memory"
)

func fsOf(sink *memory.Sink) fstest.MapFS {
	m := fstest.MapFS{}
	for _, path := range sink.Paths() {
		m[path] = &fstest.MapFile{Data: sink.Bytes(path)}
	}
	return m
}

// TestStampIsWrite: a dataset that is given its version later has the bytes of one
// that had it from the beginning.
func TestStampIsWrite(t *testing.T) {
	infos := map[string]Info{
		"nothing else": {},
		"everything": {Version: "0.1.0", Name: "rivers", Title: "A \"title\": version: 3\nurl: x", Description: "version: 1.0.0\nkeywords: none", Created: "2024-05-06T00:00:00Z",
			Homepage: "https://example.org/rivers", Keywords: []string{"version", "rivers"}, License: "CC0-1.0",
			Authors: []Author{{Name: "Ada. version 2"}, {Name: "Ben", ORCID: "https://orcid.org/0000-0002-1825-0097"}}},
		"a date alone":             {Created: "2024-05-06T00:00:00Z"},
		"a title that is a number": {Title: "1.0.0", Keywords: []string{"a"}},
	}
	for name, info := range infos {
		for _, version := range []string{"1.2.0", "0.0.1-rc.1+build.5", "1.0.0-0x1F", "10.0.0-e5"} {
			for _, created := range []string{"", "2025-06-07T00:00:00Z"} {
				if created == "" || info.Created == "" {
					t.Run(name+" "+version+" "+created, func(t *testing.T) { stampIsWrite(t, info, version, created) })
				}
			}
		}
	}
}

func stampIsWrite(t *testing.T, info Info, version, created string) {
	r, files := rivers(info)
	dataset := fsOf(written(t, r, files))
	stamped, err := Stamp(dataset, version, created)
	if err != nil {
		t.Fatal(err)
	}
	if len(stamped) != 5 {
		t.Errorf("changed are %v", slices.Sorted(maps.Keys(stamped)))
	}
	info.DataVersion, info.Created = version, first(created, info.Created)
	r, files = rivers(info)
	want := fsOf(written(t, r, files))
	for path, f := range want {
		got := string(dataset[path].Data)
		if changed, ok := stamped[path]; ok {
			got = string(changed)
		}
		if diff := cmp.Diff(string(f.Data), got); diff != "" {
			t.Errorf("%s: %s", path, diff)
		}
	}
	if again, err := Stamp(want, version, created); err != nil || again != nil {
		t.Errorf("a dataset that has both: %v, %v", again, err)
	}
	if _, err := Stamp(want, version, "1999-01-01T00:00:00Z"); (err == nil) != (info.Created == "") {
		t.Errorf("another date: %v", err)
	}
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func TestMissing(t *testing.T) {
	for text, want := range map[string][]string{
		`{"datePublished": "2024-05-06", "license": ["x"]}`: nil, `{"license": "x"}`: {"datePublished"}, `{}`: {"datePublished", "license"}, `[]`: nil,
	} {
		if diff := cmp.Diff(want, Missing(fstest.MapFS{"croissant.json": {Data: []byte(text)}}, nil)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
		if diff := cmp.Diff(want, Missing(fstest.MapFS{}, map[string][]byte{"croissant.json": []byte(text)})); diff != "" {
			t.Errorf("%s, stamped: %s", text, diff)
		}
	}
	if got := Missing(fstest.MapFS{}, nil); got != nil {
		t.Errorf("without the file: %v", got)
	}
}

func TestStampOfOthers(t *testing.T) {
	of := func(text string) fs.FS { return fstest.MapFS{"datapackage.json": {Data: []byte(text)}} }
	stamped, err := Stamp(of(`{"name":"a","resources":[]}`), "1.0.0", "")
	if err != nil || string(stamped["datapackage.json"]) != "{\"name\":\"a\",\"version\": \"1.0.0\",\n  \"resources\":[]}" || len(stamped) != 1 {
		t.Errorf("%q, %v", stamped, err)
	}
	for text, want := range map[string]string{
		`{"version":"2.0.0","resources":[]}`: "version 2.0.0: release it as that",
		`[]`:                                 "datapackage.json",
		`{"name":"a"}`:                       "no place for version",
		``:                                   "datapackage.json",
	} {
		if _, err := Stamp(of(text), "1.0.0", ""); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	if _, err := Stamp(fstest.MapFS{}, "1.0.0", ""); err == nil {
		t.Error("a folder without a package is stamped")
	}
}

func TestContents(t *testing.T) {
	sum := strings.Repeat("0f", 32)
	dataset := fstest.MapFS{"SHA256SUMS": {Data: []byte(sum + "  data/b.csv\n" + sum + " *README.md\n")},
		"data/b.csv": {}, "README.md": {}, "run.json": {}, "notes.txt": {}, "data/c.csv": {}}
	files, others, err := Contents(dataset)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	if diff := cmp.Diff([]string{"README.md", "SHA256SUMS", "data/b.csv"}, paths); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"data/c.csv", "notes.txt"}, others); diff != "" {
		t.Error(diff)
	}
	for _, text := range []string{"0f  a\n", sum + "\n", sum + " \n", "not a sum  at all\n", sum + "0f  a\n"} {
		dataset["SHA256SUMS"] = &fstest.MapFile{Data: []byte(text)}
		if _, _, err := Contents(dataset); err == nil {
			t.Errorf("%q is read", text)
		}
	}
	delete(dataset, "SHA256SUMS")
	if _, _, err := Contents(dataset); err == nil || !strings.Contains(err.Error(), "convert it again") {
		t.Errorf("without checksums: %v", err)
	}
}

// FuzzSetMember: the member is set, or the object refused, and the rest stays.
func FuzzSetMember(f *testing.F) {
	f.Add(`{"name": "a", "resources": []}`)
	f.Add(`{"version": "1", "resources": {"version": 2}}`)
	f.Add(`{"a\"resources": 1, "resources" : 2}`)
	f.Fuzz(func(t *testing.T, text string) {
		out, err := setMember([]byte(text), "version", "1.0.0", "resources")
		if err != nil {
			return
		}
		var was, is map[string]json.RawMessage
		if json.Unmarshal([]byte(text), &was) != nil {
			return // an object is checked before
		}
		if err := json.Unmarshal(out, &is); err != nil || strings.Count(text, "version") < 2 && string(is["version"]) != `"1.0.0"` {
			t.Errorf("%q became %q: %v", text, out, err)
		}
		delete(was, "version")
		delete(is, "version")
		if diff := cmp.Diff(was, is); diff != "" && strings.Count(text, "version") < 2 {
			t.Errorf("%q became %q: %s", text, out, diff)
		}
	})
}

func ExampleStamp() {
	dir, _ := os.MkdirTemp("", "rivers")
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "datapackage.json"), []byte(`{"name": "rivers", "resources": []}`), 0o644)
	files, err := Stamp(os.DirFS(dir), "1.0.0", "")
	fmt.Printf("%s %v\n", files["datapackage.json"], err)
	// Output:
	// {"name": "rivers", "version": "1.0.0",
	//   "resources": []} <nil>
}
