// Package publish is what is done with a dataset once it is there: validate it,
// compare it with another, report what is in it, and pack a release.
//
//	v, err := publish.Validate(ctx, "out")                  // v.Valid
//	r, err := publish.Diff(ctx, "v1.tar.gz", "out", 20)     // r.Suggest.Level == "minor"
//	m, err := publish.MakeRelease(ctx, publish.ReleasePlan{Dataset: "out", Previous: "v1.tar.gz",
//		Version: publish.NextVersion, Out: "release"})      // m.Version == "1.1.0"
package publish

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/archive"
	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/pipeline/internal/version"
)

// NextVersion is for the version that the changes since the previous release
// ask for.
const NextVersion = "next"

// A ReleasePlan is what [MakeRelease] is to do.
type ReleasePlan struct {
	Dataset string // the folder that pipeline.Run made
	Out     string // the folder of the release
	// Version is a semantic version, or NextVersion.
	Version string
	// Previous is the release before: the folder of a dataset or an archive; empty
	// for the first release.
	Previous string
	Format   string // of ArchiveFormats; empty for the first of them
	// Date is that of the release, as in 2024-05-06; empty for the one that the
	// dataset has.
	Date string
	// AllowBump takes a version that raises less than the changes ask for, Force
	// replaces an output folder that tidywiki did not make.
	AllowBump, Force bool
}

// A Made release has the content of release.json, and where the release is.
type Made struct {
	release.Announcement
	Out string
	// Date is the one given, in RFC 3339.
	Date string
	// Missing are properties that registries ask for and the dataset lacks:
	// datePublished, license.
	Missing []string
	// Unchecked is set if the previous dataset has no semantic version, so that the
	// step from it could not be checked.
	Unchecked bool
}

// ArchiveFormats are the names of the formats of archives, the default first.
func ArchiveFormats() []string { return archive.Formats() }

// MakeRelease packs a dataset that is valid into an archive, with its version in
// all files that name it, beside release notes and checksums. After any error the
// output folder is as it was before.
func MakeRelease(ctx context.Context, plan ReleasePlan) (*Made, error) {
	if plan.Format == "" {
		plan.Format = ArchiveFormats()[0]
	}
	if !slices.Contains(ArchiveFormats(), plan.Format) {
		return nil, usage.Errorf("archive format %q: choose from %s", plan.Format, strings.Join(ArchiveFormats(), ", "))
	}
	if plan.Version != NextVersion {
		if err := release.CheckVersion(plan.Version); err != nil {
			return nil, usage.Errorf("%w", err)
		}
	}
	m := &Made{Out: plan.Out}
	if plan.Date != "" {
		var err error
		if m.Date, err = release.CheckDate(plan.Date); err != nil {
			return nil, usage.Errorf("--date: %w", err)
		}
	}
	if err := mustBeValid(ctx, plan.Dataset); err != nil {
		return nil, err
	}
	m.Generator = version.Generator
	m.Archive.Format = plan.Format
	changes, err := m.compare(ctx, &plan)
	if err != nil {
		return nil, err
	}
	out, err := folder.Begin(plan.Out, folder.Options{Force: plan.Force, Sources: absolute(plan.Dataset, plan.Previous)})
	if err != nil {
		return nil, err
	}
	defer out.Rollback()
	dataset, err := os.OpenRoot(plan.Dataset)
	if err != nil {
		return nil, err
	}
	defer dataset.Close()
	if err := m.describe(dataset.FS(), plan.Version); err != nil {
		return nil, err
	}
	packed, err := m.pack(ctx, dataset.FS(), out)
	if err != nil {
		return nil, err
	}
	if err := m.Announce(out, packed, changes); err != nil {
		return nil, err
	}
	return m, out.Commit()
}

func absolute(paths ...string) []string {
	var all []string
	for _, p := range paths {
		if abs, err := filepath.Abs(p); err == nil && p != "" {
			all = append(all, abs)
		}
	}
	return all
}

