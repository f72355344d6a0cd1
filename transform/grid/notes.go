package grid

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A lostSpan is a row of titles that are closer together than the blocks below.
// col is the 0-based column of the second title and want the one where its block
// begins; both are 0 if no blocks were found.
type lostSpan struct{ row, col, want int }

func (rd *reader) note(n source.Note) { rd.notes = append(rd.notes, n) }

func (rd *reader) lineOf(r int) int {
	if line := rd.At(r, max(int(rd.rows[r].first), 0)).Line; line != 0 {
		return int(line)
	}
	return rd.Table.Rows[r].Line
}

// noteLostSpans writes one note for all rows of titles.
func (rd *reader) noteLostSpans() {
	if len(rd.lost) == 0 {
		return
	}
	first := rd.lost[0]
	lines := make([]int, len(rd.lost))
	for i, l := range rd.lost {
		lines[i] = rd.lineOf(l.row)
	}
	n := source.Note{
		Severity: source.Warning, Code: "lost_span", Where: "table", Line: lines[0],
		Row: first.row + 1, Field: "title rows",
	}
	if first.want > 0 {
		n.Col = first.col + 1
		n.Observed = fmt.Sprintf("second title in column %d", first.col+1)
		n.Expected = fmt.Sprintf("second title in column %d", first.want+1)
		n.Message = listLines(lines) + ": titles over several columns have lost their spans and are side by side; they were read as the titles of the blocks from left to right"
	} else {
		n.Message = listLines(lines) + ": headers over several columns have lost their spans; which columns they are over is not known"
	}
	rd.note(n)
}

// listLines writes line numbers in order for people: line 53, lines 53, 57, 60-64.
func listLines(lines []int) string {
	const most = 20
	var b strings.Builder
	b.WriteString("line ")
	if len(lines) > 1 {
		b.Reset()
		b.WriteString("lines ")
	}
	for i, n := 0, 0; i < len(lines); n++ {
		if n > 0 {
			b.WriteString(", ")
		}
		if n == most {
			fmt.Fprintf(&b, "and %d more", len(lines)-i)
			break
		}
		last := i
		for last+1 < len(lines) && lines[last+1] == lines[last]+1 {
			last++
		}
		b.WriteString(strconv.Itoa(lines[i]))
		if last > i {
			b.WriteString("-" + strconv.Itoa(lines[last]))
		}
		i = last + 1
	}
	return b.String()
}

// noteDoubtfulTitles notes that the n titles of row r are not one for each side.
func (rd *reader) noteDoubtfulTitles(b *band, r, n int) {
	message := "the titles were given to the blocks from left to right"
	if n == 1 && b.sides[1].title != "" {
		message = "the title was given to all blocks in the row"
	}
	rd.note(source.Note{
		Severity: source.Warning, Code: "doubtful_title", Where: "row", Line: rd.lineOf(r),
		Row: r + 1, Col: int(rd.rows[r].first) + 1, Field: "title rows",
		Observed: count(n, "title"), Expected: count(len(b.sides), "title"),
		Message: "the row does not have one title for each block below it; " + message,
	})
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// noteRemarks takes the group rows that have no record below them for remarks on
// the table.
func (rd *reader) noteRemarks() {
	for i := range rd.bands {
		b := &rd.bands[i]
		last := b.data.to
		for last > b.data.from && rd.role(last-1) != Record {
			last--
		}
		for r := last; r < b.data.to; r++ {
			if rd.role(r) == Group {
				rd.layout.Roles[r] = Remark
				rd.noteRemark(r)
			}
		}
	}
}

func (rd *reader) noteRemark(r int) {
	rd.note(source.Note{
		Severity: source.Info, Code: "table_remark", Where: "row", Line: rd.lineOf(r),
		Row: r + 1, Col: int(rd.rows[r].first) + 1, Observed: rd.groupText(r),
		Message: "the text goes over the whole table and no record is below it; it is not a row of the data",
	})
}
