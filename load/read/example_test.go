package read_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
	"github.com/tidywiki/tidywiki/load/read"
)

// A Reader tells what is wrong with a file, and where.
func ExampleNewCSV() {
	r, err := read.NewCSV(strings.NewReader("river,length\nRhine,1233\n\"Main,525\n"), datapackage.DefaultDialect())
	for err == nil {
		var cells []read.Cell
		if cells, err = r.Next(); err == nil {
			fmt.Println(r.Row(), cells)
		}
	}
	fmt.Println(r.Row(), err)
	// Output:
	// 2 [{text Rhine} {text 1233}]
	// 3 cell 1 has a quote that is never closed
}

// Rows give the values, whatever the format.
func ExampleOpen() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{
		"datapackage.json": `{"resources": [{"name": "lengths", "path": "lengths.csv", "schema": {"fields": [
			{"name": "river", "type": "string"}, {"name": "length", "type": "number"}]}}]}`,
		"lengths.csv": "river,length\nRhine,1233.0\nMain,\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			panic(err)
		}
	}
	d, err := read.Open(dir)
	if err != nil {
		panic(err)
	}
	err = d.Table("lengths").Each(context.Background(), func(_ []read.Column, b *read.Batch) {
		for row := range b.Rows {
			length, some := b.Columns[1].Get(row)
			fmt.Printf("%q %v\n", length, some)
		}
	})
	fmt.Println(err)
	// Output:
	// "1233" true
	// "" false
	// <nil>
}
