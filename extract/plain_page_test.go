package extract_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/plain"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

func plainBoxOf(d *document.Document) *document.Infobox {
	return d.Sections[0].Blocks[0].(*document.Infobox)
}

func TestPlainParagraph(t *testing.T) {
	plainCheck(t, []plainParse{
		{"lines are joined", "a\n  b \t\r\nc  d\n\n\ne", `
   1   paragraph ⟨a b c d⟩
   6   paragraph ⟨e⟩`},
		{"nothing inside a line is markup", "'''a''' &amp; <br> [[b]] {{c}} \\| ; d", `
   1   paragraph ⟨'''a''' &amp; <br> [[b]] {{c}} \| ; d⟩`},
	})
}

func TestPlainEmptyPage(t *testing.T) {
	for in, lines := range map[string]int{"": 0, "\n": 1, " \r\n\t\u3000": 2, "\uFEFF": 0, "----": 1} {
		d := plainExtracted(t, in)
		if len(d.Sections) != 1 || d.Sections[0].Line != 1 || d.Lines != lines || plainNotesOf(d) != "empty_page" {
			t.Errorf("%q gives %d sections, %d lines and notes %s", in, len(d.Sections), d.Lines, plainNotesOf(d))
		}
	}
	if d := plainExtracted(t, "= T ="); len(d.Notes) != 0 {
		t.Errorf("a page with a title is not empty: %s", plainNotesOf(d))
	}
}

func TestPlainTitleOfTheSource(t *testing.T) {
	for in, want := range map[string]string{"text": "Known", "= T =": "T", "== A ==": "Known"} {
		d, err := plain.New(plain.Options{}).Extract(context.Background(), &source.Source{Title: "Known", Data: []byte(in)})
		if err != nil || d.Title != want || d.Sections[0].Title.Plain != want {
			t.Errorf("%q: title %q, lead %q (%v), want %q", in, d.Title, d.Sections[0].Title.Plain, err, want)
		}
	}
}

func TestPlainExtractStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if d, err := plain.New(plain.Options{}).Extract(ctx, &source.Source{Data: []byte("a")}); d != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("Extract = %v, %v", d, err)
	}
}

func TestPlainLinesAreTheSources(t *testing.T) {
	for _, in := range []string{"a", "a\n", "a\r\nb", "\r\r\n\n", "\n\r", "a\rb\rc\n\r"} {
		want := source.NewLines(in).Count(in)
		if got := plainExtracted(t, in).Lines; got != want {
			t.Errorf("%q has %d lines, want %d", in, got, want)
		}
	}
}

// A page that takes quadratic time on any of these would not end within the
// time a test has.
func TestPlainLargePages(t *testing.T) {
	const n = 1 << 18
	for name, in := range map[string]string{
		"a long cell":        "| " + strings.Repeat("x", 40_000) + " | y |",
		"one line":           strings.Repeat("word ", 8*n),
		"pipes":              strings.Repeat("|", 4*n) + "\n" + strings.Repeat("|", 4*n),
		"rows of pipes":      strings.Repeat("||\n", n),
		"carriage returns":   strings.Repeat("\r", 4*n),
		"equals signs":       strings.Repeat("= ", 4*n),
		"headings":           strings.Repeat("== a ==\n=== b ===\n", n/2),
		"odd headings":       strings.Repeat("== a =\n", n),
		"dashes":             strings.Repeat("-", 4*n) + "\n" + strings.Repeat("- ", 4*n),
		"deep items":         strings.Repeat(" ", 4*n) + "- a\n" + strings.Repeat("-", 4*n) + " b",
		"infobox words":      strings.Repeat("Infobox\n", n) + strings.Repeat("\n", n),
		"pairs":              "Infobox\n" + strings.Repeat("- a: b | c = d\n", n),
		"nested values":      "Infobox\n- a: b\n" + strings.Repeat("  - c\n", n),
		"lines of a value":   "Infobox\n- a: b\n" + strings.Repeat("  c\n", n),
		"pipes in a value":   "Infobox\n- a: " + strings.Repeat(" | b", n) + strings.Repeat(" | c = ", n),
		"numbers":            strings.Repeat("7. a\n\n", n),
		"lines of an item":   "- a\n" + strings.Repeat("  b\n", n),
		"separators":         "| a |\n" + strings.Repeat("|---|\n", n),
		"separators in text": strings.Repeat("a | b\n--- | --- | ---\n", n),
		"bytes":              strings.Repeat("\xe9\x00\n", n),
		"escapes":            "| " + strings.Repeat(`\|`, 4*n) + " |",
		"spaces":             strings.Repeat(" \u3000", 4*n),
	} {
		t.Run(name, func(t *testing.T) {
			sound := plainExtracted(t, in)
			if len(sound.Notes) > 2500 {
				t.Errorf("%d notes", len(sound.Notes))
			}
		})
	}
}

