package pipeline

import (
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/pipeline/internal/version"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// Version is the version of tidywiki, as datasets name it.
const Version = version.Version

// A Report is how a run went. It is the content of run.json, the one file of a
// dataset that differs from run to run.
type Report struct {
	Version string   `json:"version"`
	Out     string   `json:"-"`
	Formats []string `json:"formats"`
	Recipes []string `json:"recipes"`
	Workers int      `json:"workers"`
	Pages   int      `json:"pages"`
	Bytes   int64    `json:"bytes"` // of the sources
	Skipped int      `json:"skipped_files"`
	Reused  int      `json:"reused_pages"` // of Pages: not converted, they were from an earlier run
	Tables  int      `json:"tables"`
	// Collections is the number of tables that are made of like tables of many pages.
	Collections int   `json:"collections"`
	Rows        int   `json:"rows"` // of the core and recipe tables
	Files       int   `json:"files"`
	Written     int64 `json:"bytes_written"`
	// FailedPages counts the pages that could not be converted; Failed has the first
	// hundred.
	FailedPages int       `json:"failed_pages"`
	Failed      []Failure `json:"failed,omitempty"`
	// Findings counts the rows of the table findings.
	Findings Counts `json:"findings"`
	// Worst are the first errors found, up to ten.
	Worst []Finding `json:"worst,omitempty"`
	// Notes are what a format could not hold, up to a hundred; MoreNotes counts
	// those left out.
	Notes     []load.Note `json:"notes,omitempty"`
	MoreNotes int         `json:"more_notes,omitempty"`
	// Remarks are notes for the user on the sources and the pages of earlier runs.
	Remarks []string `json:"remarks,omitempty"`
	// Dumps are those among the sources.
	Dumps   []DumpReport `json:"dumps,omitempty"`
	Seconds float64      `json:"seconds"`
}

// A Failure is a page that could not be converted, and why.
type Failure struct {
	Source string `json:"source"`
	Reason string `json:"reason"`
}

// Counts are numbers of findings.
type Counts struct {
	Errors   int `json:"errors"`
	Warnings int `json:"warnings"`
	Infos    int `json:"infos"`
}

// A Finding is a note with the source it is about.
type Finding struct {
	Source  string `json:"source"`
	Line    int    `json:"line,omitempty"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// Place is where to look: the source, and its line if there is one.
func (f Finding) Place() string {
	if f.Line == 0 {
		return f.Source
	}
	return fmt.Sprintf("%s:%d", f.Source, f.Line)
}

const (
	mostWorst  = 10
	mostNotes  = 100
	mostFailed = 100
)

// add counts one page.
func (r *Report) add(p *partfile.Page) {
	r.Pages++
	r.Bytes += p.Bytes
	r.Tables += p.Sheets
	if p.Failure != "" {
		r.FailedPages++
		if len(r.Failed) < mostFailed {
			r.Failed = append(r.Failed, Failure{p.Name, p.Failure})
		}
	}
	for _, t := range p.Data.Tables {
		if !t.Whole {
			r.Rows += t.NumRows()
		}
	}
	r.Rows += len(p.Data.Notes)
	for _, n := range p.Data.Notes {
		r.find(n)
		if n.Severity == source.Error && len(r.Worst) < mostWorst {
			r.Worst = append(r.Worst, Finding{p.Name, n.Line, n.Code, n.Message})
		}
	}
}

// find counts a finding.
func (r *Report) find(n source.Note) {
	switch n.Severity {
	case source.Error:
		r.Findings.Errors++
	case source.Warning:
		r.Findings.Warnings++
	default:
		r.Findings.Infos++
	}
}

func (r *Report) note(notes []load.Note) {
	for _, n := range notes {
		if len(r.Notes) < mostNotes {
			r.Notes = append(r.Notes, n)
		} else {
			r.MoreNotes++
		}
	}
}
