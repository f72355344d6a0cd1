package dump

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A dump has the same pages in every compression and encoding.
func TestOpenAnyFile(t *testing.T) {
	text := somePagesDump(30)
	want, wantCounts, failed := pagesOf(file(t, "plain.xml", []byte(text), Options{}), Range{0, int64(len(text))})
	if len(want) != 24 || failed != nil || wantCounts != (Counts{Pages: 30, Revisions: 30, Read: 24, OtherNamespaces: 6}) {
		t.Fatalf("%d pages, %+v, %v", len(want), wantCounts, failed)
	}
	files := map[string][]byte{
		"mark":          []byte("\ufeff" + text),
		"declared":      []byte("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- made by hand -->\n" + text),
		"gzip":          gzipBytes(t, text),
		"members":       append(gzipBytes(t, text[:3000]), gzipBytes(t, text[3000:])...),
		"zstd":          zstdBytes(t, text),
		"frames":        append(zstdBytes(t, text[:3000]), zstdBytes(t, text[3000:])...),
		"bzip2":         bzip2Stream([]byte(text), 3000),
		"multistream":   multistream(somePages(30), 4),
		"cut anywhere":  append(bzip2Stream([]byte(text[:3001]), 900_000), bzip2Stream([]byte(text[3001:]), 900_000)...),
		"utf-16le":      utf16Bytes(text, binary.LittleEndian, true),
		"utf-16be":      utf16Bytes(text, binary.BigEndian, true),
		"utf-16be bare": utf16Bytes("<?xml version=\"1.0\" encoding=\"UTF-16\"?>"+text, binary.BigEndian, false),
		"utf-16le bare": utf16Bytes("\n"+text, binary.LittleEndian, false),
		"utf-16 packed": gzipBytes(t, string(utf16Bytes(text, binary.LittleEndian, true))),
	}
	for name, data := range files {
		for _, workers := range []int{1, 2} {
			d := file(t, name, data, Options{Workers: workers})
			got, counts, failed := pagesOf(d, d.Whole())
			if diff := cmp.Diff(names(want), names(got)); diff != "" || counts != wantCounts || failed != nil {
				t.Errorf("%s: %+v, %v\n%s", name, counts, failed, diff)
			}
		}
		d, err := OpenReader("stdin", bytes.NewReader(data), Options{})
		if err != nil {
			t.Errorf("%s from a stream: %v", name, err)
			continue
		}
		got, _, failed := pagesOf(d, d.Whole())
		if diff := cmp.Diff(names(want), names(got)); diff != "" || failed != nil {
			t.Errorf("%s from a stream: %v\n%s", name, failed, diff)
		}
		if !IsDumpHead(data) {
			t.Errorf("%s: not known for a dump", name)
		}
	}
}

