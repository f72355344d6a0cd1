package report_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/load/read/report"
)

func Example() {
	dir, err := os.MkdirTemp("", "rivers")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for name, data := range map[string]string{
		"rivers.csv": "name,length\nRhine,1233\nElbe,1094\nMain,\n",
		"datapackage.json": `{"title": "Rivers", "resources": [{"name": "rivers", "path": "rivers.csv",
			"charts": [{"kind": "bar", "category": "name", "series": ["length"]}],
			"schema": {"fields": [{"name": "name", "type": "string"}, {"name": "length", "type": "integer", "unit": "km"}]}}]}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			log.Fatal(err)
		}
	}
	r, err := report.Make(context.Background(), dir, report.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Heading(), r.Rows)
	for _, f := range r.Tables[0].Columns[1].Facts {
		fmt.Println(f.Name, f.Value)
	}
	fmt.Println(r.Charts[0].Kind, r.Charts[0].Shown, "drawn,", r.Charts[0].Empty, "empty")
	// Output:
	// Rivers 3
	// values 2
	// empty 1 (33.3 %)
	// distinct 2, all of them
	// smallest 1,094
	// mean 1,164
	// largest 1,233
	// bar 2 drawn, 1 empty
}
