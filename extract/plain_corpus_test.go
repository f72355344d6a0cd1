package extract_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/document"
)

// TestPlainSeedPage compares the document of the seed page with the tables that
// others made of it by hand.
func TestPlainSeedPage(t *testing.T) {
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set")
	}
	page, err := os.ReadFile(filepath.Join(corpus, "seed", "first-session-12th-npc.txt"))
	if err != nil {
		t.Fatal(err)
	}
	d := plainExtracted(t, string(page))
	for _, c := range []struct {
		table, fields string
		got           []string
	}{
		{"document", "title,title_line,lines", []string{plainRow(d.Title, d.Sections[0].Line, d.Lines)}},
		{"sections", "section_index,parent_index,level,title,heading_line", plainSectionRows(d)},
		{"infobox", "ordinal,source_line,key_raw,value_raw", plainPairRows(d)},
		{"paragraphs", "paragraph_index,section_index,source_line,text", plainParagraphRows(d)},
		{"list_items", "item_index,section_index,depth,source_line,text", plainItemRows(d)},
		{"tables", "table_index,first_line,last_line,rows", plainTableRows(d)},
		{"table_cells", "table_index,row,col,source_line,text", plainCellRows(d)},
		{"findings", "source_line,field,observed,expected", plainNoteRows(d)},
	} {
		t.Run(c.table, func(t *testing.T) {
			want := plainGold(t, filepath.Join(corpus, "seed", "gold", c.table+".csv"), c.fields)
			if c.table == "findings" {
				for _, got := range c.got {
					if !strings.Contains(strings.Join(want, "\n"), got) {
						t.Errorf("no such finding: %s", got)
					}
				}
				return
			}
			if diff := cmp.Diff(want, c.got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// plainGold reads some fields of a table.
func plainGold(t *testing.T, file, fields string) []string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, r := range records[1:] {
		var values []any
		for field := range strings.SplitSeq(fields, ",") {
			for i, name := range records[0] {
				if name == field {
					values = append(values, r[i])
				}
			}
		}
		rows = append(rows, plainRow(values...))
	}
	return rows
}

func plainRow(values ...any) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = fmt.Sprint(v)
	}
	return strings.Join(words, " ¦ ")
}

func plainSectionRows(d *document.Document) (rows []string) {
	for _, s := range d.Sections {
		parent := ""
		if s.Parent >= 0 {
			parent = fmt.Sprint(s.Parent)
		}
		rows = append(rows, plainRow(s.Index, parent, s.Level, s.Title.Plain, s.Line))
	}
	return rows
}

func plainPairRows(d *document.Document) (rows []string) {
	d.Walk(func(_ *document.Section, b document.Block) {
		if b, ok := b.(*document.Infobox); ok {
			for _, p := range b.Pairs {
				rows = append(rows, plainRow(len(rows)+1, p.Line, p.Key, p.Text.Plain))
			}
		}
	})
	return rows
}

func plainParagraphRows(d *document.Document) (rows []string) {
	d.Walk(func(s *document.Section, b document.Block) {
		if p, ok := b.(*document.Paragraph); ok {
			rows = append(rows, plainRow(len(rows)+1, s.Index, p.Line, p.Text.Plain))
		}
	})
	return rows
}

func plainItemRows(d *document.Document) (rows []string) {
	d.Walk(func(s *document.Section, b document.Block) {
		if l, ok := b.(*document.List); ok {
			for _, i := range l.Items {
				rows = append(rows, plainRow(len(rows)+1, s.Index, i.Depth, i.Line, i.Text.Plain))
			}
		}
	})
	return rows
}

func plainTableRows(d *document.Document) (rows []string) {
	d.Walk(func(_ *document.Section, b document.Block) {
		if t, ok := b.(*document.Table); ok {
			rows = append(rows, plainRow(len(rows)+1, t.Line, t.LastLine, len(t.Rows)))
		}
	})
	return rows
}

func plainCellRows(d *document.Document) (rows []string) {
	n := 0
	d.Walk(func(_ *document.Section, b document.Block) {
		t, ok := b.(*document.Table)
		if !ok {
			return
		}
		n++
		for r, cells := range t.Rows {
			for c, cell := range cells.Cells {
				rows = append(rows, plainRow(n, r+1, c+1, cell.Line, cell.Text.Plain))
			}
		}
	})
	return rows
}

// plainNoteRows leaves out what a key without letters would have to be called: that is
// for those who know the subject.
func plainNoteRows(d *document.Document) (rows []string) {
	for _, n := range d.Notes {
		if n.Expected == "" {
			rows = append(rows, plainRow(n.Line, n.Field, n.Observed))
		} else {
			rows = append(rows, plainRow(n.Line, n.Field, n.Observed, n.Expected))
		}
	}
	return rows
}
