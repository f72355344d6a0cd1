package grid

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

var spanMark = regexp.MustCompile(`^(?:c(\d+))?(?:r(-?\d+))?: ?`)

// parse reads a table from one line a row, "| a | b |". A cell may begin with
// ! for a header cell and with c2: or r2: or c2r2: for its spans. A line of
// dashes begins a new row group, an empty line is a row without cells. Lines
// count from the first one.
func parse(text string) *document.Table {
	t := &document.Table{Line: 1}
	group := 0
	for i, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		t.LastLine = i + 1
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "---") {
			group++
			continue
		}
		row := document.Row{Line: i + 1, Part: document.RowGroup{Index: group}}
		if line != "" {
			line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
			for field := range strings.SplitSeq(line, "|") {
				row.Cells = append(row.Cells, parseCell(strings.TrimSpace(field), i+1))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func parseCell(field string, line int) document.Cell {
	c := document.Cell{Line: line}
	field, c.Header = strings.CutPrefix(field, "!")
	field = strings.TrimSpace(field)
	if m := spanMark.FindStringSubmatch(field); m != nil && len(m[0]) > 2 {
		c.ColSpan, _ = strconv.Atoi(m[1])
		c.RowSpan, _ = strconv.Atoi(m[2])
		field = field[len(m[0]):]
	}
	c.Text.Plain = strings.TrimSpace(field)
	return c
}

// flat is parse for a dialect that cannot write spans.
func flat(text string) *document.Table {
	t := parse(text)
	t.Flat = true
	return t
}

func read(t *document.Table) (*Grid, *Layout, []source.Note) {
	g, notes := Expand(t)
	l, more := Read(g)
	return g, l, append(notes, more...)
}

// verify checks what must hold of every grid and layout.
func verify(t *testing.T, g *Grid, l *Layout, notes []source.Note) {
	t.Helper()
	verifyGrid(t, g)
	if len(l.Roles) != g.Rows {
		t.Fatalf("%d roles for %d rows", len(l.Roles), g.Rows)
	}
	seen := verifyBlocks(t, g, l)
	for i := range g.Cells {
		cell, r, c := &g.Cells[i], i/g.Cols, i%g.Cols
		if int(cell.Row) != r || int(cell.Col) != c || cell.Empty() {
			continue
		}
		if !isKept(g, l, notes, seen, r, c) {
			t.Errorf("row %d column %d %q is lost (%s)", r+1, c+1, cell.Plain, l.Roles[r])
		}
	}
}

// verifyGrid checks that the grid is a rectangle with valid origins.
func verifyGrid(t *testing.T, g *Grid) {
	t.Helper()
	if len(g.Cells) != g.Rows*g.Cols {
		t.Fatalf("%d cells in %d x %d", len(g.Cells), g.Rows, g.Cols)
	}
	for i := range g.Cells {
		cell, r, c := g.Cells[i], i/g.Cols, i%g.Cols
		if cell.Row < 0 || int(cell.Row) > r || cell.Col < 0 || int(cell.Col) > c {
			t.Fatalf("row %d column %d has its origin at %d, %d", r, c, cell.Row, cell.Col)
		}
		if o := g.At(int(cell.Row), int(cell.Col)); !cell.same(o) || !o.same(&cell) || o.Plain != cell.Plain {
			t.Fatalf("row %d column %d is no copy of its origin", r, c)
		}
		if cell.Filler && (!cell.Empty() || int(cell.Row) != r || int(cell.Col) != c) {
			t.Fatalf("filler at row %d column %d has a text or an origin", r, c)
		}
	}
}

// verifyBlocks checks that blocks lie in the grid, one beside the other, and
// counts the records that each position is in.
func verifyBlocks(t *testing.T, g *Grid, l *Layout) []int {
	t.Helper()
	seen := make([]int, len(g.Cells))
	for p := range l.Parts {
		part := &l.Parts[p]
		for i := range part.Blocks {
			b := &part.Blocks[i]
			if len(b.Cols) != len(part.Columns) {
				t.Fatalf("block of %d columns in a part of %d", len(b.Cols), len(part.Columns))
			}
			for r := range b.Rows {
				if r > 0 && b.Rows[r].Index <= b.Rows[r-1].Index {
					t.Fatalf("rows out of order: %v", b.Rows)
				}
				for _, c := range b.Cols {
					at := b.Rows[r].Index*g.Cols + c
					if l.Kind == Rows {
						at = c*g.Cols + b.Rows[r].Index
					}
					seen[at]++
				}
			}
		}
	}
	for i, n := range seen {
		if n > 1 {
			t.Fatalf("row %d column %d is in %d records; roles %v", i/g.Cols+1, i%g.Cols+1, n, l.Roles)
		}
	}
	return seen
}

// isKept reports whether the text at row r and column c is somewhere in the layout.
func isKept(g *Grid, l *Layout, notes []source.Note, seen []int, r, c int) bool {
	text := g.At(r, c).Plain
	switch l.Roles[r] {
	case Record:
		return seen[r*g.Cols+c] == 1 || l.Kind == Rows && c < l.HeaderCols && inHeaders(l, text)
	case Header:
		return inHeaders(l, text)
	case Title:
		return inBlocks(l, func(b *Block) bool { return strings.Contains(b.Title, text) })
	case Group:
		return l.Kind == Rows && inHeaders(l, text) ||
			inBlocks(l, func(b *Block) bool {
				return slices.ContainsFunc(b.Rows, func(r Row) bool { return strings.Contains(r.Group, text) })
			})
	case Detail:
		return int(g.At(r, c).Row) < r || inBlocks(l, func(b *Block) bool {
			return slices.ContainsFunc(b.Rows, func(r Row) bool { return strings.Contains(r.Detail, text) })
		})
	case Remark:
		return slices.ContainsFunc(notes, func(n source.Note) bool {
			return n.Code == "table_remark" && n.Row == r+1 && strings.Contains(n.Observed, text)
		})
	case Repeat:
		if r+1 < g.Rows && g.At(r+1, c).same(g.At(r, c)) && isKept(g, l, notes, seen, r+1, c) {
			return true
		}
		for a := range r {
			if (l.Roles[a] == Header || l.Roles[a] == Title) && alike(g.At(a, c).Plain, text) {
				return true
			}
		}
	}
	return false
}

func inHeaders(l *Layout, text string) bool {
	if text == "" {
		return true
	}
	for _, p := range l.Parts {
		for _, c := range p.Columns {
			for _, h := range c.Header {
				if strings.Contains(h, text) {
					return true
				}
			}
		}
	}
	return false
}

func inBlocks(l *Layout, ok func(*Block) bool) bool {
	for p := range l.Parts {
		for b := range l.Parts[p].Blocks {
			if ok(&l.Parts[p].Blocks[b]) {
				return true
			}
		}
	}
	return false
}

// brief writes a layout in one line a part: the kind, a letter for the role of
// each row (e for repeat, m for remark, - for blank), the columns, and for each
// block its title, columns and rows; ! marks totals, a text after / the group.
//
//	blocks thr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3}
func brief(l *Layout) string {
	var b strings.Builder
	b.WriteString(string(l.Kind) + " ")
	for _, r := range l.Roles {
		b.WriteByte("-thgrem"[r])
	}
	for p := range l.Parts {
		for i, c := range l.Parts[p].Columns {
			sep := ", "
			if i == 0 {
				sep = " "
			}
			b.WriteString(sep + strings.Join(c.Header, "/"))
		}
		for _, k := range l.Parts[p].Blocks {
			b.WriteString(" {" + k.Title)
			for i, c := range k.Cols {
				if i > 0 || k.Title != "" {
					b.WriteString(" ")
				}
				b.WriteString(strconv.Itoa(c + 1))
			}
			b.WriteString(":")
			for _, r := range k.Rows {
				b.WriteString(" " + strconv.Itoa(r.Index+1))
				if r.Total {
					b.WriteString("!")
				}
				if r.Summary {
					b.WriteString("~")
				}
				if r.Group != "" {
					b.WriteString("/" + r.Group)
				}
			}
			b.WriteString("}")
		}
	}
	return b.String()
}

// A reading is a table with what Read should make of it. A table in flat is of a
// dialect without spans.
type reading struct {
	name        string
	flat, spans string
	want        string
	notes       []string // code, line and what was observed and expected
}

func checkReadings(t *testing.T, readings []reading) {
	t.Helper()
	for _, c := range readings {
		t.Run(c.name, func(t *testing.T) {
			table := parse(c.spans)
			if c.flat != "" {
				table = flat(c.flat)
			}
			g, l, notes := read(table)
			verify(t, g, l, notes)
			if got := brief(l); got != c.want {
				t.Errorf("got  %s\nwant %s\nroles %v", got, c.want, l.Roles)
			}
			var got []string
			for _, n := range notes {
				got = append(got, strings.TrimSpace(n.Code+" "+strconv.Itoa(n.Line)+" "+n.Observed+" -> "+n.Expected))
			}
			if !slices.Equal(got, c.notes) {
				t.Errorf("notes\n%q\nwant\n%q", got, c.notes)
			}
		})
	}
}
