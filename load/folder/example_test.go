package folder_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/load/folder"
)

func Example() {
	dir, _ := os.MkdirTemp("", "")
	defer os.RemoveAll(dir)

	out, err := folder.Begin(filepath.Join(dir, "out"), folder.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer out.Rollback() // does nothing after Commit

	w, err := out.Create("data/rivers.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	io.WriteString(w, "name,length\nRhine,1233\n")
	if err := w.Close(); err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range out.Files() {
		fmt.Printf("%s %d %.4x\n", f.Path, f.Bytes, f.SHA256)
	}
	fmt.Println(out.Commit())
	// Output:
	// data/rivers.csv 23 e0e40e58
	// <nil>
}
