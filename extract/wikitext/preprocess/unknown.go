package preprocess

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/tidywiki/tidywiki/extract/internal/substring"
	"github.com/tidywiki/tidywiki/extract/source"
)

// unknown is a template that could not be expanded, with all its calls on the page.
type unknown struct {
	name string
	at   int // of the first call
	// calls are those with arguments that are shown nowhere, hidden is the number of
	// these arguments, names are the first of their names. kept reports whether other
	// arguments are shown.
	calls, hidden int
	names         []string
	kept          bool
	// bare reports whether a place where one of the calls is alone is empty.
	bare bool
}

// maxHidden is how many names of hidden arguments a note lists.
const maxHidden = 5

// notKnown notes that a template could not be expanded.
func (c *call) notKnown(name string) *unknown {
	e := c.e
	i, seen := e.known[name]
	if !seen {
		if e.known == nil {
			e.known = map[string]int{}
		}
		i = len(e.unknown)
		e.known[name] = i
		e.unknown = append(e.unknown, unknown{name: name, at: c.span(0).Start})
	}
	return &e.unknown[i]
}

// hide counts the arguments of the call that nobody sees but in the table of
// parameters. silent reports that the call shows nothing at all.
func (c *call) hide(u *unknown, silent bool) {
	before := u.hidden
	for i := range c.own.args {
		a := &c.own.args[i]
		if value := c.own.valueOf(a); strings.IndexFunc(value, isWordRune) < 0 {
			continue
		} else if a.named && prefixes().bookkeeping[strings.ToLower(a.name)] {
			continue
		} else if !a.named {
			u.kept = true
			continue
		} else if rest, _ := cutTables(value); strings.TrimSpace(rest) == "" {
			continue
		}
		u.hidden++
		if len(u.names) < maxHidden && !slices.Contains(u.names, a.name) {
			u.names = append(u.names, a.name)
		}
	}
	if u.hidden > before {
		u.calls++
		u.bare = u.bare || silent && c.isAlone()
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isAlone reports whether the call is all that is in its cell, value or line.
func (c *call) isAlone() bool {
	if substring.Offset(c.e.page, c.s) < 0 {
		return false
	}
	before, after := c.s[:c.n.start], c.s[c.n.end:]
	before = strings.TrimRight(before[max(0, len(before)-maxAttrs):], " \t")
	after = strings.TrimLeft(after[:min(len(after), maxAttrs)], " \t")
	return (before == "" || strings.ContainsAny(before[len(before)-1:], "\n|!=")) &&
		(after == "" || after[0] == '\n' || after[0] == '|' || strings.HasPrefix(after, "!!") || strings.HasPrefix(after, "}}"))
}

// report notes the template, and the arguments that are hidden.
func (u *unknown) report(lines source.Lines, notes *source.Notes) {
	note := source.Note{Code: "unknown_template", Where: "page", Line: lines.Line(u.at), Field: u.name,
		Observed: "{{" + u.name + "}}", Message: u.message()}
	notes.Add(note)
	if u.hidden == 0 {
		return
	}
	note.Code, note.Observed = "hidden_arguments", strings.Join(u.names, ", ")
	if u.bare {
		note.Severity = source.Warning
	}
	calls := "a call"
	if u.calls > 1 {
		calls = fmt.Sprintf("%d calls", u.calls)
	}
	arguments := "a named argument is"
	if u.hidden > 1 {
		arguments = fmt.Sprintf("%d named arguments are", u.hidden)
	}
	note.Message = calls + " of " + u.name + ": " + arguments + " only in the table parameters"
	if u.bare {
		note.Message += ", where the page shows something else: a value or table may be missing"
	}
	notes.Add(note)
}

func (u *unknown) message() string {
	switch {
	case u.name[0] == ':':
		return "page " + u.name[1:] + " is not at hand to be put in: the call is kept as text"
	case strings.HasPrefix(u.name, "#invoke:"):
		return u.name + " does not run: nothing of it is shown; see parameters"
	case u.name[0] == '#':
		return "parser function " + u.name + " is not known: its call is kept as text"
	case u.hidden > 0 && !u.kept:
		return "template " + u.name + " is not known: nothing of it is shown, all its arguments are named; see parameters"
	}
	return "template " + u.name + " is not known: its unnamed arguments are kept as text"
}