func TestOpenOthers(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "page of text": "= Rivers =\n", "html": "<!DOCTYPE html><html><page></page></html>", "feed": "<?xml version=\"1.0\"?><rss></rss>",
		"text before": "x <mediawiki></mediawiki>", "end": "</mediawiki>", "other name": "<pages><page/></pages>", "wikitext": "{| \n| <page>\n|}",
		"zip": "PK\x03\x04", "short": "BZh9", "BZh": "BZh is a word\n", "BZh9": "BZh91AY is no word, either\n",
		"packed text": string(gzipBytes(t, "= Rivers =\n")), "pdf": "%PDF-1.7",
	} {
		if _, err := OpenReader(name, strings.NewReader(text), Options{}); !errors.Is(err, ErrNotDump) {
			t.Errorf("%s: %v, want ErrNotDump", name, err)
		}
	}
	for name, text := range map[string]string{
		"gzip": "\x1f\x8b\x08", "zstd": "\x28\xb5\x2f\xfd", "bzip2": string(bzip2Stream([]byte(somePagesDump(9)), 900_000)[:400]),
	} {
		var damage *DamageError
		if _, err := OpenReader(name, strings.NewReader(text), Options{}); !errors.As(err, &damage) || damage.Name != name {
			t.Errorf("the beginning of %s: %v, want a DamageError", name, err)
		}
	}
	if _, err := Open("none.xml", Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestSource(t *testing.T) {
	text := pageXML(7, 0, "Côte d'Ivoire/A & B?", "a <b>")
	d := file(t, "some.xml", []byte(head+text+foot), Options{})
	pages, _, failed := pagesOf(d, d.Whole())
	want := []*source.Source{{Name: "https://en.wikipedia.org/wiki/C%C3%B4te_d%27Ivoire/A_&_B%3F", Title: "Côte d'Ivoire/A & B?",
		Format: "wikitext", Language: "en", License: "CC-BY-SA-4.0", Data: []byte("a <b>"),
		Revision: source.Revision{ID: 1007, Time: time.Date(2013, 3, 5, 1, 2, 3, 0, time.UTC), URL: "https://en.wikipedia.org/w/index.php?oldid=1007"}}}
	if diff := cmp.Diff(want, pages); diff != "" || failed != nil {
		t.Errorf("%v (-want +got)\n%s", failed, diff)
	}
	if s := d.Site(); s.Name != "Rivers" || s.DBName != "riverwiki" || s.Version != "0.11" || s.Namespaces[10] != "Template" || d.Name() != "some.xml" {
		t.Errorf("the site is %+v, the name %s", s, d.Name())
	}
}

// Without the URL of the wiki, pages are named by their titles.
func TestNames(t *testing.T) {
	for _, tt := range []struct{ base, name, url, license string }{
		{"", "A b", "", ""},
		{"Main Page", "A b", "", ""},
		{"ftp://en.wikipedia.org/wiki/Main_Page", "A b", "", ""},
		{"https://en.wikipedia.org/wiki/Main_Page", "https://en.wikipedia.org/wiki/A_b", "https://en.wikipedia.org/w/index.php?oldid=5", "CC-BY-SA-4.0"},
		{"http://fr.wikipedia.org/wiki/Wikip%C3%A9dia:Accueil_principal", "https://fr.wikipedia.org/wiki/A_b", "https://fr.wikipedia.org/w/index.php?oldid=5", "CC-BY-SA-4.0"},
		{"https://wikipedia.org.example.com/wiki/X", "https://wikipedia.org.example.com/wiki/A_b", "", ""},
		{"https://www.wikidata.org/wiki/Wikidata:Main_Page", "https://www.wikidata.org/wiki/A_b", "", ""},
		{"http://localhost:8080/mw/index.php/Main_Page", "http://localhost:8080/mw/index.php/A_b", "http://localhost:8080/mw/index.php?oldid=5", ""},
		{"https://example.com/Main_Page", "A b", "", ""},
	} {
		text := "<mediawiki><siteinfo><base>" + tt.base + "</base></siteinfo></mediawiki>"
		s, err := readSite(text)
		if err != nil {
			t.Fatal(err)
		}
		if s.name("A b") != tt.name || s.revisionURL(5) != tt.url || s.License != tt.license {
			t.Errorf("%s: %s, %s, %s; want %s, %s, %s", tt.base, s.name("A b"), s.revisionURL(5), s.License, tt.name, tt.url, tt.license)
		}
		if s.revisionURL(0) != "" {
			t.Errorf("%s: a revision without a number has the address %s", tt.base, s.revisionURL(0))
		}
	}
}

func TestOptions(t *testing.T) {
	history := "<page><title>Delta</title><ns>0</ns>" +
		"<revision><id>3</id><timestamp>2013-03-05T00:00:00Z</timestamp><text>third</text></revision>" +
		"<revision><id>1</id><timestamp>2011-03-05T00:00:00Z</timestamp><text>first</text></revision>" +
		"<revision><id>2</id><timestamp>2012-03-05T00:00:00Z</timestamp><text deleted=\"deleted\"/></revision></page>"
	text := head + pageXML(1, 0, "Alpha", "a") + pageXML(2, 1, "Talk:Alpha", "t") + pageXML(3, 10, "Template:Box", "b") +
		"<page><title>Template:Old</title><revision><text>from before namespaces had numbers</text></revision></page>" +
		pageXML(4, 0, "Beta_Gamma", "#REDIRECT [[Alpha]]") + history + foot
	for _, tt := range []struct {
		name   string
		opt    Options
		want   string
		counts Counts
	}{
		{"default", Options{}, "Alpha Delta", Counts{Pages: 6, Revisions: 8, Read: 2, OtherNamespaces: 3, Redirects: 1}},
		{"namespaces", Options{Namespaces: []int{10, 1}}, "Talk:Alpha Template:Box Template:Old", Counts{Pages: 6, Revisions: 8, Read: 3, OtherNamespaces: 3}},
		{"all namespaces", Options{AllNamespaces: true, Titles: NewTitles([]string{"*a*"}, nil)}, "Alpha Talk:Alpha Template:Box Template:Old Delta",
			Counts{Pages: 6, Revisions: 8, Read: 5, Redirects: 1}},
		{"titles", Options{Titles: NewTitles(nil, []string{"Delta", "Nowhere"})}, "Delta",
			Counts{Pages: 6, Revisions: 8, Read: 1, OtherNamespaces: 3, OtherTitles: 2}},
		{"all revisions", Options{Revisions: All, Titles: NewTitles([]string{"D*"}, nil)}, "Delta@3 Delta@1",
			Counts{Pages: 6, Revisions: 8, Read: 2, NoText: 1, OtherNamespaces: 3, OtherTitles: 2}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := file(t, "some.xml", []byte(text), tt.opt)
			pages, counts, failed := pagesOf(d, d.Whole())
			var got []string
			for _, p := range pages {
				name := p.Title
				if p.Edition != "" {
					name += "@" + p.Edition
					if want := "https://en.wikipedia.org/wiki/Delta?oldid=" + p.Edition; p.Name != want {
						t.Errorf("a revision is named %s, want %s", p.Name, want)
					}
				}
				got = append(got, name)
			}
			if s := strings.Join(got, " "); s != tt.want || counts != tt.counts || failed != nil {
				t.Errorf("%s, %+v, %v\nwant %s, %+v", s, counts, failed, tt.want, tt.counts)
			}
		})
	}
}

