package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

func inspectCommand(u *ui) *cobra.Command {
	var f reading
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "inspect SOURCE...",
		Short: "Show the outline, tables with inferred types, and findings",
		Example: `  tidywiki inspect page.txt
  tidywiki inspect page.txt --json     one JSON object per page`,
		Args: needSources,
		RunE: func(cmd *cobra.Command, args []string) error {
			plan, err := f.plan(args, cmd.InOrStdin())
			if err != nil {
				return err
			}
			show := u.view
			if asJSON {
				enc := json.NewEncoder(u.out)
				enc.SetEscapeHTML(false)
				show = func(v *pipeline.View) error { return enc.Encode(v) }
			}
			return pipeline.Inspect(cmd.Context(), plan, show)
		},
	}
	f.register(cmd.Flags())
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON object per page")
	return cmd
}

// view prints one page.
func (u *ui) view(v *pipeline.View) error {
	title := v.Title
	title = cmp.Or(title, v.PageID)
	fmt.Fprintf(u.out, "%s\n%s, %s, %s, %s\n", u.bold(title), v.Source, v.Format, size(int64(v.Bytes)), count(v.Lines, "line"))
	u.outline(v)
	for _, t := range v.Tables {
		if err := u.tableView(t); err != nil {
			return err
		}
	}
	u.data(v)
	return u.findings(v)
}

func (u *ui) outline(v *pipeline.View) {
	fmt.Fprintf(u.out, "\n%s\n", u.bold("Outline"))
	for _, s := range v.Sections {
		parts := []string{}
		for _, p := range []struct {
			n    int
			noun string
		}{{s.Paragraphs, "paragraph"}, {s.Items, "item"}, {s.Tables, "table"}} {
			if p.n > 0 {
				parts = append(parts, count(p.n, p.noun))
			}
		}
		title := s.Title
		title = cmp.Or(title, "(lead)")
		fmt.Fprintf(u.out, "%5d  %s%s%s\n", s.Line, strings.Repeat("  ", s.Level-1), title, u.faint(prefixed("  ", strings.Join(parts, ", "))))
	}
	for _, b := range v.Infoboxes {
		fmt.Fprintf(u.out, "%5d  infobox%s, %s\n", b.Line, prefixed(" ", b.Template), count(b.Keys, "key"))
	}
}

func (u *ui) tableView(t pipeline.TableView) error {
	name := t.Caption
	name = cmp.Or(name, t.Section)
	fmt.Fprintf(u.out, "\n%s  %s\n", u.bold(fmt.Sprintf("Table %d: %s", t.Table, name)),
		u.faint(fmt.Sprintf("lines %d-%d, %d x %d, %s", t.Line, t.LastLine, t.Rows, t.Cols, t.Layout)))
	rows := [][]string{}
	for _, c := range t.Columns {
		rows = append(rows, []string{"  " + c.Name, c.Type, c.Unit, fmt.Sprint(c.Values), fmt.Sprint(c.Nulls), c.Header})
	}
	return u.table([]string{"  column", "type", "unit", "values", "nulls", "header"}, rows)
}

func (u *ui) data(v *pipeline.View) {
	parts := []string{}
	for _, d := range v.Data {
		if d.Rows > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", d.Name, d.Rows))
		}
	}
	fmt.Fprintf(u.out, "\n%s\n%s\n", u.bold("Rows per table"), u.wrap(strings.Join(parts, ", "), "  "))
}

func (u *ui) findings(v *pipeline.View) error {
	fmt.Fprintf(u.out, "\n%s\n", u.bold(count(len(v.Findings), "finding")))
	if len(v.Findings) == 0 {
		return nil
	}
	rows := [][]string{}
	for _, f := range v.Findings {
		line := ""
		if f.Line > 0 {
			line = fmt.Sprint(f.Line)
		}
		rows = append(rows, []string{"  " + u.severity(f.Severity), line, f.Code, f.Message})
	}
	return u.table([]string{"  severity", "line", "code", "message"}, rows)
}

// prefixed returns p+s, or "" if s is empty.
func prefixed(p, s string) string {
	if s == "" {
		return ""
	}
	return p + s
}

func (u *ui) bold(s string) string  { return u.paint(s, text.Bold) }
func (u *ui) faint(s string) string { return u.paint(s, text.Faint) }

func (u *ui) severity(s string) string {
	switch s {
	case "error":
		return u.paint(s, text.FgRed)
	case "warning":
		return u.paint(s, text.FgYellow)
	}
	return s
}

// paint colours s if out is a terminal.
func (u *ui) paint(s string, c text.Color) string {
	if u.width == 0 {
		return s
	}
	return c.Sprint(s)
}
