package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

// printPlan prints the units of a run and what it would reuse of an earlier run.
func printPlan(cmd *cobra.Command, u *ui, plan pipeline.Plan, asJSON bool) error {
	p, err := pipeline.Look(cmd.Context(), plan)
	if err != nil {
		return err
	}
	if asJSON {
		return writeJSON(u.out, p)
	}
	rows := [][]string{}
	for i := range p.Units {
		v := &p.Units[i]
		cells := unitCells(v)
		if p.Kept != nil && slices.Contains(p.Kept.Units, v.Number) {
			cells[2] += " (kept: not read again)"
		}
		rows = append(rows, append([]string{fmt.Sprint(v.Number)}, cells...))
	}
	if err := u.table([]string{"unit", "pages", "size", "sources"}, rows); err != nil || p.Kept == nil {
		return err
	}
	fmt.Fprintln(u.out)
	u.kept(p.Kept)
	return nil
}

func (u *ui) kept(k *pipeline.KeptView) {
	for _, r := range k.Remarks {
		fmt.Fprintf(u.out, "note: %s\n", r)
	}
	if k.WhyAll != "" {
		fmt.Fprintf(u.out, "all pages are converted: %s\n", k.WhyAll)
		return
	}
	fmt.Fprintf(u.out, "%s unchanged: reused\n", count(k.Unchanged, "file"))
	for _, l := range []struct {
		names []string
		what  string
	}{{k.Changed, "changed: converted again"}, {k.New, "new: converted"}, {k.Gone, "removed: left out"}} {
		if len(l.names) == 0 {
			continue
		}
		fmt.Fprintf(u.out, "%s %s\n", count(len(l.names), "file"), l.what)
		for _, name := range l.names[:min(len(l.names), maxShown)] {
			fmt.Fprintf(u.out, "  %s\n", name)
		}
		if more := len(l.names) - maxShown; more > 0 {
			fmt.Fprintf(u.out, "  and %d more\n", more)
		}
	}
}

// unitCells returns the number of pages of a unit, its size, and its sources.
func unitCells(u *pipeline.Unit) []string {
	if d := u.Dump; d != nil {
		return []string{"", size(u.Bytes), fmt.Sprintf("%s, bytes %d to %d", d.File.Name, d.Range.Start, d.Range.End)}
	}
	if n := len(u.Wiki); n > 0 {
		return []string{"", "", fmt.Sprintf("%s to %s, from wikis", u.Wiki[0], u.Wiki[n-1])}
	}
	return []string{fmt.Sprint(len(u.Pages)), size(u.Bytes), fmt.Sprintf("%s to %s", u.Pages[0].Name, u.Pages[len(u.Pages)-1].Name)}
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
