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

// dumpFlags say what is taken of dumps, as written.
type dumpFlags struct {
	revisions, namespaces, titleFile string
	patterns                         []string
	expand, keepPartial              bool
}

func (d *dumpFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&d.revisions, "revisions", "latest", "of a page in a dump: latest, or all, each a page of its own")
	flags.StringVar(&d.namespaces, "namespaces", "0", "numbers of a dump's namespaces to read, separated by commas, or all")
	flags.StringArrayVar(&d.patterns, "title", nil, "pages of a dump to read: a title, with * and ? for any characters; may be given again")
	flags.StringVar(&d.titleFile, "titles", "", "file with titles of a dump's pages to read, one a line")
	flags.BoolVar(&d.expand, "expand", false, "let the templates in a dump serve its pages; it is read twice")
	flags.BoolVar(&d.keepPartial, "keep-partial", false, "keep what is whole in a dump that is cut off or damaged")
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
				return o, wrongUsage(fmt.Errorf("--namespaces: %q is no number: give numbers separated by commas, as in 0,10, or all", s))
			}
			o.Namespaces = append(o.Namespaces, n)
		}
		if len(o.Namespaces) == 0 {
			return o, wrongUsage(fmt.Errorf("--namespaces names none: give numbers separated by commas, as in 0,10, or all"))
		}
	}
	var err error
	if d.titleFile != "" {
		if o.Titles, err = readTitles(d.titleFile); err == nil && len(o.Titles) == 0 {
			err = fmt.Errorf("--titles %s: there is no title in it: write one a line", d.titleFile)
		}
	}
	return o, err
}

// readTitles reads titles, one a line. No title begins with #: such a line is a remark.
func readTitles(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, wrongUsage(fmt.Errorf("--titles %s: %w: name a file with a title a line", path, cause(err)))
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
		return nil, fmt.Errorf("--titles %s: %w: write one title a line", path, err)
	}
	return titles, nil
}

// dumpLine is what a person wants to know of a dump.
func dumpLine(d pipeline.DumpReport) string {
	c := d.Counts
	line := fmt.Sprintf("%s: %d of %s read", d.Name, c.Read, count(int(c.Pages), "page"))
	for _, left := range []struct {
		n    int64
		what string
	}{
		{c.OtherNamespaces, "in other namespaces"}, {c.OtherTitles, "of other titles"}, {c.OtherModels, "no wikitext"},
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
