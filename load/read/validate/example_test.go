package validate_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/load/read/validate"
)

func Example() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	files := map[string]string{
		"lengths.csv": "river;length\nRhine;1233\nMain;long\n",
		"datapackage.json": `{"resources": [{"name": "lengths", "path": "lengths.csv", "dialect": {"delimiter": ";"},
			"schema": {"fields": [{"name": "river", "type": "string"}, {"name": "length", "type": "integer"}]}}]}`,
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			fmt.Println(err)
			return
		}
	}
	report, err := validate.Folder(context.Background(), dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(report.Valid, report.Stats.Rows)
	fmt.Println(report.Tasks[0].Errors[0].Message)
	// Output:
	// false 2
	// lengths.csv, row 3: length is "long", not an integer
}
