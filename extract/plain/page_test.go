package plain

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

func boxOf(d *document.Document) *document.Infobox {
	return d.Sections[0].Blocks[0].(*document.Infobox)
}

func TestParagraph(t *testing.T) {
	check(t, []parse{
		{"lines are joined", "a\n  b \t\r\nc  d\n\n\ne", `
   1   paragraph ⟨a b c d⟩
   6   paragraph ⟨e⟩`},
		{"nothing inside a line is markup", "'''a''' &amp; <br> [[b]] {{c}} \\| ; d", `
   1   paragraph ⟨'''a''' &amp; <br> [[b]] {{c}} \| ; d⟩`},
	})
}

func TestEmptyPage(t *testing.T) {
	for in, lines := range map[string]int{"": 0, "\n": 1, " \r\n\t\u3000": 2, "\uFEFF": 0, "----": 1} {
		d := extracted(t, in)
		if len(d.Sections) != 1 || d.Sections[0].Line != 1 || d.Lines != lines || notesOf(d) != "empty_page" {
			t.Errorf("%q gives %d sections, %d lines and notes %s", in, len(d.Sections), d.Lines, notesOf(d))
		}
	}
	if d := extracted(t, "= T ="); len(d.Notes) != 0 {
		t.Errorf("a page with a title is not empty: %s", notesOf(d))
	}
}

func TestTitleOfTheSource(t *testing.T) {
	for in, want := range map[string]string{"text": "Known", "= T =": "T", "== A ==": "Known"} {
		d, err := New(Options{}).Extract(context.Background(), &source.Source{Title: "Known", Data: []byte(in)})
		if err != nil || d.Title != want || d.Sections[0].Title.Plain != want {
			t.Errorf("%q: title %q, lead %q (%v), want %q", in, d.Title, d.Sections[0].Title.Plain, err, want)
		}
	}
}

func TestExtractStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if d, err := New(Options{}).Extract(ctx, &source.Source{Data: []byte("a")}); d != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("Extract = %v, %v", d, err)
	}
}

func TestLinesAreTheSources(t *testing.T) {
	for _, in := range []string{"a", "a\n", "a\r\nb", "\r\r\n\n", "\n\r", "a\rb\rc\n\r"} {
		want := source.NewLines(in).Count(in)
		if got := extracted(t, in).Lines; got != want {
			t.Errorf("%q has %d lines, want %d", in, got, want)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     int
	}{
		{"infobox", "= T =\n\nInfobox\n- a: 1\n", surelyPlain},
		{"infobox beside a link", "Infobox\n- a: [[b]]\n", surelyPlain},
		{"rows", "| a | b |\n| c | d |\n", likelyPlain},
		{"rows in UTF-16", utf16Of("| a | b |\n| c | d |\n", 0, 1), likelyPlain},
		{"rows beside a template", "{{x}}\n| a | b |\n| c | d |\n", mixedPlain},
		{"headings", "= T =\ntext", outlinePlain},
		{"items", "- a", outlinePlain},
		{"text", "Infobox is a word | here {| too", anyText},
		{"nothing", "", anyText},
		{"wikitext table", "text\n{| class=x\n|-\n| a || b\n|}", otherMarkup},
		{"wikitext table first", "{|\n| a\n|}", otherMarkup},
		{"wikitext box", "{{Infobox x\n| a = 1\n}}\n== H ==\n* [[b]]", otherMarkup},
		{"HTML", "<!DOCTYPE html><HTML>", otherMarkup},
		{"HTML table", "<p>a</p>\n<table><tr>", otherMarkup},
	} {
		if got := Detect([]byte(c.in)); got != c.want {
			t.Errorf("%s: Detect = %d, want %d", c.name, got, c.want)
		}
	}
}

// A page that takes quadratic time on any of these would not end within the
// time a test has.
func TestLargePages(t *testing.T) {
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
			sound := extracted(t, in)
			if len(sound.Notes) > 2500 {
				t.Errorf("%d notes", len(sound.Notes))
			}
		})
	}
}

func TestLongCellIsWhole(t *testing.T) {
	cell := strings.Repeat("x", 40_000)
	d := extracted(t, "| "+cell+" | y |")
	if got := d.Sections[0].Blocks[0].(*document.Table).Rows[0].Cells[0].Text.Plain; got != cell {
		t.Errorf("the cell has %d bytes, want %d", len(got), len(cell))
	}
}

// The seed page reads the same however it is encoded and its lines end.
func TestSeedPageInOtherBytes(t *testing.T) {
	page, err := os.ReadFile(seedPage)
	if err != nil {
		t.Fatal(err)
	}
	text := string(page)
	want := outlineOf(t, text)
	for name, in := range map[string]string{
		"CRLF":              strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":                strings.ReplaceAll(text, "\n", "\r"),
		"byte order mark":   "\uFEFF" + text,
		"UTF-16":            utf16Of(text, 1, 0),
		"trailing spaces":   strings.ReplaceAll(text, "\n", " \t\n"),
		"no last line end":  strings.TrimSuffix(text, "\n"),
		"wide cells":        strings.ReplaceAll(text, " | ", "\t|   "),
		"non-breaking":      strings.ReplaceAll(text, " March", "\u00a0March"),
		"spaces in heading": strings.Replace(text, "= First session", "=\t First  session", 1),
	} {
		if name == "wide cells" { // the note on the fused value shows how it is written
			in = strings.Replace(in, "1st\t|   # = 12th\t|   term-begin = 5 March\t|   term-end", "1st | # = 12th | term-begin = 5 March | term-end", 1)
		}
		if got := outlineOf(t, in); got != want {
			t.Errorf("%s: %s", name, cmp.Diff(want, got))
		}
	}
}
