package release

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/figure"
)

// The files of a release beside its archive.
const (
	NotesPath = "NOTES.md"
	// AnnouncementPath describes the release for programs. It marks the folder as one that
	// tidywiki made and may replace.
	AnnouncementPath = "release.json"
)

// An Announcement describes a release. It is the content of release.json.
type Announcement struct {
	Generator string `json:"generator"`
	Name      string `json:"name"`
	Title     string `json:"title"`
	Version   string `json:"version"`
	// Previous is the version before this one, empty if there is none or it has no
	// version. Level is what the changes since then ask for: none, patch, minor or
	// major; empty if there is nothing to compare with.
	Previous string `json:"previous,omitempty"`
	Level    string `json:"level,omitempty"`
	// NewErrors counts the findings of severity error that are new.
	NewErrors int64 `json:"new_errors"`
	Archive   struct {
		Path   string `json:"path"`
		Format string `json:"format"`
		Bytes  int64  `json:"bytes"`
		SHA256 string `json:"sha256"`
	} `json:"archive"`
	// LeftOut are files of the dataset's folder that are not part of it.
	LeftOut []string `json:"left_out,omitempty"`
}

// Announce writes release.json, the release notes and SHA256SUMS beside an archive
// that is complete. changes is Markdown, what differs from the release before;
// empty if there is none.
func (a *Announcement) Announce(out load.Sink, packed load.File, changes []byte) error {
	a.Archive.Path, a.Archive.Bytes, a.Archive.SHA256 = packed.Path, packed.Bytes, fmt.Sprintf("%x", packed.SHA256)
	var machine bytes.Buffer
	if err := encode(&machine, a); err != nil {
		return err
	}
	files := []load.File{packed}
	for _, f := range []struct {
		path string
		data []byte
	}{{AnnouncementPath, machine.Bytes()}, {NotesPath, a.notes(changes)}} {
		if err := put(out, f.path, f.data); err != nil {
			return err
		}
		files = append(files, fileOf(f.path, f.data))
	}
	return put(out, sumsPath, sums(files))
}

// notes are those of the release, in Markdown.
func (a *Announcement) notes(changes []byte) []byte {
	var buf bytes.Buffer
	p := page{&buf}
	p.heading(1, md(a.Title+" "+a.Version))
	if len(changes) == 0 {
		p.text("The first release.")
	} else {
		p.text("%s", strings.TrimSpace(string(changes)))
	}
	p.heading(2, "Download")
	p.text("`%s`, %s bytes, SHA-256 `%s`", a.Archive.Path, figure.Grouped(a.Archive.Bytes), a.Archive.SHA256)
	return buf.Bytes()
}

// Contents are the files that a dataset's SHA256SUMS names, and that file itself,
// sorted by path; and those in its folder that are not part of it. Their sizes are
// not known.
func Contents(dataset fs.FS) (files []load.File, others []string, err error) {
	data, err := fs.ReadFile(dataset, sumsPath)
	if err != nil {
		return nil, nil, fmt.Errorf("the dataset has no %s: convert it again", sumsPath)
	}
	files = []load.File{fileOf(sumsPath, data)}
	for line := range strings.Lines(string(data)) {
		var sum []byte
		hash, path, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if _, err := fmt.Sscanf(hash, "%x", &sum); err != nil || len(sum) != 32 || len(path) < 2 {
			return nil, nil, fmt.Errorf("%s has a line that sha256sum did not write: %q", sumsPath, line)
		}
		files = append(files, load.File{Path: path[1:], SHA256: [32]byte(sum)})
	}
	slices.SortFunc(files, func(a, b load.File) int { return strings.Compare(a.Path, b.Path) })
	err = fs.WalkDir(dataset, ".", func(path string, d fs.DirEntry, err error) error {
		_, ours := slices.BinarySearchFunc(files, path, func(f load.File, path string) int { return strings.Compare(f.Path, path) })
		if err == nil && !d.IsDir() && !ours && path != runPath {
			others = append(others, path)
		}
		return err
	})
	return files, others, err
}
