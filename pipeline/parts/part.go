// Package parts keeps the pages of units in files: parts, which another process made
// or which a run keeps for the next one.
//
//	ps, err := parts.Open([]string{"2.part", "1.part"})   // of one run, all of its units
//	parts.Replay(ctx, ps, do)                             // their pages, in order
//
//	s, err := parts.OpenStore(".out.tidywiki-cache", header, units)
//	p, at := s.Find(sum)                                  // a page whose source has not changed
//	s.Add(&units[0], p, &at)
package parts

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/pipeline/sources"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A Header begins the part file of a unit.
type Header struct {
	Unit sources.Unit `json:"unit"`
	Made Made         `json:"made"`
	// Recipes are the names of those that were used.
	Recipes []string `json:"recipes"`
}

// Encode returns the header as a part file has it.
func (h Header) Encode() []byte {
	data, err := json.Marshal(h)
	if err != nil {
		panic(err) // texts and numbers
	}
	return data
}

// A Summary ends the part file of a unit.
type Summary struct {
	Dumps []sources.DumpReport `json:"dumps,omitempty"`
}

// Encode returns the summary as a part file has it.
func (s Summary) Encode() []byte {
	data, err := json.Marshal(s)
	if err != nil {
		panic(err) // texts and numbers
	}
	return data
}

// A Part is an open part file.
type Part struct {
	Header  Header
	Summary Summary
	path    string
	file    *partfile.Reader
}

// openPart opens and verifies a part file. It stays open only while it is read.
func openPart(path string) (*Part, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("part %s does not exist: make it with convert --unit N --part %s", path, path)
	case err != nil:
		return nil, fmt.Errorf("part: %w", err)
	case info.IsDir():
		return nil, fmt.Errorf("part %s is a folder: name the files that convert --unit made", path)
	}
	p := &Part{path: path}
	if p.file, err = partfile.Open(fileAt(path), info.Size()); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := errors.Join(json.Unmarshal(p.file.Header(), &p.Header), json.Unmarshal(p.file.Summary(), &p.Summary)); err != nil {
		return nil, fmt.Errorf("%s: %w: its header cannot be read", path, partfile.ErrDamaged)
	}
	return p, nil
}

// fileAt reads a file that is open only meanwhile: a run may have thousands of parts.
type fileAt string

func (path fileAt) ReadAt(b []byte, at int64) (int, error) {
	f, err := os.Open(string(path))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	return f.ReadAt(b, at)
}

// Path is that of the file, Len the number of its pages.
func (p *Part) Path() string { return p.path }
func (p *Part) Len() int     { return p.file.Len() }

// Open opens the parts of all units of a run, in whatever order they are named, and
// puts them in the order of their units.
func Open(paths []string) ([]*Part, error) {
	var parts []*Part
	for _, path := range paths {
		p, err := openPart(path)
		if errors.Is(err, partfile.ErrDamaged) {
			return nil, fmt.Errorf("%w: convert its unit again", err)
		}
		if err != nil {
			return nil, err
		}
		if parts == nil {
			parts = make([]*Part, p.Header.Unit.Of)
		}
		if err := place(parts, p); err != nil {
			return nil, err
		}
	}
	for i, p := range parts {
		if p == nil {
			return nil, usage.Errorf("unit %d of %d is missing: convert it with --unit %d", i+1, len(parts), i+1)
		}
	}
	return parts, nil
}

// place puts a part where its unit belongs, if it is one of the same run.
func place(parts []*Part, p *Part) error {
	var other *Part
	for _, q := range parts {
		if q != nil {
			other = q
			break
		}
	}
	n := p.Header.Unit.Number
	switch {
	case p.Header.Unit.Of != len(parts) || n < 1 || n > len(parts):
		return usage.Errorf("%s is of %s, others are of a run of %d: name the parts of one run", p.path, p.Header.Unit.Name(), len(parts))
	case parts[n-1] != nil:
		return usage.Errorf("%s and %s are both of unit %d: name each part once", parts[n-1].path, p.path, n)
	case other != nil:
		if what := other.Header.Made.Changed(p.Header.Made); what != "" {
			return usage.Errorf("%s was made otherwise than %s (%s): convert its unit again", p.path, other.path, what)
		}
	}
	parts[n-1] = p
	return nil
}
