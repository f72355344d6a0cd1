package datapackage_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

func Example() {
	p, err := datapackage.Parse([]byte(`{"title": "Rivers", "resources": [{"name": "lengths", "path": "l.csv", "bytes": "many",
		"schema": {"fields": [{"name": "river", "type": "string"}]}}]}`), func(string) ([]byte, error) { return nil, errors.ErrUnsupported })
	if err != nil {
		panic(err)
	}
	r := p.Resources[0]
	fmt.Println(p.Title, r.Paths, r.Format, r.Schema.Names())
	fmt.Println(r.Faults[0].Type, r.Faults[0].Message)
	text, err := json.Marshal(datapackage.Resource{Name: "lengths", Paths: r.Paths, Format: "csv", Mediatype: "text/csv", Bytes: 16})
	fmt.Println(string(text), err)
	// Output:
	// Rivers [l.csv] csv [river]
	// resource-error resource lengths: bytes is the string "many", not a whole number
	// {"name":"lengths","path":"l.csv","format":"csv","mediatype":"text/csv","bytes":16} <nil>
}
