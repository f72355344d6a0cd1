package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// made is all that the dataset of a page depends on beside the page: pages that were
// made alike may stand in one dataset.
type made []setting

type setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// madeBy tells how a plan makes pages. Formats and titles are no part of it: they
// matter only when pages are written.
func madeBy(plan Plan) (made, error) {
	templates, err := hashTree(plan.Read.Templates)
	if err != nil {
		return nil, usage("--templates %s: %w: name a folder of files, one a template", plan.Read.Templates, err)
	}
	read := plan.Read
	read.Templates = ""
	options, err := json.Marshal(read)
	if err != nil {
		return nil, fmt.Errorf("the options of reading: %w", err)
	}
	dumps, err := json.Marshal(plan.Dump)
	if err != nil {
		return nil, fmt.Errorf("the options of dumps: %w", err)
	}
	m := made{{"program", program()}, {"input format", plan.From}, {"options of reading", string(options)}, {"templates", templates},
		{"limits", fmt.Sprintf("%d bytes, %s", plan.Limits.PageBytes, plan.Limits.PageTime)},
		{"dumps", string(dumps)}, {"tables", plan.Tables}}
	for _, r := range recipesOf(plan) {
		m = append(m, setting{"recipe " + r.Name, hex.EncodeToString(r.Sum[:8])})
	}
	return m, nil
}

// program is the version, and the commit where the build knows it.
func program() string {
	name := "tidywiki " + Version
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return name
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" || s.Key == "vcs.modified" && s.Value == "true" {
			name += " " + strings.TrimPrefix(s.Key, "vcs.") + " " + s.Value
		}
	}
	return name
}

// hashTree is a hash of the files of a folder, "" for no folder.
func hashTree(dir string) (string, error) {
	if dir == "" {
		return "", nil
	}
	sum := sha256.New()
	folder := os.DirFS(dir)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		fmt.Fprintf(sum, "%q %d\n", name, len(data))
		sum.Write(data)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil)[:8]), err
}

// changed names what differs between two ways of making pages, "" if nothing does.
func (m made) changed(now made) string {
	before := map[string]string{}
	for _, s := range m {
		before[s.Name] = s.Value
	}
	var all []string
	for _, s := range now {
		if v, known := before[s.Name]; !known {
			all = append(all, s.Name+" is new")
		} else if v != s.Value {
			all = append(all, s.Name+" changed")
		}
		delete(before, s.Name)
	}
	for _, s := range m {
		if _, gone := before[s.Name]; gone {
			all = append(all, s.Name+" is gone")
		}
	}
	return strings.Join(all, ", ")
}

// sumOf is the hash of a source: of its bytes, and of all that is known of it.
func sumOf(src *source.Source) [32]byte {
	sum := sha256.New()
	r := src.Revision
	fmt.Fprintf(sum, "%q %q %q %q %q %q %d %d %q %v\n", src.Name, src.Title, src.Edition, src.Format, src.Language, src.License, r.ID, r.Time.UnixNano(), r.URL, src.Notes)
	sum.Write(src.Data)
	return [32]byte(sum.Sum(nil))
}
