package mediawiki

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// page is HTML of about a megabyte, as api.php quotes it.
var page = strings.Repeat("<tr>\n<td><a href=\"/wiki/Rhine\" title=\"Rhine\">Rhein, 莱茵河</a></td>\n<td>1,233\n</td></tr>\n", 10_000)

func BenchmarkDecode(b *testing.B) {
	var body bytes.Buffer
	e := json.NewEncoder(&body)
	e.SetEscapeHTML(false) // as MediaWiki does
	if err := e.Encode(map[string]any{"parse": map[string]any{"revid": 3, "text": page}}); err != nil {
		b.Fatal(err)
	}
	ans := &answer{status: 200, kind: "application/json", body: body.Bytes()}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		var got struct{ Parse struct{ Text *string } }
		if err := decodeAPI(ans, &got); err != nil || len(*got.Parse.Text) != len(page) {
			b.Fatal(err)
		}
	}
}

func BenchmarkCache(b *testing.B) {
	c := cache{b.TempDir()}
	if err := c.store("html", "k", "state", []byte(page)); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, ok := c.load("html", "k"); !ok {
			b.Fatal("not kept")
		}
	}
}
