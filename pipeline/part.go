package pipeline

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A partHeader begins the part file of a unit.
type partHeader struct {
	Unit    Unit     `json:"unit"`
	Made    made     `json:"made"`
	Recipes []string `json:"recipes"`
}

func (h partHeader) encode() []byte {
	data, err := json.Marshal(h)
	if err != nil {
		panic(err) // texts and numbers
	}
	return data
}

// ConvertUnit converts one of the plan's [Units] and writes what comes of it as a part,
// which [Join] takes. The bytes depend on the unit and on how the plan makes pages; the
// plan's Sources, Out, Formats and Meta do not matter. It needs no other unit and leaves
// nothing behind: any process that can read the unit's sources can do it.
func ConvertUnit(ctx context.Context, plan Plan, u Unit, to io.Writer) error {
	plan.Sources = []string{u.Name()}
	plan.Tables = cmp.Or(plan.Tables, u.Tables)
	plan, err := plan.check()
	if err != nil {
		return err
	}
	d, err := newDriver(plan, readerOf(plan))
	if err != nil {
		return err
	}
	header, err := headerOf(plan, u)
	if err != nil {
		return err
	}
	w, err := partfile.NewWriter(to, header.encode())
	if err != nil {
		return err
	}
	progress, report, gauge := Progress{OfPages: len(u.Pages)}, &Report{}, newGauge([]Unit{u})
	d.sums = true
	err = d.run(ctx, []Unit{u}, func(r result) error {
		if r.page == nil {
			return w.Close(summaryOf(r.dumps))
		}
		if plan.Progress != nil {
			report.add(r.page)
			gauge.page(&u, r.page)
			progress.add(r.page, report)
			progress.Part = gauge.part()
			plan.Progress(progress)
		}
		return w.Add(r.page)
	})
	return err
}

// WritePart is [ConvertUnit] into a file, which appears whole or not at all.
func WritePart(ctx context.Context, plan Plan, u Unit, path string) error {
	return writeFile(path, func(w io.Writer) error { return ConvertUnit(ctx, plan, u, w) })
}

// A partSummary ends the part file of a unit.
type partSummary struct {
	Dumps []DumpReport `json:"dumps,omitempty"`
}

func summaryOf(dumps []DumpReport) []byte {
	data, err := json.Marshal(partSummary{dumps})
	if err != nil {
		panic(err) // texts and numbers
	}
	return data
}

func headerOf(plan Plan, u Unit) (partHeader, error) {
	m, err := madeBy(plan)
	return partHeader{Unit: u, Made: m, Recipes: recipeNames(plan)}, err
}

// A part is an open part file.
type part struct {
	partHeader
	partSummary
	path string
	*partfile.Reader
}

// openPart opens and verifies a part file. It stays open only while it is read.
func openPart(path string) (*part, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("part %s does not exist: make it with convert --unit N --part %s", path, path)
	case err != nil:
		return nil, fmt.Errorf("part: %w", err)
	case info.IsDir():
		return nil, fmt.Errorf("part %s is a folder: name the files that convert --unit made", path)
	}
	p := &part{path: path}
	if p.Reader, err = partfile.Open(fileAt(path), info.Size()); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := errors.Join(json.Unmarshal(p.Header(), &p.partHeader), json.Unmarshal(p.Summary(), &p.partSummary)); err != nil {
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

// Join makes the dataset of the parts of all units of a run, in whatever order they are
// named. Its files are those of a single run, byte for byte, run.json apart. Of the
// plan it takes what matters for writing: Out, Formats, Write, Meta, Force, Progress.
func Join(ctx context.Context, plan Plan, paths []string) (*Report, error) {
	if len(paths) == 0 {
		return nil, usage("no part given: name the files that convert --unit made")
	}
	plan.Sources = paths
	plan, err := plan.check()
	if err != nil {
		return nil, err
	}
	parts, err := openParts(paths)
	if err != nil {
		return nil, err
	}
	j := job{recipes: parts[0].Recipes, skipped: parts[0].Unit.Skipped}
	for _, p := range parts {
		j.pages += p.Len()
		abs, err := filepath.Abs(p.path)
		if err != nil {
			return nil, err
		}
		j.sources = append(j.sources, abs)
	}
	j.each = func(ctx context.Context, r *Report, do func(*partfile.Page) error) error {
		for _, p := range parts {
			for _, d := range p.Dumps {
				r.Dumps = tellDump(r.Dumps, d)
			}
		}
		return replay(ctx, parts, do)
	}
	return write(ctx, plan, j)
}

// openParts opens the parts and puts them in the order of their units.
func openParts(paths []string) ([]*part, error) {
	var parts []*part
	for _, path := range paths {
		p, err := openPart(path)
		if errors.Is(err, partfile.ErrDamaged) {
			return nil, fmt.Errorf("%w: convert its unit again", err)
		}
		if err != nil {
			return nil, err
		}
		if parts == nil {
			parts = make([]*part, p.Unit.Of)
		}
		if err := place(parts, p); err != nil {
			return nil, err
		}
	}
	for i, p := range parts {
		if p == nil {
			return nil, usage("unit %d of %d is missing: convert it with --unit %d", i+1, len(parts), i+1)
		}
	}
	return parts, nil
}

// place puts a part where its unit belongs, if it is one of the same run.
func place(parts []*part, p *part) error {
	var other *part
	for _, q := range parts {
		if q != nil {
			other = q
			break
		}
	}
	n := p.Unit.Number
	switch {
	case p.Unit.Of != len(parts) || n < 1 || n > len(parts):
		return usage("%s is of %s, others are of a run of %d: name the parts of one run", p.path, p.Unit.Name(), len(parts))
	case parts[n-1] != nil:
		return usage("%s and %s are both of unit %d: name each part once", parts[n-1].path, p.path, n)
	case other != nil:
		if what := other.Made.changed(p.Made); what != "" {
			return usage("%s was made otherwise than %s (%s): convert its unit again", p.path, other.path, what)
		}
	}
	parts[n-1] = p
	return nil
}
