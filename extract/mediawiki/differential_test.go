package mediawiki_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
	"github.com/tidywiki/tidywiki/transform/grid"
)

// A corpusPage is a page of the corpus. Tables is its text with only the tables.
type corpusPage struct{ Title, Lang, Text, Tables string }

// TestRealDifferential reads pages as wikitext, and as the HTML of MediaWiki's two
// parsers; the second one is slow and gets only the tables. Templates, and tables with
// templates, are removed first, because the wiki does not have them. The grids must agree.
func TestRealDifferential(t *testing.T) {
	dir := mediaWiki(t)
	pages := corpusPages(t)
	classic, parsoid := score{name: "classic"}, score{name: "parsoid"}
	for _, lang := range languages(pages) {
		var some []corpusPage
		for _, p := range pages {
			if p.Lang == lang {
				some = append(some, p)
			}
		}
		for i, r := range render(t, dir, lang, some) {
			w, h := wikitext.New(wikitext.Options{}), html.New(html.Options{})
			classic.add(t, some[i], grids(t, w, some[i], some[i].Text), grids(t, h, some[i], r.HTML))
			parsoid.add(t, some[i], grids(t, w, some[i], some[i].Tables), grids(t, h, some[i], r.Parsoid))
		}
	}
	for _, s := range []score{classic, parsoid} {
		t.Logf("%s: %d of %d tables on %d pages in %d languages agree (%.2f %%)", s.name, s.agree, s.of, len(pages), len(languages(pages)),
			100*float64(s.agree)/float64(s.of))
		if float64(s.agree) < 0.995*float64(s.of) || s.of < 145 {
			t.Errorf("%s: %d of %d tables agree, want 99.5 %%", s.name, s.agree, s.of)
		}
	}
}

// A score counts the tables that agree with those of the wikitext.
type score struct {
	name      string
	agree, of int
}

func (s *score) add(t *testing.T, p corpusPage, written, shown []string) {
	t.Helper()
	n, of := common(written, shown), max(len(written), len(shown))
	s.agree += n
	s.of += of
	if n < of {
		t.Logf("%s: %s (%s): %d of %d and %d agree\n%s", s.name, p.Title, p.Lang, n, len(written), len(shown), firstDifference(written, shown))
	}
}

func corpusPages(t *testing.T) []corpusPage {
	t.Helper()
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the independent cases are not at hand")
	}
	f, err := os.Open(filepath.Join(dir, "wikitext", "tables.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var pages []corpusPage
	for d := json.NewDecoder(z); ; {
		var p corpusPage
		if err := d.Decode(&p); err != nil {
			return pages
		}
		if p.Text, p.Tables = withoutTemplates(p.Text); p.Tables != "" {
			pages = append(pages, p)
		}
	}
}

func languages(pages []corpusPage) []string {
	var langs []string
	for _, p := range pages {
		langs = append(langs, p.Lang)
	}
	slices.Sort(langs)
	return slices.Compact(langs)
}

// withoutTemplates removes all templates and the wiki tables that cannot be compared. It
// also returns the other tables alone.
func withoutTemplates(text string) (rest, tables string) {
	var kept, table []string
	depth := 0
	for line := range strings.Lines(text) {
		start := strings.TrimLeft(line, " \t:*#;")
		if strings.HasPrefix(start, "{|") {
			depth++
		}
		if depth == 0 {
			kept = append(kept, line)
			continue
		}
		table = append(table, line)
		if strings.HasPrefix(start, "|}") {
			depth--
		}
		if depth == 0 {
			if all := strings.Join(table, ""); !leftOut.MatchString(all) {
				kept = append(kept, all)
				tables += all + "\n"
			}
			table = nil
		}
	}
	return dropBraces(strings.Join(kept, "")), tables
}

// leftOut matches tables that are not compared: those with templates or formulas, and
// navigation boxes, which are not read from HTML.
var leftOut = regexp.MustCompile(`(?m)\{\{|<math|^[ :*#;\t]*\{\|[^\n]*(?:class="navbox|id="toc")`)

// dropBraces removes {{ and }} and everything between them from a text.
func dropBraces(text string) string {
	var b strings.Builder
	depth := 0
	for i := 0; i < len(text); i++ {
		switch {
		case strings.HasPrefix(text[i:], "{{") && strings.Contains(text[i:], "}}"):
			depth++
			i++
		case depth > 0 && strings.HasPrefix(text[i:], "}}"):
			depth--
			i++
		case depth == 0:
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// rendered has the HTML of a page by MediaWiki's parsers.
type rendered struct{ HTML, Parsoid string }

// render lets MediaWiki render pages in one language.
func render(t *testing.T, dir, lang string, pages []corpusPage) []rendered {
	t.Helper()
	var in bytes.Buffer
	for _, p := range pages {
		line, err := json.Marshal(map[string]string{"title": p.Title, "text": p.Text, "tables": p.Tables})
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	cmd := exec.Command("php", filepath.Join(dir, "render.php"))
	cmd.Env = append(os.Environ(), "TIDYWIKI_WIKI_DATA="+filepath.Join(dir, "data"), "TIDYWIKI_WIKI_LANGUAGE="+lang,
		"MW_CONFIG_FILE="+filepath.Join(dir, "LocalSettings.php"))
	cmd.Stdin = &in
	var fault bytes.Buffer
	cmd.Stderr = &fault
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("render.php: %v\n%s", err, fault.String())
	}
	var all []rendered
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var page rendered
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			t.Fatalf("render.php prints %.200s", lines.Text())
		}
		all = append(all, page)
	}
	if len(all) != len(pages) {
		t.Fatalf("%d of %d pages were rendered", len(all), len(pages))
	}
	return all
}

// grids returns the tables of a page with spans expanded, each as one text.
func grids(t *testing.T, x extract.Extractor, p corpusPage, text string) []string {
	t.Helper()
	doc, err := x.Extract(t.Context(), &source.Source{Title: p.Title, Language: p.Lang, Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	doc.Walk(func(_ *document.Section, b document.Block) {
		table, ok := b.(*document.Table)
		if !ok {
			return
		}
		g, _ := grid.Expand(table)
		var s strings.Builder
		for r := range g.Rows {
			for c := range g.Cols {
				fmt.Fprintf(&s, "%s | ", strings.Join(strings.Fields(g.At(r, c).Plain), " "))
			}
			s.WriteByte('\n')
		}
		all = append(all, s.String())
	})
	return all
}

// common returns how many tables two lists have in common, in order.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		last := 0
		for j := range b {
			here := row[j+1]
			if a[i] == b[j] {
				row[j+1] = last + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			last = here
		}
	}
	return row[len(b)]
}

// firstDifference returns the first lines of two lists that differ.
func firstDifference(a, b []string) string {
	as, bs := strings.Split(strings.Join(a, "\n"), "\n"), strings.Split(strings.Join(b, "\n"), "\n")
	for i := range max(len(as), len(bs)) {
		var x, y string
		if i < len(as) {
			x = as[i]
		}
		if i < len(bs) {
			y = bs[i]
		}
		if x != y {
			return fmt.Sprintf("wikitext: %.300s\nhtml:     %.300s", x, y)
		}
	}
	return ""
}
