package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// dumpFlags are the flags for which pages of dumps are read.
type dumpFlags struct {
	revisions, namespaces, titleFile string
	patterns                         []string
	expand, keepPartial              bool
}

func (d *dumpFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&d.revisions, "revisions", "latest", "revisions of a page in a dump to read: latest, or all, each as a page of its own")
	flags.StringVar(&d.namespaces, "namespaces", "0", "namespaces of a dump to read: numbers separated by commas, or all")
	flags.StringArrayVar(&d.patterns, "title", nil, "pages of a dump to read: a title, or a pattern with * and ?; may be repeated")
	flags.StringVar(&d.titleFile, "titles", "", "file with titles of pages of a dump to read, one per line")
	flags.BoolVar(&d.expand, "expand", false, "expand templates with those in the dump itself; reads the dump twice")
	flags.BoolVar(&d.keepPartial, "keep-partial", false, "keep the complete pages of a dump that is cut off or damaged")
}

func (d *dumpFlags) options() (pipeline.DumpOptions, error) {
	o := pipeline.DumpOptions{Patterns: d.patterns, Expand: d.expand, KeepPartial: d.keepPartial}
	switch d.revisions {
	case "latest":
	case "all":
		o.AllRevisions = true
	default:
		return o, wrongUsage(fmt.Errorf("--revisions %q: choose latest or all", d.revisions))
	}
	if d.namespaces == "all" {
		o.AllNamespaces = true
	} else {
		for _, s := range splitList(d.namespaces) {
			n, err := strconv.Atoi(s)
			if err != nil {
				return o, wrongUsage(fmt.Errorf("--namespaces: %q is not a number: give numbers separated by commas, as in 0,10, or all", s))
			}
			o.Namespaces = append(o.Namespaces, n)
		}
		if len(o.Namespaces) == 0 {
			return o, wrongUsage(fmt.Errorf("--namespaces is empty: give numbers separated by commas, as in 0,10, or all"))
		}
	}
	var err error
	if d.titleFile != "" {
		if o.Titles, err = readTitles(d.titleFile); err == nil && len(o.Titles) == 0 {
			err = fmt.Errorf("--titles %s: no titles in the file: write one per line", d.titleFile)
		}
	}
	return o, err
}

// readTitles reads a file of titles, one per line. Lines that begin with #, as no title
// can, are comments.
func readTitles(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, wrongUsage(fmt.Errorf("--titles %s: %w: name a file with one title per line", path, cause(err)))
	}
	defer f.Close()
	var titles []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if t := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff")); t != "" && t[0] != '#' {
			titles = append(titles, t)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("--titles %s: %w: write one title per line", path, err)
	}
	return titles, nil
}

// dumpLine formats the counts of a dump for the summary.
func dumpLine(d pipeline.DumpReport) string {
	c := d.Counts
	line := fmt.Sprintf("%s: %d of %s read", d.Name, c.Read, count(int(c.Pages), "page"))
	for _, left := range []struct {
		n    int64
		what string
	}{
		{c.OtherNamespaces, "in other namespaces"}, {c.OtherTitles, "of other titles"}, {c.OtherModels, "not wikitext"},
		{c.NoText, "without text"}, {c.TooLarge, "too large"},
	} {
		if left.n > 0 {
			line += fmt.Sprintf(", %d %s", left.n, left.what)
		}
	}
	if c.Redirects > 0 {
		line += ", " + count(int(c.Redirects), "redirect")
	}
	if d.Damage != "" {
		line += "; the rest is lost: " + d.Damage
	}
	return line
}
