package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"golang.org/x/term"

	"github.com/tidywiki/tidywiki/pipeline"
)

// A ui prints to the terminal: results to out, everything else to err. Messages begin
// with a lower-case letter and have no full stop.
type ui struct {
	out, err io.Writer
	// width is the terminal's width. It is 0 if out is not a terminal; then there is
	// no colour either.
	width int
}

func newUI(out, err *os.File) *ui {
	u := &ui{out: out, err: err}
	if term.IsTerminal(int(out.Fd())) {
		u.width, _, _ = term.GetSize(int(out.Fd()))
	}
	return u
}

// fail prints the error that ends the program. An error of several lines, such as the
// faults of a recipe, is indented after the first.
func (u *ui) fail(err error) {
	var kept *pipeline.KeptError
	if errors.As(err, &kept) && errors.Is(err, context.Canceled) {
		fmt.Fprintf(u.err, "tidywiki: stopped, no dataset was written; %s of work kept: continue with %s\n", count(kept.Units, "unit"), kept.Cure)
		return
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(u.err, "tidywiki: stopped, nothing was written")
		return
	}
	fmt.Fprintf(u.err, "tidywiki: %s\n", strings.ReplaceAll(err.Error(), "\n", "\n  "))
}

func (u *ui) failedOn(err *findingsError) {
	fmt.Fprintf(u.err, "tidywiki: %s at or above --fail-on %s, the dataset was written anyway\n", count(err.count, "finding"), err.limit)
}

// table prints rows under a header. On a terminal the last column is wrapped to the
// remaining width.
func (u *ui) table(header []string, rows [][]string) error {
	t := table.NewWriter()
	style := table.StyleLight
	style.Options = table.OptionsNoBordersAndSeparators
	style.Format.Header = text.FormatDefault
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	t.SetStyle(style)
	if width := u.width - widthOf(header, rows); u.width > 0 && width >= minWrap {
		t.SetColumnConfigs([]table.ColumnConfig{{Number: len(header), WidthMax: width, WidthMaxEnforcer: text.WrapSoft}})
	}
	t.AppendHeader(cells(header))
	for _, r := range rows {
		t.AppendRow(cells(r))
	}
	for line := range strings.SplitSeq(t.Render(), "\n") {
		if _, err := fmt.Fprintln(u.out, strings.TrimRight(line, " ")); err != nil {
			return err
		}
	}
	return nil
}

// minWrap is the width below which text is not wrapped.
const minWrap = 16

// widthOf returns the width of all columns but the last, including the gaps.
func widthOf(header []string, rows [][]string) int {
	width := 0
	for c := range len(header) - 1 {
		most := text.RuneWidthWithoutEscSequences(header[c])
		for _, r := range rows {
			most = max(most, text.RuneWidthWithoutEscSequences(r[c]))
		}
		width += most + 2
	}
	return width + 2
}

// wrap breaks s into indented lines of the terminal's width.
func (u *ui) wrap(s, indent string) string {
	if u.width > minWrap {
		s = text.WrapSoft(s, u.width-len(indent))
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = indent + strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n")
}

func cells(texts []string) table.Row {
	row := make(table.Row, len(texts))
	for i, s := range texts {
		row[i] = s
	}
	return row
}

// count formats n with a noun: "1 page", "2 pages".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// size writes bytes as people do.
func size(n int64) string {
	switch {
	case n < 1000:
		return fmt.Sprintf("%d B", n)
	case n < 1_000_000:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	case n < 1_000_000_000:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.1f GB", float64(n)/1e9)
}
