package validate

import (
	"context"
	"fmt"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// BenchmarkFolder validates a dataset of a table with a key in all formats; the
// bytes are those of all files.
func BenchmarkFolder(b *testing.B) {
	tables := rivers()
	lengths := dataset.NewBuilder(tables[2].Schema)
	for i := range 20_000 {
		lengths.Str("rhine").Str(fmt.Sprint("river ", i)).Null().Int(int64(i)).Null().Day(int32(i)).Bool(i%2 == 0)
	}
	tables[2] = lengths.Table("lengths")
	dir := save(b, tables...)
	b.ReportAllocs()
	for b.Loop() {
		r, err := Folder(context.Background(), dir)
		if err != nil || !r.Valid {
			b.Fatal(err, all(r))
		}
		b.SetBytes(r.Stats.Bytes)
	}
}
