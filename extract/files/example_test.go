package files_test

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/extract/files"
)

func ExampleOpen() {
	dir, err := os.MkdirTemp("", "pages")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for name, text := range map[string]string{"rivers.txt": "= Rivers =\n", "lakes.wiki": "= Lakes =\n", "map.png": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			log.Fatal(err)
		}
	}

	set, err := files.Open([]string{dir}, files.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%d pages, %d other files\n", len(set.Pages()), set.Skipped())
	for _, page := range set.Pages() {
		src, err := files.Read(page, files.Options{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d bytes\n", src.Name, len(src.Data))
	}
	// Output:
	// 2 pages, 1 other files
	// lakes.wiki: 10 bytes
	// rivers.txt: 11 bytes
}
