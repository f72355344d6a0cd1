package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/plain"
	"github.com/tidywiki/tidywiki/extract/source"
)

// TestWikitextSeed holds the reconstructed wikitext of a page against the plain text of
// the same page: what both dialects can say must come out the same.
func TestWikitextSeed(t *testing.T) {
	dir := os.Getenv("TIDYWIKI_CORPUS")
	if dir == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the reconstructed page is not at hand")
	}
	data, err := os.ReadFile("../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		t.Fatal(err)
	}
	want, err := plain.New(plain.Options{}).Extract(t.Context(), &source.Source{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"reconstructed.wiki", "reconstructed-rowspan.wiki"} {
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join(dir, "seed", name))
			if err != nil {
				t.Fatal(err)
			}
			got := wikitextParse(t, string(data), nil)
			for _, part := range []struct {
				name string
				of   func(*document.Document) []string
			}{{"headings", wikitextHeadings}, {"pairs", wikitextPairs}, {"prose", wikitextProse}, {"cells", wikitextCellTexts}} {
				if g, w := part.of(got), part.of(want); !slices.Equal(g, w) {
					t.Errorf("%s are\n%q\nwant\n%q", part.name, g, w)
				}
			}
		})
	}
}

func wikitextHeadings(d *document.Document) (out []string) {
	for _, s := range d.Sections[1:] {
		if s.Title.Plain != "References" { // its templates show nothing
			out = append(out, strings.Repeat("=", s.Level)+s.Title.Plain)
		}
	}
	return out
}

func wikitextPairs(d *document.Document) (out []string) {
	d.Walk(func(_ *document.Section, b document.Block) {
		if box, ok := b.(*document.Infobox); ok {
			for _, p := range box.Pairs {
				text := p.Text.Plain
				if a := p.Text.Aside; strings.HasSuffix(text, "px") || a != nil && len(a.Images) == 1 && a.Images[0] == text {
					text = "a picture" // plain text has lost its name and kept its size
				}
				out = append(out, strings.ToLower(p.Key)+" = "+text)
			}
		}
	})
	return out
}

func wikitextProse(d *document.Document) (out []string) {
	d.Walk(func(_ *document.Section, b document.Block) {
		switch b := b.(type) {
		case *document.Paragraph:
			out = append(out, b.Text.Plain)
		case *document.List:
			for _, item := range b.Items {
				out = append(out, item.Text.Plain)
			}
		}
	})
	return out
}

// wikitextCellTexts are the texts of all cells that are not empty, in order.
func wikitextCellTexts(d *document.Document) (out []string) {
	d.Walk(func(_ *document.Section, b document.Block) {
		if table, ok := b.(*document.Table); ok {
			for _, row := range table.Rows {
				for _, c := range row.Cells {
					if c.Text.Plain != "" {
						out = append(out, c.Text.Plain)
					}
				}
			}
		}
	})
	return out
}
