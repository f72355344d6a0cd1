package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

// readAll reads a text with a buffer of a given size and returns the pages as text.
func readAll(r io.Reader, opt Options, buffer int) (pages []string, counts Counts, err error) {
	opt = opt.WithDefaults()
	rd := &reader{s: newScanner(r, buffer), opt: &opt, site: &Site{}, counts: &counts, yield: func(src *source.Source, err error) bool {
		pages = append(pages, tell(src, err))
		return true
	}}
	err = rd.run(context.Background())
	return pages, counts, err
}

// countAll reads a text with the usual buffer and counts its pages.
func countAll(r io.Reader, opt Options) (pages int64, counts Counts, err error) {
	opt = opt.WithDefaults()
	rd := &reader{s: newScanner(r, firstBuffer), opt: &opt, site: &Site{}, counts: &counts, yield: func(*source.Source, error) bool {
		pages++
		return true
	}}
	err = rd.run(context.Background())
	return pages, counts, err
}

func tell(src *source.Source, err error) string {
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%q %d %s %s%q", src.Title, src.Revision.ID, src.Revision.Time.UTC().Format("20060102150405"), src.Edition, src.Data)
}

// everything selects all pages.
var everything = Options{AllNamespaces: true}

// compare reads a text in several ways, and by encoding/xml.
func compare(t *testing.T, text string) {
	t.Helper()
	got, counts, err := readAll(strings.NewReader(text), everything, 1<<10)
	slow, _, slowErr := readAll(iotest.OneByteReader(strings.NewReader(text)), everything, 2)
	if diff := cmp.Diff(got, slow); diff != "" || fmt.Sprint(err) != fmt.Sprint(slowErr) {
		t.Fatalf("%q: read byte by byte it is another (%v, %v)\n%s", text, err, slowErr, diff)
	}
	pages, oracleErr := oracle(text)
	if oracleErr != nil {
		return
	}
	if err != nil {
		t.Fatalf("%q: %v; encoding/xml reads it", text, err)
	}
	want, wantCounts := expected(pages)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%q (-encoding/xml +scanner)\n%s", text, diff)
	}
	if counts != wantCounts {
		t.Fatalf("%q: counts are %+v, encoding/xml has %+v", text, counts, wantCounts)
	}
}

// expected returns the expected result of readAll.
func expected(pages []oraclePage) (want []string, n Counts) {
	for _, p := range pages {
		n.Pages++
		n.Revisions += int64(len(p.revisions))
		r := p.latest()
		switch {
		case p.redirect:
			n.Redirects++
		case r == nil:
			n.NoText++
		case r.model != "" && r.model != "wikitext":
			n.OtherModels++
		case !r.hasText:
			n.NoText++
		case wikitext.Redirect(r.text) != "":
			n.Redirects++
		default:
			n.Read++
			want = append(want, tell(&source.Source{Title: p.title, Data: []byte(r.text),
				Revision: source.Revision{ID: r.id, Time: r.time}}, nil))
		}
	}
	return want, n
}

