package partfile_test

import (
	"bytes"
	"fmt"
	"log"

	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

func Example() {
	items := dataset.NewBuilder(dataset.Items).
		Str("rivers").Int(1).Int(0).Int(1).Int(1).Str("-").Str("Rhine").Int(3).Table("items")
	page := &partfile.Page{Name: "rivers.txt", Data: &page.Page{ID: "rivers", Tables: []*dataset.Table{items}}}

	var file bytes.Buffer
	w, err := partfile.NewWriter(&file, []byte(`{"unit":7}`))
	if err != nil {
		log.Fatal(err)
	}
	if err := w.Add(page); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(nil); err != nil {
		log.Fatal(err)
	}

	r, err := partfile.Open(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		log.Fatal(err)
	}
	for back, err := range r.Pages() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s %s: %s\n", r.Header(), back.Name, back.Data.Table("items").Column("text").Str(0))
	}
	// Output: {"unit":7} rivers.txt: Rhine
}
