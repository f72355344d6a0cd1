package diff

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/tidywiki/tidywiki/load/internal/figure"
)

// WriteMarkdown writes the report as a part of release notes.
func (r *Report) WriteMarkdown(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprint(b, "## Changes of the data\n\n")
	if r.Same {
		fmt.Fprint(b, "None: all tables are the same.\n")
		return b.Flush()
	}
	fmt.Fprintf(b, "Suggested version: **%s**\n\n", r.Suggest.text())
	for _, why := range head(r.Suggest.Reasons) {
		fmt.Fprintf(b, "- %s\n", markdown(why))
	}
	fmt.Fprint(b, "\n| table | rows before | rows now | added | removed | changed | moved |\n|---|--:|--:|--:|--:|--:|--:|\n")
	for _, t := range r.Tables {
		n := t.Counts
		fmt.Fprintf(b, "| %s | %d | %d | %d | %d | %d | %d |\n", markdown(t.Name), t.OldRows, t.NewRows, n.Added, n.Removed, n.Changed, n.Moved)
	}
	r.markdownSchema(b)
	r.Findings.writeMarkdown(b)
	for _, t := range r.Tables {
		t.writeMarkdown(b)
	}
	return b.Flush()
}

func (r *Report) markdownSchema(b *bufio.Writer) {
	begun := false
	line := func(s string) {
		if !begun {
			fmt.Fprint(b, "\n### Schema\n\n")
		}
		begun = true
		fmt.Fprintf(b, "- %s\n", s)
	}
	for _, t := range r.Tables {
		if t.Kind != Changed {
			line(markdown(t.heading()))
		}
		for _, c := range t.Columns {
			line(markdown(t.Name) + ": " + markdown(strings.TrimLeft(c.text(), "~ ")))
		}
	}
}

func (f *Findings) writeMarkdown(b *bufio.Writer) {
	if !f.Differ() {
		return
	}
	fmt.Fprint(b, "\n### Findings\n\n")
	for _, n := range f.Appeared {
		fmt.Fprintf(b, "- %s\n", markdown(n.text("appeared")))
	}
	for _, n := range f.Went {
		fmt.Fprintf(b, "- %s\n", markdown(n.text("went")))
	}
	for _, n := range f.Changed {
		fmt.Fprintf(b, "- %s\n", markdown(n.text("changed")))
	}
}

func (t *Table) writeMarkdown(b *bufio.Writer) {
	if len(t.Changes) == 0 {
		return
	}
	fmt.Fprintf(b, "\n### %s\n\n| | row | column | before | now |\n|---|---|---|---|---|\n", markdown(t.Name))
	for _, c := range t.Changes {
		if c.Kind != Changed {
			fmt.Fprintf(b, "| %s | %s | | %s |\n", c.Kind, c.markdownName(), c.markdownRow())
			continue
		}
		for _, cell := range c.shownCells() {
			old, new := excerpt(cell.Old, cell.New)
			fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", c.Kind, c.markdownName(), markdown(cell.Column), markdown(old), markdown(new))
		}
	}
	for _, k := range []Kind{Added, Removed, Changed} {
		if n := t.Omitted(k); n > 0 {
			fmt.Fprintf(b, "\nand %s %s\n", figure.Count(n, "more row"), k)
		}
	}
}

// markdownName is the name of a row with its page.
func (c *Change) markdownName() string {
	if page := c.Page(); page != "" {
		return markdown(page + ": " + c.Name())
	}
	return markdown(c.Name())
}

// markdownRow is what a row says in the column before or now.
func (c *Change) markdownRow() string {
	if c.Kind == Removed {
		return markdown(c.text()) + " | "
	}
	return " | " + markdown(c.text())
}

// markdown shows a text as it is.
func markdown(s string) string { return escaper.Replace(s) }

var escaper = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`,
	"<", "&lt;", ">", "&gt;", "#", `\#`, "~", `\~`, "\n", " ")