func TestTitles(t *testing.T) {
	for _, tt := range []struct {
		patterns, names string
		title           string
		want            bool
	}{
		{"*", "", "anything", true},
		{"R*", "", "Rhine", true},
		{"R*", "", "rhine", false},
		{"*/doc", "", "Template:Box/doc", true},
		{"*/doc", "", "Template:Box/document", false},
		{"Rh?ne", "", "Rhône", true},
		{"Rh?ne", "", "Rhne", false},
		{"List_of_*", "", "List of rivers", true},
		{"*a*b*c", "", "xxaxxbxxc", true},
		{"*a*b*c", "", "xxaxxcxxb", false},
		{"[R]hine", "", "[R]hine", true},
		{"[R]hine", "", "Rhine", false},
		{"", "Rhine,The_Hague", "The Hague", true},
		{"", "Rhine,The_Hague", "The", false},
		{"", "*", "Rhine", false},
		{"A,B*", "C", "Bonn", true},
		{"A,B*", "C", "Cologne", false},
	} {
		list := func(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) }
		if got := NewTitles(list(tt.patterns), list(tt.names)).Match(tt.title); got != tt.want {
			t.Errorf("%q, %q take %q: %v", tt.patterns, tt.names, tt.title, got)
		}
	}
	if !(*Titles)(nil).Match("x") {
		t.Error("no choice takes all")
	}
}

// A page over the limit is an error of that page, and the next page follows.
func TestTooLarge(t *testing.T) {
	large := strings.Repeat("x", 40<<10)
	text := head + pageXML(1, 0, "Small", "a") + pageXML(2, 0, "Large", large) + pageXML(3, 0, "Fits", large[:32<<10]) +
		pageXML(4, 0, strings.Repeat("T", maxField+1), "a") + pageXML(5, 0, "Last", "b") + foot
	d := file(t, "some.xml", []byte(text), Options{MaxBytes: 32 << 10})
	pages, counts, failed := pagesOf(d, d.Whole())
	if len(pages) != 3 || pages[2].Title != "Last" || counts.TooLarge != 2 || counts.Read != 3 || len(failed) != 2 {
		t.Fatalf("%d pages, %+v, %v", len(pages), counts, failed)
	}
	var page *source.PageError
	if !errors.As(failed[0], &page) || page.Title != "Large" ||
		failed[0].Error() != "https://en.wikipedia.org/wiki/Large: its text has more than 32768 bytes, the limit for one page" {
		t.Errorf("the error is %v", failed[0])
	}
}

