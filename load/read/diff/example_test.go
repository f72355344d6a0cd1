package diff_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/load/read/diff"
)

// Any two Data Packages can be compared.
func Example() {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	for edition, rows := range map[string]string{"2024": "Rhine,1233\nElbe,1094\n", "2025": "Rhine,1230\nElbe,1094\nMain,527\n"} {
		write(filepath.Join(dir, edition, "rivers.csv"), "name,length\n"+rows)
		write(filepath.Join(dir, edition, "datapackage.json"), `{"version": "1.4.0", "resources": [{"name": "rivers", "path": "rivers.csv",
			"schema": {"fields": [{"name": "name", "type": "string"}, {"name": "length", "type": "integer"}], "primaryKey": ["name"]}}]}`)
	}

	r, err := diff.Compare(context.Background(), filepath.Join(dir, "2024"), filepath.Join(dir, "2025"), diff.Options{})
	if err != nil {
		panic(err)
	}
	for _, c := range r.Tables[0].Changes {
		fmt.Println(c.Kind, c.Name(), len(c.Cells))
	}
	fmt.Println(r.Suggest.Level, r.Suggest.Version)
	// Output:
	// changed Rhine 1
	// added Main 2
	// minor 1.5.0
}

func write(path, text string) {
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o644)
	}
	if err != nil {
		panic(err)
	}
}
