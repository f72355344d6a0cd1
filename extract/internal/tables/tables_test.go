package tables_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/internal/memory"
	"github.com/tidywiki/tidywiki/extract/internal/tables"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A reader reads pages of tags and words between spaces. Tags are <names>; -name is one
// whose element is hidden. A word between cells is lost.
type reader struct {
	tables.Builder[string]
	mem   memory.Document
	notes source.Notes
	found []*document.Table
}

func (r *reader) Line(pos int) int { return pos + 1 }

func (r *reader) EndContent(t *tables.Open[string]) document.Text {
	text := t.Content
	t.Content = ""
	return document.Text{Plain: text}
}

func (r *reader) EndTable(t *tables.Open[string]) { r.found = append(r.found, t.Table) }

var tags = map[string]tables.Tag{"table": tables.Table, "caption": tables.Caption, "tbody": tables.Body, "thead": tables.Head,
	"tfoot": tables.Foot, "tr": tables.Row, "td": tables.Data, "th": tables.Header, "col": tables.Col}

func read(page string) *reader {
	r := &reader{}
	r.Begin(r, &r.mem, &r.notes)
	for pos, word := range strings.Fields(page) {
		name := strings.Trim(word, "<>-/")
		tag := tags[name]
		switch {
		case tag == tables.None:
			if t := r.Top(); t.InContent() {
				t.Content += word
			}
		case strings.HasPrefix(word, "</"):
			if r.Ends(tag) {
				r.End(tag, pos)
			}
		case tag == tables.Table:
			r.StartTable(tables.Attrs{}, pos).Content = ""
		default:
			r.Start(tag, tables.Attrs{Hidden: strings.HasPrefix(word, "<-")}, pos)
		}
	}
	return r
}

// show writes the tables one after another as "caption: row / row", the cells of rows as
// texts, those of headers with a mark.
func (r *reader) show() string {
	var shown []string
	for _, t := range r.found {
		var rows []string
		for _, row := range t.Rows {
			s := [...]string{"", "head ", "foot "}[row.Part.Kind]
			for _, c := range row.Cells {
				if c.Header {
					s += "!"
				}
				s += c.Text.Plain + " "
			}
			rows = append(rows, strings.TrimSuffix(s, " "))
		}
		s := strings.Join(rows, " / ")
		if t.Caption.Plain != "" {
			s = t.Caption.Plain + ": " + s
		}
		shown = append(shown, s)
	}
	return strings.Join(shown, "; ")
}

func TestBuilder(t *testing.T) {
	for _, tt := range []struct{ page, want string }{
		{"<table> <tr> <td> a </td> <td> b </td> </tr> </table>", "a b"},
		{"<table> <td> a <th> b <tr> <td> c </table>", "a !b / c"},
		{"<table> <caption> n <td> a </table>", "n: a"},
		{"<table> <td> a <caption> n </table>", "n: a"},
		{"<table> x <tr> y <td> a </td> z </table>", "a"},                // text between cells
		{"<table> <td> a </th> b </table>", "ab"},                        // the end of another cell
		{"<table> <td> a </tr> <td> b </table>", "a / b"},                // the end of a row
		{"<table> </tr> </td> </tbody> </caption> <td> a </table>", "a"}, // ends of nothing
		{"<table> <tbody> <tr> <td> a </thead> b </tbody> <td> c </table>", "ab / c"},
		{"<table> <tr> <tr> <td> a </table>", " / a"},
		{"<table> <col> <td> a <col> <td> b </table>", "a / b"},
		{"<table> <tfoot> <td> f <tbody> <td> a <thead> <td> h </table>", "head h / a / foot f"},
		{"<table> <td> <table> <td> b </table> a </table>", "b; a"},
		{"<table> <-tr> <td> a <tr> <td> b </table>", "b"},
		{"<table> <-tbody> <td> a <tbody> <tr> <td> b </table>", "b"},
		{"<table> </table>", ""},
	} {
		if got := read(tt.page).show(); got != tt.want {
			t.Errorf("%s gives %q, want %q", tt.page, got, tt.want)
		}
	}
}

func TestHiddenRowsAreNoted(t *testing.T) {
	r := read("<table> <-tr> <td> a <td> <td> b <tr> <td> c <-tr> <td> </table>")
	notes := r.notes.Sorted()
	if len(notes) != 1 || notes[0].Code != "unseen_text" || notes[0].Observed != "a | b" || notes[0].Line != 2 {
		t.Errorf("notes %+v", notes)
	}
}

func TestAttrs(t *testing.T) {
	for _, tt := range []struct {
		col, row         string
		wantCol, wantRow int
	}{
		{"2", "3", 2, 3}, {"2000", "70000", 1000, 65534}, {"0", "0", 0, -1}, {"", "", 0, 0}, {"-2", "x", 0, 0},
	} {
		var a tables.Attrs
		a.SetColSpan(tt.col)
		a.SetRowSpan(tt.row)
		if a.ColSpan != tt.wantCol || a.RowSpan != tt.wantRow {
			t.Errorf("colspan %q and rowspan %q give %d and %d", tt.col, tt.row, a.ColSpan, a.RowSpan)
		}
	}
}

func ExampleBuilder() {
	r := read("<table> <td> a <th> b <tr> <td> c </table>")
	for _, row := range r.found[0].Rows {
		fmt.Println(row.Line, len(row.Cells))
	}
	// Output:
	// 2 2
	// 6 1
}