// shapes has well-formed dumps of all kinds.
var shapes = []string{
	"",
	"<mediawiki/>",
	"<page/>",
	"<page><title>A</title><revision><text>a</text></revision></page>",
	"<mediawiki><siteinfo><base>x</base></siteinfo><page><title>A &amp; B</title><ns>0</ns><id>1</id><revision><id>7</id>" +
		"<timestamp>2013-03-05T01:02:03Z</timestamp><contributor><username>x</username><id>9</id></contributor>" +
		"<model>wikitext</model><text bytes=\"3\" xml:space=\"preserve\">&lt;b&gt; &quot;&#x26;&#38;amp;&apos;</text></revision></page></mediawiki>",
	// Revisions in any order, models behind the text, redirects.
	"<page><title>A</title><revision><id>2</id><timestamp>2013-03-06T00:00:00Z</timestamp><text>new</text></revision>" +
		"<revision><id>1</id><timestamp>2013-03-05T00:00:00Z</timestamp><text>old</text></revision></page>",
	"<page><title>A</title><revision><id>2</id><text>two</text></revision><revision><id>1</id><text>one</text></revision></page>",
	"<page><title>Q1</title><revision><text>{}</text><sha1/><model>wikibase-item</model></revision></page>",
	"<page><title>A</title><redirect title=\"B &gt; C\" /><revision><text>#REDIRECT [[B]]</text></revision></page>",
	"<page><title>A</title><revision><text>#weiterleitung [[B]]</text></revision></page>",
	"<page><title>A</title><revision><text>#redirected by nobody</text></revision></page>",
	// Texts that are not there.
	"<page><title>A</title><revision><text bytes=\"12\" sha1=\"x\"/></revision></page>",
	"<page><title>A</title><revision><text id='5' ></text></revision></page>",
	"<page><title>A</title><revision><text deleted=\"deleted\"/></revision></page>",
	"<page><title>A</title><revision><text bytes=\"0\"/></revision></page>",
	"<page><title>A</title><revision><text/></revision></page>",
	"<page><title>A</title><revision></revision></page>",
	"<page><title>A</title></page>",
	// What hides tags.
	"<page><title>A</title><revision><text><![CDATA[</text></page> & <page>]]> b</text></revision></page>",
	"<!-- <page> --><page><!-- </page> --><title>A<!-- </title> -->B</title><revision><text>a<?x </text> ?>b</text></revision></page>",
	"<!DOCTYPE x [<!ENTITY a \"<page>\"> <!-- ' --> ]><page><title>A</title><revision><text>a</text></revision></page>",
	"<page><title>A</title><revision><comment>a <text>no</text></comment><text a='>' b=\"/>\">yes</text></revision></page>",
	"<page><title>A</title><revision><content><role>m</role><model>json</model><text>no</text></content><text>yes</text></revision></page>",
	"<page><title>A</title><revision><text>a<text>b</text>c<b/>d</text></revision></page>",
	"<page><title>A</title><discussion><revision><text>no</text></revision></discussion><revision><text>yes</text></revision></page>",
	"<x:page><title>no</title></x:page><page><x:title>no</x:title><title>A</title><revision><text>a</text></revision></page>",
	// White space.
	"<page\n><title >A</title\t><ns> 4 </ns><revision\r\n><text>a\r\nb\rc&#13;\n\n</text></revision></page >",
}

func TestPagesAreThoseOfEncodingXML(t *testing.T) {
	for _, text := range shapes {
		if _, err := oracle(text); err != nil {
			t.Errorf("%q: encoding/xml: %v", text, err)
		}
		compare(t, text)
	}
}

// Malformed XML is read as far as possible, and nothing else is taken for a tag.
func TestPagesOfBrokenXML(t *testing.T) {
	tests := []struct{ name, text, want, err string }{
		{"a < that begins no tag", "<page><title>A</title><revision><text>1 < 2 <3</text></revision></page>",
			`"A" "1 < 2 <3"`, ""},
		{"an & that begins no reference", "<page><title>A</title><revision><text>A & B; &nbsp; &#xZZ; &#99999999; &#; &</text></revision></page>",
			`"A" "A & B; &nbsp; &#xZZ; &#99999999; &#; &"`, ""},
		{"a tag in the text without its end", "<page><title>A</title><revision><text>a<br>b</text></revision></page>", `"A" "ab"`, ""},
		{"a text without its end", "<page><title>A</title><revision><text>a</revision></page>", `"A" "a"`, ""},
		{"a title without its end", "<page><title>A<revision><text>a</text></revision></page>", ``, ""},
		{"a revision without its end", "<page><title>A</title><revision><text>a</text></page>", `"A" "a"`, ""},
		{"no end", "<page><title>A</title><revision><text>a", ``, `in the page "A"`},
		{"no end behind a page", "<page><title>A</title><revision><text>a</text></revision></page><page><title>B", `"A" "a"`, `after the page "A"`},
		{"a page in a page", "<page><title>A</title><revision><text>a<page><title>B</title><revision><text>b</text></revision></page>",
			`"B" "b"`, `in the page "A"`},
		{"a comment without its end", "<page><title>A</title><revision><text>a</text></revision></page><!-- <page>", `"A" "a"`, ""},
		{"a quote without its end", "<page><title>A</title><revision><text x=\"1>a</text></revision></page>", ``, "damaged"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			compare(t, tt.text)
			pages, _, err := readAll(strings.NewReader(tt.text), everything, 64)
			got := strings.ReplaceAll(strings.Join(pages, "\n"), ` 0 00010101000000 `, " ")
			if got != tt.want {
				t.Errorf("pages are %s, want %s", got, tt.want)
			}
			var damage *DamageError
			if tt.err == "" && err != nil || tt.err != "" && !(errors.As(err, &damage) && strings.Contains(err.Error(), tt.err)) {
				t.Errorf("the error is %v, want one with %q", err, tt.err)
			}
		})
	}
}

func FuzzPages(f *testing.F) {
	for _, text := range shapes {
		f.Add(text)
	}
	f.Fuzz(compare)
}