// mustBeValid refuses a dataset in which validation finds errors.
func mustBeValid(ctx context.Context, dataset string) error {
	if info, err := os.Stat(dataset); err == nil && !info.IsDir() {
		return usage.Errorf("%s is a file: name the folder of a dataset", dataset)
	}
	report, err := Validate(ctx, dataset)
	if err != nil || report.Valid {
		return err
	}
	errs := report.Errors
	for _, t := range report.Tasks {
		errs = append(errs, t.Errors...)
	}
	return fmt.Errorf("%s is not valid and cannot be released: %s: see tidywiki validate %s", dataset, errs[0].Message, dataset)
}

// compare finds what changed since the previous release, as Markdown, and checks
// the version against it.
func (m *Made) compare(ctx context.Context, plan *ReleasePlan) ([]byte, error) {
	if plan.Previous == "" {
		if plan.Version == NextVersion {
			return nil, usage.Errorf("--version next needs the previous release: name it with --previous, or give the first version, as in 1.0.0")
		}
		return nil, nil
	}
	r, err := Diff(ctx, plan.Previous, plan.Dataset, 20)
	if err != nil {
		return nil, fmt.Errorf("cannot compare with the previous release: %w", err)
	}
	m.Previous, m.Level, m.NewErrors = r.Old.Version, r.Suggest.Level, r.Findings.NewErrors()
	if err := m.step(plan); err != nil {
		return nil, err
	}
	return changes(r)
}

// step checks the version, or finds it.
func (m *Made) step(plan *ReleasePlan) error {
	m.Unchecked = release.CheckVersion(m.Previous) != nil
	switch {
	case plan.Version != NextVersion && m.Unchecked:
		return nil
	case plan.Version != NextVersion:
		err := release.CheckStep(m.Previous, plan.Version, m.Level)
		var small *release.StepError
		if !errors.As(err, &small) {
			return err
		}
		if plan.AllowBump {
			return nil
		}
		return fmt.Errorf("%w: see tidywiki diff %s %s, or insist with --allow-bump", err, plan.Previous, plan.Dataset)
	case m.Unchecked:
		return usage.Errorf("--version next: the previous dataset has no semantic version: give this one's")
	case m.Level == "none":
		return fmt.Errorf("nothing changed since version %s: there is nothing to release", m.Previous)
	}
	plan.Version = datapackage.NextVersion(m.Previous, m.Level)
	return nil
}

// mostMarkdown is how long the changes in release notes may be, in bytes: GitHub takes
// 125,000 characters.
const mostMarkdown = 100_000

// changes are what differs, in Markdown; where that is too long, without the rows,
// or without the tables either.
func changes(r *DiffReport) ([]byte, error) {
	var buf bytes.Buffer
	if err := r.WriteMarkdown(&buf); err != nil || buf.Len() <= mostMarkdown {
		return buf.Bytes(), err
	}
	for _, t := range r.Tables {
		t.Changes = nil
	}
	less := "\nThe rows that changed are too many for these notes: `tidywiki diff` lists them.\n"
	buf.Reset()
	if err := r.WriteMarkdown(&buf); err != nil || buf.Len() <= mostMarkdown {
		buf.WriteString(less)
		return buf.Bytes(), err
	}
	less = fmt.Sprintf("\n%d tables differ, too many for these notes: `tidywiki diff` lists them.\n", len(r.Tables))
	r.Tables = nil
	buf.Reset()
	err := r.WriteMarkdown(&buf)
	buf.WriteString(less)
	return buf.Bytes(), err
}

// describe reads what the dataset says of itself.
func (m *Made) describe(dataset fs.FS, version string) error {
	m.Version = version
	var err error
	m.Name, m.Title, err = release.NameOf(dataset)
	m.Name = cmp.Or(m.Name, "dataset")
	m.Archive.Path = m.Name + "-" + version + "." + m.Archive.Format
	return err
}
