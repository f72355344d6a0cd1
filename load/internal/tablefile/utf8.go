package tablefile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// validText returns rec with invalid UTF-8 replaced by U+FFFD. Extractors do so already
// and report the place; this is a safeguard, because one such byte makes a whole
// Parquet or Arrow file unreadable.
func validText(rec arrow.Record) arrow.Record {
	var repaired []arrow.Array
	for i, col := range rec.Columns() {
		s, ok := col.(*array.String)
		if !ok || valid(s) {
			continue
		}
		if repaired == nil {
			repaired = slices.Clone(rec.Columns())
		}
		repaired[i] = repair(s)
	}
	if repaired == nil {
		return rec
	}
	return array.NewRecord(rec.Schema(), repaired, rec.NumRows())
}

// valid reports whether all values are UTF-8. It checks the bytes of all values as one
// text, which is fast, and then that each value begins at a character.
func valid(s *array.String) bool {
	if s.Len() == 0 {
		return true
	}
	text := s.ValueBytes()
	if !utf8.Valid(text) {
		return false
	}
	ends := s.ValueOffsets()
	for _, at := range ends {
		if at -= ends[0]; int(at) < len(text) && !utf8.RuneStart(text[at]) {
			return false
		}
	}
	return true
}

func repair(s *array.String) arrow.Array {
	b := array.NewStringBuilder(memory.DefaultAllocator)
	for i := range s.Len() {
		if s.IsNull(i) {
			b.AppendNull()
		} else {
			b.Append(strings.ToValidUTF8(s.Value(i), "\uFFFD"))
		}
	}
	return b.NewArray()
}
