package preprocess

import (
	"strconv"
	"strings"
)

// A frame is what a template's text can ask for: the arguments of its call, each
// expanded when it is first asked for.
type frame struct {
	call *call
	args []frameArg
	// turns are those of the loops at work, the innermost last.
	turns []turn
}

// A frameArg is one argument. Unnamed ones have the position as their name.
type frameArg struct {
	name     string
	position int // of an unnamed argument or one whose name is a number, else 0
	from, to int // its value in call.s
	named    bool
	expanded bool
	value    string
}

// find is the argument of that name, nil without it. Of two with one name the last
// counts.
func (f *frame) find(name string) *frameArg {
	position := positionOf(name)
	for i := len(f.args) - 1; i >= 0; i-- {
		if a := &f.args[i]; a.position == position && (position > 0 || a.name == name) {
			return a
		}
	}
	return nil
}

// get returns the value of an argument.
func (f *frame) get(name string) (string, bool) {
	if len(f.turns) > 0 && strings.HasPrefix(name, "#") {
		return f.ofTurn(name)
	}
	a := f.find(name)
	if a == nil {
		return "", false
	}
	return f.valueOf(a), true
}

func (f *frame) valueOf(a *frameArg) string {
	if !a.expanded {
		c := f.call
		a.value = c.e.sub(c.s, c.inner, a.from, a.to, c.f)
		if a.named {
			a.value = strings.TrimSpace(a.value)
		}
		a.expanded = true
	}
	return a.value
}

// value is the argument of the template around a native function, "" without one.
func (f *frame) value(name string) string {
	if f == nil {
		return ""
	}
	v, _ := f.get(name)
	return strings.TrimSpace(v)
}

// positional are the values of the arguments 1, 2 ... up to the first that is
// missing.
func (f *frame) positional() []string {
	if f == nil {
		return nil
	}
	places := make([]int, len(f.args)+1) // 1 + the index of each position's argument
	for i := range f.args {
		if p := f.args[i].position; p > 0 && p <= len(f.args) {
			places[p] = i + 1
		}
	}
	var out []string
	for _, place := range places[1:] {
		if place == 0 {
			break
		}
		out = append(out, strings.TrimSpace(f.valueOf(&f.args[place-1])))
	}
	return out
}

// positionOf reads a name that is a position, 0 if it is none.
func positionOf(name string) int {
	if name == "" || len(name) > 7 || name[0] < '1' || name[0] > '9' {
		return 0
	}
	n, err := strconv.Atoi(name)
	if err != nil {
		return 0
	}
	return n
}
