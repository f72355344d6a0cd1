package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline/publish"
)

// reportFlags are the flags of report.
type reportFlags struct {
	output string
	limit  int
	quiet  bool
}

func reportCommand(u *ui) *cobra.Command {
	var f reportFlags
	cmd := &cobra.Command{
		Use:   "report OUT",
		Short: "Make one HTML page that shows what is in a dataset",
		Long: `Make one HTML page that describes a dataset, a folder that convert wrote or another
Data Package: its contents and sources, the charts that its tables declare, each
published rate next to the computed one, the findings with the text of the page,
and a profile of every column. The page needs no network and no script, supports
light and dark mode, and can be printed.

By default it is written next to the folder, to OUT-report.html, because SHA256SUMS
lists all files of the folder. Its links to the data files are relative to where
it is written.`,
		Example: `  tidywiki report out
  tidywiki report out -o docs/data.html
  tidywiki report out -o - > page.html`,
		Args: oneDataset,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, u, args[0]) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&f.output, "output", "o", "", "file to write, - for standard output (default OUT-report.html)")
	flags.IntVar(&f.limit, "limit", 100, "number of findings of each severity to list")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "print errors only")
	return cmd
}

func (f reportFlags) run(cmd *cobra.Command, u *ui, dir string) error {
	if f.limit < 1 {
		return wrongUsage(fmt.Errorf("--limit %d: give the number of findings to list, 1 or more", f.limit))
	}
	if filepath.Base(dir) == "datapackage.json" {
		dir = filepath.Dir(dir)
	}
	output, link, err := f.place(dir)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	page, err := publish.MakeReport(cmd.Context(), dir, link, f.limit)
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if output == "-" {
		return page.WriteHTML(u.out)
	}
	if err := writeWhole(output, page.WriteHTML); err != nil {
		return fmt.Errorf("report: %w", err)
	}
	if !f.quiet {
		u.wroteReport(output, link, page)
	}
	return nil
}

// place returns the file for the page and the relative path from there to the folder
// of the dataset. A page on standard output is assumed to be next to the folder.
func (f reportFlags) place(dir string) (output, link string, err error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", "", err
	}
	switch output = f.output; output {
	case "-":
		return output, filepath.Base(abs), nil
	case "":
		if output = filepath.Clean(dir) + "-report.html"; filepath.Base(filepath.Clean(dir)) != filepath.Base(abs) { // . or ..
			output = abs + "-report.html"
		}
	}
	to, err := filepath.Abs(output)
	if err != nil {
		return "", "", err
	}
	if link, err = filepath.Rel(filepath.Dir(to), abs); err != nil {
		return "", "", fmt.Errorf("cannot link from %s to the data: name a file on the same drive: %w", output, err)
	}
	return output, filepath.ToSlash(link), nil
}

// wroteReport prints where the page is, and warns if it is inside the dataset.
func (u *ui) wroteReport(output, link string, page *publish.ReportPage) {
	fmt.Fprintf(u.err, "wrote %s: %s, %s, %s\n", output, count(page.TableCount(), "table"), count(len(page.Charts), "chart"), count(int(page.Findings.Total), "finding"))
	if inside := strings.Trim(link, "./") == ""; inside {
		fmt.Fprintln(u.err, "note: the page is inside the dataset but not in SHA256SUMS; the next convert removes it")
	}
}
