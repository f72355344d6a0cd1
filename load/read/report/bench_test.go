package report

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkReport makes the page of a table of 200,000 rows as CSV.
func BenchmarkReport(b *testing.B) {
	var rows strings.Builder
	rows.WriteString("page_id,name,length,share,day\n")
	for i := range 200_000 {
		fmt.Fprintf(&rows, "page-%d,River %d,%d,%d.%02d,20%02d-%02d-%02d\n", i/500, i, i*7919%100_003, i%100, i%97, i%24, i%12+1, i%28+1)
	}
	dir := b.TempDir()
	for name, data := range map[string]string{"t.csv": rows.String(),
		"datapackage.json": `{"resources": [` + resource("t.csv", "", "page_id:string", "name:string", "length:integer", "share:number", "day:date") + `]}`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(rows.Len()))
	b.ReportAllocs()
	for b.Loop() {
		r, err := Make(context.Background(), dir, Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := r.WriteHTML(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
