package release_test

import (
	"crypto/sha256"
	"fmt"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func Example() {
	lengths := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{
		Fields: []dataset.Field{dataset.PageIDField, {Name: "length", Type: dataset.Integer, Unit: "km"}},
	})).Str("rivers").Int(1233).Table("lengths")

	r := release.New(release.Info{Title: "Rivers"})
	r.Observe(lengths)

	text := "page_id,length\nrivers,1233\n"
	out := new(memory.Sink)
	err := r.Write(out, []load.File{{Path: "data/lengths.csv", Bytes: int64(len(text)), SHA256: sha256.Sum256([]byte(text))}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(out.Paths())
	// Output:
	// [CITATION.cff README.md SHA256SUMS croissant.json datapackage.json provenance.intoto.json]
}