// endless repeats a text, up to a limit that no test should reach.
type endless struct {
	begin, repeat string
	n             int64
}

func (e *endless) Read(p []byte) (n int, err error) {
	if e.begin != "" {
		n = copy(p, e.begin)
		e.begin = e.begin[n:]
	}
	for n < len(p) {
		n += copy(p[n:], e.repeat)
	}
	e.n += int64(n)
	if e.n > 64<<20 {
		return n, io.EOF
	}
	return n, nil
}

// Elements without an end are not held in memory.
func TestEndless(t *testing.T) {
	for name, text := range map[string]string{
		"text":    "<page><title>A</title><revision><text>",
		"title":   "<page><title>",
		"comment": "<page><title>A</title><!-- ",
		"nothing": "<page>",
		"tag":     "<page><title ",
		"quote":   "<page x=\"",
	} {
		opt := Options{MaxBytes: 1 << 20}.WithDefaults()
		rd := &reader{s: newScanner(&endless{begin: text, repeat: "and so on "}, firstBuffer), opt: &opt, site: &Site{}, counts: new(Counts),
			yield: func(*source.Source, error) bool { return true }}
		err := rd.run(context.Background())
		var damage *DamageError
		if !errors.As(err, &damage) {
			t.Errorf("%s: %v", name, err)
		}
		if n := len(rd.s.buf); n > 8<<20 {
			t.Errorf("%s: a buffer of %d bytes", name, n)
		}
	}
}

func TestDamage(t *testing.T) {
	whole := somePagesDump(20)
	gz, bz := gzipBytes(t, whole), bzip2Stream([]byte(whole), 3000)
	nested := strings.Replace(whole, "</text>\n    </revision>\n  </page>", "</text>", 1)
	for _, tt := range []struct {
		name  string
		data  []byte
		least int // pages that are whole
		want  string
	}{
		{"in a page", []byte(whole[:len(whole)-300]), 15, `in the page "Talk:River 19"`},
		{"between pages", []byte(strings.TrimSuffix(whole, foot)), 16, `after the page "Talk:River 19": it ends before </mediawiki>`},
		{"gzip", gz[:len(gz)/2], 2, "the compressed data ends too early"},
		{"bzip2", bz[:len(bz)/2], 2, "the compressed data ends too early"},
		{"a page without its end", []byte(nested), 15, `in the page "River 0": a page begins inside another`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := file(t, "some.xml", tt.data, Options{Workers: 2})
			pages, _, failed := pagesOf(d, d.Whole())
			var damage *DamageError
			if len(pages) < tt.least || len(failed) != 1 || !errors.As(failed[0], &damage) || damage.Name != "some.xml" ||
				!strings.Contains(failed[0].Error(), tt.want) {
				t.Errorf("%d pages, %v; want %d at least, and an error with %s", len(pages), failed, tt.least, tt.want)
			}
			again, _, _ := pagesOf(d, d.Whole())
			if diff := cmp.Diff(names(pages), names(again)); diff != "" {
				t.Errorf("read again, the pages are others\n%s", diff)
			}
		})
	}
}

func TestPagesStop(t *testing.T) {
	d := file(t, "some.xml.bz2", multistream(somePages(30), 3), Options{Workers: 2})
	for range d.Pages(context.Background(), d.Whole(), nil) {
		break
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var last error
	n := 0
	for _, err := range d.Pages(ctx, d.Whole(), nil) {
		last = err
		n++
		stop()
	}
	if !errors.Is(last, context.Canceled) || n != 2 {
		t.Errorf("stopped after the first page: %d more, %v", n-1, last)
	}
}