func TestPlainLongCellIsWhole(t *testing.T) {
	cell := strings.Repeat("x", 40_000)
	d := plainExtracted(t, "| "+cell+" | y |")
	if got := d.Sections[0].Blocks[0].(*document.Table).Rows[0].Cells[0].Text.Plain; got != cell {
		t.Errorf("the cell has %d bytes, want %d", len(got), len(cell))
	}
}

// The seed page reads the same however it is encoded and its lines end.
func TestPlainSeedPageInOtherBytes(t *testing.T) {
	page, err := os.ReadFile(plainSeedPage)
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	want := plainOutlineOf(t, text)
	for name, in := range map[string]string{
		"CRLF":              strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":                strings.ReplaceAll(text, "\n", "\r"),
		"byte order mark":   "\uFEFF" + text,
		"UTF-16":            plainUtf16Of(text, 1, 0),
		"trailing spaces":   strings.ReplaceAll(text, "\n", " \t\n"),
		"no last line end":  strings.TrimSuffix(text, "\n"),
		"wide cells":        strings.ReplaceAll(text, " | ", "\t|   "),
		"non-breaking":      strings.ReplaceAll(text, " March", "\u00a0March"),
		"spaces in heading": strings.Replace(text, "= First session", "=\t First  session", 1),
	} {
		if name == "wide cells" { // the note on the fused value shows how it is written
			in = strings.Replace(in, "1st\t|   # = 12th\t|   term-begin = 5 March\t|   term-end", "1st | # = 12th | term-begin = 5 March | term-end", 1)
		}
		if got := plainOutlineOf(t, in); got != want {
			t.Errorf("%s: %s", name, cmp.Diff(want, got))
		}
	}
}

func TestPlainExample(t *testing.T) {
	plainCheck(t, []plainParse{{"all blocks", `= Rivers =
Infobox
- Country: Examplia
- Surveyed: 4 May | by = Ann

The rivers carry
1,200 ships.
==Lengths==
== Names ==
| River | Length |
|---|---|
| Rhine | 1,233 |
| Elbe
- The Rhine
  - its upper course
`, `
   1 section 0 level 1 ⟨Rivers⟩
   2   infobox to 4
   3     ⟨Country⟩ = ⟨Examplia⟩
   4     ⟨Surveyed⟩ = ⟨4 May⟩
   4     ⟨by⟩ = ⟨Ann⟩
   6   paragraph ⟨The rivers carry 1,200 ships.⟩
   8 section 1 level 2 in 0 ⟨Lengths⟩
   9 section 2 level 2 in 0 ⟨Names⟩
  10   table to 13 flat
  10     row !⟨River⟩ !⟨Length⟩
  12     row ⟨Rhine⟩ ⟨1,233⟩
  13     row ⟨Elbe⟩
  14   list
  14     1 - ⟨The Rhine⟩
  15     2 - ⟨its upper course⟩
notes
   4 warning fused_parameters in infobox of ⟨Surveyed⟩ has ⟨4 May | by = Ann⟩ not ⟨2 pairs⟩ - the value of Surveyed holds further parameters; each became a pair of its own
   8 info heading_spacing in section of ⟨heading⟩ has ⟨==Lengths==⟩ not ⟨== Lengths ==⟩ - the page's other headings have spaces inside their marks`}})
}
