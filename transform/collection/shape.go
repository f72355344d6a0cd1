package collection

import (
	"encoding/binary"
	"regexp"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// lineField is the last field of each wide table, kindField the one that tells totals
// from data.
const (
	lineField = "line"
	kindField = "row_kind"
)

// A shape is what wide tables with the same fields have in common.
type shape struct {
	schema *dataset.Schema // of the first of them
	// own tells which fields are columns of the page: not the title of a block, a
	// companion of a column, or the line.
	own []bool
	// fields are the names of all fields in a collection.
	fields []string
	// names are those of own fields in alphabetical order; headed leaves out
	// the names of columns without a header.
	names, headed []string
	stats         []stat // of the fields
	titles        titles
	tables        int
	rows          int64
	// first and last are the pages that have such tables, counted from 1.
	first, last int
	hasYear     bool
	at          locations
}

// newShape returns the shape of a wide table.
func newShape(t *dataset.Table) *shape {
	s := &shape{schema: t.Schema, own: make([]bool, len(t.Schema.Fields)), stats: make([]stat, len(t.Schema.Fields))}
	for i, c := range t.Origin.Fields {
		s.own[i] = c >= 0
	}
	extra := map[string]bool{}
	for i := range s.own {
		if s.extra(i) {
			extra[s.schema.Fields[i].Name] = true
		}
	}
	for i := range s.own {
		s.fields = append(s.fields, s.nameOf(i, extra))
	}
	for i, name := range s.fields {
		if !s.own[i] {
			continue
		}
		s.names = append(s.names, name)
		if !unheaded.MatchString(name) {
			s.headed = append(s.headed, name)
		}
	}
	slices.Sort(s.names)
	slices.Sort(s.headed)
	return s
}

// nameOf is the name of field i in a collection: without the number that it has only
// because one of the extra fields has its name.
func (s *shape) nameOf(i int, extra map[string]bool) string {
	name := s.schema.Fields[i].Name
	if base, rest, found := strings.Cut(name, "_2"); found && extra[base] {
		return base + rest
	}
	return name
}

// unheaded are the names of columns without a header.
var unheaded = regexp.MustCompile(`^column_\d+(_\d+)?$`)

// appendKey appends what tables of one shape share.
func appendKey(key []byte, t *dataset.Table) []byte {
	for i := range t.Schema.Fields {
		f := &t.Schema.Fields[i]
		key = append(key, f.Name...)
		key = append(key, 0, byte(f.Type), byte(f.Scale))
		if t.Origin.Fields[i] >= 0 {
			key = append(key, 1)
		}
		key = append(key, f.Unit...)
		key = append(key, 0)
	}
	return key
}

// extra reports whether field i is neither a column of the page nor beside one.
func (s *shape) extra(i int) bool {
	for k := i; k >= 0; k-- {
		if s.own[k] {
			return k < i && i-k > len(s.companions(k))
		}
	}
	return true
}

// companions are the fields beside field i: those that follow it with a longer name.
func (s *shape) companions(i int) []dataset.Field {
	n := i + 1
	for n < len(s.own) && !s.own[n] && strings.HasPrefix(s.schema.Fields[n].Name, s.schema.Fields[i].Name+"_") {
		n++
	}
	return s.schema.Fields[i+1 : n]
}

// locations is where rows are in a file, in ascending order: for each table the
// distance from the end of the one before, and the size.
type locations struct {
	packed []byte
	end    int64
}

func (l *locations) add(at, size int64) {
	l.packed = binary.AppendUvarint(l.packed, uint64(at-l.end))
	l.packed = binary.AppendUvarint(l.packed, uint64(size))
	l.end = at + size
}

// A location is a piece of a file.
type location struct {
	shape    *shape
	at, size int64
}

// list returns the locations of the tables of a shape.
func (s *shape) list() []location {
	all := make([]location, 0, s.tables)
	end, rest := int64(0), s.at.packed
	next := func() int64 {
		v, n := binary.Uvarint(rest)
		rest = rest[n:]
		return int64(v)
	}
	for len(rest) > 0 {
		at := end + next()
		size := next()
		all = append(all, location{s, at, size})
		end = at + size
	}
	return all
}
