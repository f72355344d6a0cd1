package validate

import (
	"slices"
	"strings"
)

// matchLabels finds the column of each field and reports those that have none.
func (s *stream) matchLabels(labels []string) {
	names := s.schema.Names()
	s.columns = make([]int, len(names))
	for i := range names {
		s.columns[i] = i
	}
	s.width = len(names)
	if labels == nil {
		if s.format != "csv" {
			s.width = -1 // an array without records
		}
		return
	}
	s.width = len(labels)
	for i, name := range names {
		s.columns[i] = slices.Index(labels, name)
	}
	if s.schema.Match != "exact" || s.format == "json" || s.format == "ndjson" {
		s.matchSets(labels, names)
		return
	}
	s.matchInOrder(labels, names)
}

func (s *stream) checkLabels(labels []string) {
	seen := map[string]bool{}
	for i, label := range labels {
		at := place{row: 1, col: i + 1, cell: &labels[i]}
		switch {
		case strings.TrimSpace(label) == "":
			s.task.fail("blank-label", at, "%s: column %d has no name", s.where, i+1)
		case seen[label]:
			s.task.fail("duplicate-label", at, "%s: two columns are named %q", s.where, label)
		}
		seen[label] = true
	}
}

// matchInOrder expects each label at the place of its field.
func (s *stream) matchInOrder(labels, names []string) {
	moved := true
	for i, name := range names {
		if s.columns[i] >= 0 {
			continue
		}
		moved = false
		if i < len(labels) && !slices.Contains(names, labels[i]) {
			s.columns[i] = i
			s.task.fail("incorrect-label", place{1, name, i + 1, &labels[i]}, "%s: column %d is named %q, its field %q", s.where, i+1, labels[i], name)
			continue
		}
		s.missingLabel(i, name)
	}
	for i, label := range labels {
		if !slices.Contains(names, label) && !slices.Contains(s.columns, i) {
			moved = false
			s.extraLabel(i, label)
		}
	}
	for i, at := range s.columns {
		if moved && at != i {
			s.task.fail("incorrect-label", place{1, names[i], i + 1, &labels[min(i, len(labels)-1)]}, "%s: field %q is expected in column %d and is in column %d", s.where, names[i], i+1, at+1)
		}
	}
}

// matchSets expects labels in any order: all of them and no others, or as
// fieldsMatch allows.
func (s *stream) matchSets(labels, names []string) {
	matched := 0
	for i, name := range names {
		if s.columns[i] >= 0 {
			matched++
		} else if m := s.schema.Match; m != "superset" && m != "partial" {
			s.missingLabel(i, name)
		}
	}
	for i, label := range labels {
		if m := s.schema.Match; !slices.Contains(names, label) && m != "subset" && m != "partial" {
			s.extraLabel(i, label)
		}
	}
	if matched == 0 && s.schema.Match == "partial" {
		s.task.fail("missing-label", place{row: 1}, "%s: no column has the name of a field", s.where)
	}
}

func (s *stream) missingLabel(i int, name string) {
	s.task.fail("missing-label", place{row: 1, field: name, col: i + 1}, "%s: field %q has no column", s.where, name)
}

func (s *stream) extraLabel(i int, label string) {
	s.task.fail("extra-label", place{row: 1, col: i + 1, cell: &label}, "%s: column %d, %q, has no field", s.where, i+1, label)
}
