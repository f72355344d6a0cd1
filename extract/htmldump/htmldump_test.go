package htmldump_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract/dump"
	"github.com/tidywiki/tidywiki/extract/htmldump"
	"github.com/tidywiki/tidywiki/extract/source"
)

// rhine is a page with all fields that are read, and some that are not.
const rhine = `{"name":"Rhine","identifier":7,"date_modified":"2024-05-01T10:00:00Z","version":{"identifier":12,"tags":["a"]},` +
	`"url":"https://en.wikipedia.org/wiki/Rhine","namespace":{"name":"Article","identifier":0},"in_language":{"identifier":"en"},` +
	`"main_entity":{"identifier":"Q584","url":"x"},"categories":[{"name":"Rivers"}],"license":[{"identifier":"CC-BY-SA-4.0",` +
	`"url":"https://creativecommons.org/licenses/by-sa/4.0/"}],"article_body":{"html":"<p>Long &amp; <b>wide</b>\u003c/p>","wikitext":"Long"}}`

// named is a page with a name, a namespace and HTML.
func named(name string, namespace int, html string) string {
	return fmt.Sprintf(`{"name":%q,"namespace":{"identifier":%d},"article_body":{"html":%q}}`, name, namespace, html)
}

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// archived is a tar archive with a folder and a file for each text.
func archived(t *testing.T, texts ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	if err := w.WriteHeader(&tar.Header{Name: "pages/", Typeflag: tar.TypeDir, Mode: 0o755}); err != nil {
		t.Fatal(err)
	}
	for i, text := range texts {
		if err := w.WriteHeader(&tar.Header{Name: fmt.Sprintf("pages/%d.ndjson", i), Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(text))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func saved(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// read returns the titles of the pages of a range, and the error that ended them. A page
// that is too large has its title in parentheses.
func read(d *htmldump.Dump, rg dump.Range, counts *dump.Counts) (titles []string, sources []*source.Source, err error) {
	for src, failed := range d.Pages(context.Background(), rg, counts) {
		var large *source.PageError
		switch {
		case errors.As(failed, &large):
			titles = append(titles, "("+large.Title+")")
		case failed != nil:
			err = failed
		default:
			titles, sources = append(titles, src.Title), append(sources, src)
		}
	}
	return titles, sources, err
}

func TestPage(t *testing.T) {
	d, err := htmldump.Open(saved(t, "a.ndjson", []byte(rhine+"\n")), dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	_, pages, err := read(d, d.Whole(), nil)
	if err != nil || len(pages) != 1 {
		t.Fatal(pages, err)
	}
	p := pages[0]
	got := fmt.Sprint(p.Name, " ", p.Title, " ", p.Format, " ", p.Language, " ", p.License, " ", p.Wikidata, " ", p.Revision.ID, " ", p.Revision.URL, " ", p.Revision.Time.Format(time.RFC3339), " ", p.Text())
	want := "https://en.wikipedia.org/wiki/Rhine Rhine html en CC-BY-SA-4.0 Q584 12 https://en.wikipedia.org/w/index.php?oldid=12 2024-05-01T10:00:00Z <p>Long &amp; <b>wide</b></p>"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestForms reads the same pages in every form that dumps come in.
func TestForms(t *testing.T) {
	first, second := rhine+"\n"+named("Elbe", 0, "<p>e"), named("Oder", 0, "<p>o")
	text := first + "\n\r\n" + second
	for name, data := range map[string][]byte{
		"plain.ndjson": []byte(text), "a.json.gz": packed(t, text), "two.json.gz": append(packed(t, first+"\n"), packed(t, second+"\n")...),
		"a.tar.gz": packed(t, archived(t, first, second)), "a.tar": []byte(archived(t, first+"\n", second+"\n")),
	} {
		d, err := htmldump.Open(saved(t, name, data), dump.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var counts dump.Counts
		titles, _, err := read(d, d.Whole(), &counts)
		if got := strings.Join(titles, " "); got != "Rhine Elbe Oder" || err != nil || counts.Read != 3 || counts.Pages != 3 {
			t.Errorf("%s: %s, %v, %+v", name, got, err, counts)
		}
		if !htmldump.IsDumpHead(data) {
			t.Errorf("%s: its head is not that of a dump", name)
		}
		titles, _, err = read(htmldump.OpenReader("stdin", bytes.NewReader(data), dump.Options{}), dump.Range{}, nil)
		if got := strings.Join(titles, " "); got != "Rhine Elbe Oder" || err != nil {
			t.Errorf("%s as a stream: %s, %v", name, got, err)
		}
	}
}

func TestNoDump(t *testing.T) {
	for _, text := range []string{
		"", "{", `{"name":"Rhine"}`, `[{"article_body":{}}]`, "article_body", "<mediawiki><page>", `{"a":1}` + "\n" + rhine,
		archived(t, "text"), archived(t), "\x1f\x8b\x08", "BZ",
	} {
		for _, data := range [][]byte{[]byte(text), packed(t, text)} {
			if path := saved(t, "a", data); htmldump.IsDump(path) || htmldump.IsDumpHead(data) {
				t.Errorf("%q is a dump", text)
			}
		}
	}
	if htmldump.IsDump(filepath.Join(t.TempDir(), "none")) {
		t.Error("a file that is not there is a dump")
	}
}

func TestChoice(t *testing.T) {
	text := strings.Join([]string{rhine, named("Talk:Rhine", 1, "<p>t"), named("Elbe", 0, ""), named("Oder", 0, strings.Repeat("o", 300)),
		named("Weser", 0, strings.Repeat("w", 2<<20)), `{"name":"Main","article_body":{"wikitext":"'''Main'''"}}`}, "\n")
	path := saved(t, "a.ndjson", []byte(text))
	for _, tt := range []struct {
		opt  dump.Options
		want string
		then dump.Counts
	}{
		{dump.Options{MaxBytes: 200}, "Rhine (Oder) (Weser) Main", dump.Counts{Pages: 6, Revisions: 6, Read: 2, OtherNamespaces: 1, NoText: 1, TooLarge: 2}},
		{dump.Options{Namespaces: []int{1}}, "Talk:Rhine", dump.Counts{Pages: 6, Revisions: 6, Read: 1, OtherNamespaces: 5}},
		{dump.Options{AllNamespaces: true, Titles: dump.NewTitles([]string{"*Rhine"}, nil)}, "Rhine Talk:Rhine", dump.Counts{Pages: 6, Revisions: 6, Read: 2, OtherTitles: 4}},
	} {
		d, err := htmldump.Open(path, tt.opt)
		if err != nil {
			t.Fatal(err)
		}
		var counts dump.Counts
		titles, pages, err := read(d, d.Whole(), &counts)
		if got := strings.Join(titles, " "); got != tt.want || counts != tt.then || err != nil {
			t.Errorf("%+v: %s, %+v, %v", tt.opt, got, counts, err)
		}
		if last := pages[len(pages)-1]; last.Title == "Main" && (last.Format != "wikitext" || last.Text() != "'''Main'''") {
			t.Errorf("a page without HTML is %s: %s", last.Format, last.Text())
		}
	}
}

// TestCutOff: what is whole is read, and the error says where the rest is lost.
func TestCutOff(t *testing.T) {
	text := rhine + "\n" + named("Elbe", 0, "<p>e") + "\n" + named("Oder", 0, strings.Repeat("<p>o", 50))
	whole := packed(t, archived(t, text))
	for name, data := range map[string][]byte{
		"a.ndjson": []byte(text[:len(text)-9]), "a.tar.gz": whole[:len(whole)-40], "a.tar": []byte(archived(t, text)[:len(text)+900]),
		"b.ndjson": []byte(rhine + "\n" + named("Elbe", 0, "<p>e") + "\n{no JSON}\n" + rhine),
	} {
		d, err := htmldump.Open(saved(t, name, data), dump.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		titles, _, err := read(d, d.Whole(), nil)
		var damage *dump.DamageError
		if !errors.As(err, &damage) || damage.Name != name || len(titles) > 2 {
			t.Errorf("%s: %v, %v", name, titles, err)
		} else if strings.HasSuffix(name, ".ndjson") && !strings.Contains(err.Error(), fmt.Sprintf(`at byte %d of its JSON, after the page "Elbe": `, strings.LastIndex(text, "\n")+1)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRanges(t *testing.T) {
	var text, want strings.Builder
	for i := range 40 {
		fmt.Fprintln(&text, named(fmt.Sprint("P", i), 0, strings.Repeat("x", 1+i%7*30)))
		fmt.Fprint(&want, "P", i, " ")
	}
	path := saved(t, "a.ndjson", []byte(text.String()))
	d, err := htmldump.Open(path, dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, size := range []int64{1, 100, 999, 1 << 30, 0} {
		ranges, err := d.Ranges(context.Background(), size)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		end := int64(0)
		for _, rg := range ranges {
			if rg.Start != end {
				t.Fatalf("%d: a gap in %v", size, ranges)
			}
			end = rg.End
			titles, _, err := read(d, rg, nil)
			if err != nil || size > 1 && size < 1000 && len(titles) == 40 {
				t.Fatal(size, titles, err)
			}
			got.WriteString(strings.Join(titles, " ") + " ")
		}
		if got.String() != want.String() || end != d.Whole().End {
			t.Errorf("%d: %s to %d", size, got.String(), end)
		}
	}
	gz, err := htmldump.Open(saved(t, "a.json.gz", packed(t, text.String())), dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if ranges, err := gz.Ranges(context.Background(), 10); err != nil || len(ranges) != 1 {
		t.Error("a compressed dump has ranges", ranges, err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	d, err := htmldump.Open(saved(t, "a.ndjson", []byte(rhine)), dump.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for src, err := range d.Pages(ctx, d.Whole(), nil) {
		if src != nil || !errors.Is(err, context.Canceled) {
			t.Error(src, err)
		}
	}
}
