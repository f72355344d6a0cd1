package release_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/load/release"
)

func ExampleLoadMeta() {
	info, err := release.LoadMeta([]byte("title: Rivers of Europe\nlicense: CC0-1.0\nauthors: [Ada Lovelace]\n"), "meta.yaml")
	fmt.Println(info.Title, info.License, info.Authors[0].Name, err)

	_, err = release.LoadMeta([]byte("title: Rivers\ncreated: yesterday\n"), "meta.yaml")
	fmt.Println(err)
	// Output:
	// Rivers of Europe CC0-1.0 Ada Lovelace <nil>
	// meta.yaml: created "yesterday": a date is needed, as in 2024-05-06 or 2024-05-06T07:08:09Z
}
