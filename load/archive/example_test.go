package archive_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"fmt"
	"log"
	"strings"

	"github.com/tidywiki/tidywiki/load/archive"
)

func ExampleNew() {
	var buf bytes.Buffer
	w, err := archive.New(&buf, "tar.gz")
	if err != nil {
		log.Fatal(err)
	}
	text := "river,length\nRhine,1233\n"
	if err := w.Add("rivers-1.0.0/data/rivers.csv", int64(len(text)), strings.NewReader(text)); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}

	z, _ := gzip.NewReader(&buf)
	h, _ := tar.NewReader(z).Next()
	fmt.Println(h.Name, h.Size, h.ModTime.UTC().Format("2006-01-02"))
	// Output: rivers-1.0.0/data/rivers.csv 24 1980-01-01
}
