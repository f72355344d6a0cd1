package diff

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/tidywiki/tidywiki/load/internal/figure"
)

// WriteJSON writes the report as one JSON object.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}

// WriteText writes the report for a terminal.
func (r *Report) WriteText(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "old  %s\nnew  %s\n", r.Old.text(), r.New.text())
	if r.Same {
		fmt.Fprintf(b, "the same: %s, no difference\n", figure.Count(int64(r.New.Tables), "table"))
		return b.Flush()
	}
	fmt.Fprintf(b, "rows %s\n", r.Total.text())
	fmt.Fprintf(b, "next version: %s\n", r.Suggest.text())
	for _, why := range head(r.Suggest.Reasons) {
		fmt.Fprintf(b, "  - %s\n", why)
	}
	r.Findings.writeText(b)
	for _, t := range r.Tables {
		t.writeText(b)
	}
	return b.Flush()
}

func (s Side) text() string {
	parts := []string{s.Path}
	if s.Title != "" {
		parts = append(parts, s.Title)
	}
	if s.Version != "" {
		parts = append(parts, "version "+s.Version)
	}
	return strings.Join(append(parts, figure.Count(int64(s.Tables), "table")), ", ")
}

func (c Counts) text() string {
	var parts []string
	for _, p := range []struct {
		n    int64
		kind Kind
	}{{c.Added, Added}, {c.Removed, Removed}, {c.Changed, Changed}, {c.Moved, Moved}, {c.Same, Same}} {
		if p.n > 0 {
			parts = append(parts, figure.Grouped(p.n)+" "+p.kind.String())
		}
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}

func (s Suggest) text() string {
	if s.Version == "" {
		return s.Level
	}
	return s.Level + ", " + s.Version
}

// reasonLimit is how many reasons are written where people read.
const reasonLimit = 12

// head are the first reasons.
func head(reasons []string) []string {
	if len(reasons) <= reasonLimit {
		return reasons
	}
	more := fmt.Sprintf("and %d more", len(reasons)-reasonLimit+1)
	return append(append([]string{}, reasons[:reasonLimit-1]...), more)
}

func (f *Findings) writeText(b *bufio.Writer) {
	if !f.Differ() {
		return
	}
	fmt.Fprint(b, "\nfindings\n")
	for _, n := range f.Appeared {
		fmt.Fprintf(b, "  + %s\n", n.text("appeared"))
	}
	for _, n := range f.Went {
		fmt.Fprintf(b, "  - %s\n", n.text("went"))
	}
	for _, n := range f.Changed {
		fmt.Fprintf(b, "  ~ %s\n", n.text("changed"))
	}
	for _, one := range f.List {
		fmt.Fprintf(b, "    %s %s: %s: %s\n", one.Kind.sign(), one.place(), one.Code, clean(one.Message))
	}
}

func (n FindingCount) text(verb string) string {
	return fmt.Sprintf("%d %s %s %s", n.Count, n.Severity, n.Code, verb)
}

func (f Finding) place() string {
	if f.Line == "" {
		return f.Page
	}
	return f.Page + ":" + f.Line
}

// sign marks a change at the start of a line.
func (k Kind) sign() string {
	return map[Kind]string{Added: "+", Removed: "-", Changed: "~", Moved: ">"}[k]
}

func (t *Table) writeText(b *bufio.Writer) {
	fmt.Fprintf(b, "\n%s\n", t.heading())
	for _, c := range t.Columns {
		fmt.Fprintf(b, "  %s\n", c.text())
	}
	if len(t.Cells) > 0 {
		fmt.Fprintf(b, "  cells: %s\n", t.cellsText())
	}
	page := ""
	for _, c := range t.Changes {
		if on := c.Page(); on != page {
			fmt.Fprintf(b, "  %s\n", clean(on))
			page = on
		}
		fmt.Fprintf(b, "  %s %s\n", c.Kind.sign(), c.line())
	}
	for _, k := range []Kind{Added, Removed, Changed} {
		if n := t.Omitted(k); n > 0 {
			fmt.Fprintf(b, "  and %s %s\n", figure.Count(n, "more row"), k)
		}
	}
}

// heading is the table's name and what became of it.
func (t *Table) heading() string {
	switch {
	case t.Page != "":
		return fmt.Sprintf("%s: %s with its page, %s", t.Name, t.Kind, figure.Count(t.OldRows+t.NewRows, "row"))
	case t.Kind != Changed:
		return fmt.Sprintf("%s: table %s, %s", t.Name, t.Kind, figure.Count(t.OldRows+t.NewRows, "row"))
	case !t.Counts.Differ():
		return fmt.Sprintf("%s: other columns, the same values", t.Name)
	}
	return fmt.Sprintf("%s: %s", t.Name, t.Counts.text())
}

func (t *Table) cellsText() string {
	parts := make([]string, len(t.Cells))
	for i, c := range t.Cells {
		parts[i] = fmt.Sprintf("%s %d", c.Column, c.Count)
	}
	return strings.Join(parts, ", ")
}

func (c ColumnChange) text() string {
	switch c.What {
	case "added":
		return fmt.Sprintf("+ column %s, %s", c.Column, orUnknown(c.New))
	case "removed":
		return fmt.Sprintf("- column %s, %s", c.Column, orUnknown(c.Old))
	case "key":
		return fmt.Sprintf("~ primary key: %s -> %s", orNone(c.Old), orNone(c.New))
	case "order":
		return fmt.Sprintf("~ order of columns: %s -> %s", c.Old, c.New)
	case "null":
		return fmt.Sprintf("~ column %s: %s -> %s", c.Column, c.Old, c.New)
	}
	return fmt.Sprintf("~ column %s, %s: %s -> %s", c.Column, c.What, orNone(c.Old), orNone(c.New))
}

func orUnknown(s string) string {
	return cmp.Or(s, "type unknown")
}
