package pipeline_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/pipeline"
)

func Example() {
	dir, err := os.MkdirTemp("", "example")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	page, out := filepath.Join(dir, "rivers.txt"), filepath.Join(dir, "out")
	if err := os.WriteFile(page, []byte("| River | Length (km) |\n| Rhine | 1,233 |\n"), 0o644); err != nil {
		panic(err)
	}

	plan := pipeline.Plan{Sources: []string{page}, Out: out, Formats: []string{"csv"}}
	report, err := pipeline.Run(context.Background(), plan)
	if err != nil {
		panic(err)
	}
	fmt.Println(report.Pages, "page,", report.Findings.Errors, "errors")

	columns, err := os.ReadFile(filepath.Join(out, "data", "columns.csv"))
	if err != nil {
		panic(err)
	}
	fmt.Print(string(columns))
	// Output:
	// 1 page, 0 errors
	// page_id,table,col,grid_col,name,header,type,unit,nulls,values
	// rivers,1,1,1,river,River,string,,0,1
	// rivers,1,2,2,length,Length (km),integer,km,0,1
}
