package tablefile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
)

// validText returns rec with bytes that are no UTF-8 replaced by U+FFFD.
// Extractors do so already, and say where; this is the last defence, because
// one such byte makes a Parquet or Arrow file unreadable as a whole.
func validText(rec arrow.Record) arrow.Record {
	var mended []arrow.Array
	for i, col := range rec.Columns() {
		s, ok := col.(*array.String)
		if !ok || valid(s) {
			continue
		}
		if mended == nil {
			mended = slices.Clone(rec.Columns())
		}
		mended[i] = mend(s)
	}
	if mended == nil {
		return rec
	}
	return array.NewRecord(rec.Schema(), mended, rec.NumRows())
}

// valid looks at the bytes of all values as one text, which is fast, and then
// whether each value begins where a character does.
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

func mend(s *array.String) arrow.Array {
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
