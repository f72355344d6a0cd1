package parts

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
)

// Use is what a run wants of the pages of earlier runs.
type Use struct {
	// Resume continues a run that was stopped, Incremental begins with the pages of
	// the last run and keeps those of this one.
	Resume, Incremental bool
}

// Begin decides what of an earlier run is used.
func (s *Store) Begin(use Use) error {
	if use.Resume && !use.Incremental {
		s.differs = cmp.Or(s.differs, s.strange)
	}
	switch {
	case s.differs == "" && (use.Resume || use.Incremental):
		if len(s.parts)+len(s.remarks) == 0 && !use.Incremental {
			s.remarks = append(s.remarks, "there was no stopped run to resume: all was converted from the beginning")
		}
	case s.differs != "" && use.Incremental:
		s.remarks = append(s.remarks, fmt.Sprintf("pages are converted again: %s", s.differs))
	case s.differs != "" && use.Resume:
		return usage.Errorf("the run that was stopped was another one: %s: give it the same options, or leave out --resume to begin anew", s.differs)
	case s.differs != "" || len(s.parts) > 0:
		s.remarks = append(s.remarks, "what a run that was stopped had done was dropped: --resume would have continued it")
		s.forget()
	}
	return nil
}

// forget removes the parts of earlier runs.
func (s *Store) forget() {
	s.parts = nil
	for key := range s.units {
		s.units[key] = nil
	}
	clear(s.index)
	s.keepOnly()
}

// A KeptError is the end of a run that can be continued: what it had converted is kept.
type KeptError struct {
	Err   error
	Units int    // that are kept
	Cure  string // how to continue
}

func (e *KeptError) Error() string {
	return fmt.Sprintf("%s (%d units of work are kept: continue with %s)", e.Err, e.Units, e.Cure)
}

// Unwrap returns why the run ended.
func (e *KeptError) Unwrap() error { return e.Err }

// End completes the store of a run that ended with an error or nil, and returns the
// error of the run. A nil store returns err.
func (s *Store) End(use Use, err error) error {
	switch {
	case s == nil:
	case err != nil:
		s.Close()
		if n := len(s.written); n > 0 {
			cure := "--resume"
			if use.Incremental {
				cure = "the same command"
			}
			return &KeptError{err, n, cure}
		}
	case use.Incremental:
		s.keepOnly()
		s.Close()
	default:
		s.remove()
	}
	return err
}

// Remarks are notes for the user on the pages of earlier runs.
func (s *Store) Remarks() []string { return s.remarks }

// Reused is the number of pages that were not converted again.
func (s *Store) Reused() int { return s.reused }

// Unusable returns why no page of an earlier run can be used, "" if some can.
func (s *Store) Unusable() string {
	if len(s.parts) > 0 {
		return ""
	}
	return cmp.Or(s.differs, "nothing is kept of an earlier run")
}

// Names are those of the pages of files in the parts.
func (s *Store) Names() (map[string]bool, error) {
	names := map[string]bool{}
	for _, p := range s.parts {
		if p.Header.Unit.Dump != nil || len(p.Header.Unit.Wiki) > 0 {
			continue
		}
		entries, err := p.file.Index()
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			names[e.Name] = true
		}
	}
	return names, nil
}

// Made is all that the dataset of a page depends on beside the page: pages that were
// made alike may be in one dataset.
type Made []Setting

// A Setting is one thing that it depends on.
type Setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Changed names what differs between two ways of making pages, "" if nothing does.
func (m Made) Changed(now Made) string {
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
