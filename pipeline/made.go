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
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/pipeline/internal/version"
	"github.com/tidywiki/tidywiki/pipeline/parts"
)

// madeBy returns how a plan makes pages. Formats and titles are not part of it: they
// matter only when pages are written.
func madeBy(plan Plan) (parts.Made, error) {
	templates, err := hashTree(plan.Read.Templates)
	if err != nil {
		return nil, usage.Errorf("--templates %s: %w: name a folder of files, one a template", plan.Read.Templates, err)
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
	m := parts.Made{{Name: "program", Value: program()}, {Name: "input format", Value: plan.From}, {Name: "options of reading", Value: string(options)}, {Name: "templates", Value: templates},
		{Name: "limits", Value: fmt.Sprintf("%d bytes, %s", plan.Limits.PageBytes, plan.Limits.PageTime)},
		{Name: "dumps", Value: string(dumps)}, {Name: "tables", Value: plan.Tables}, {Name: "roles", Value: plan.Roles}}
	for _, r := range recipesOf(plan) {
		m = append(m, parts.Setting{Name: "recipe " + r.Name, Value: hex.EncodeToString(r.Sum[:8])})
	}
	return m, nil
}

// program is the version, and the commit where the build knows it.
func program() string {
	name := version.Generator
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

// sumOf is the hash of a source: of its bytes, and of all that is known of it.
func sumOf(src *source.Source) [32]byte {
	sum := sha256.New()
	r := src.Revision
	fmt.Fprintf(sum, "%q %q %q %q %q %q %d %d %q %v\n", src.Name, src.Title, src.Edition, src.Format, src.Language, src.License, r.ID, r.Time.UnixNano(), r.URL, src.Notes)
	sum.Write(src.Data)
	return [32]byte(sum.Sum(nil))
}
