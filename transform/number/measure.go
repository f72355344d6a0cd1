package number

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

// The files explain their format.
//
//go:embed data/units.txt data/currencies.txt
var measureFiles embed.FS

// A measure is a unit or a currency.
type measure struct {
	code, system string
	// name is what a rate over the unit is called: year.
	name string
	// part is the smaller unit of which so many make one, or nil.
	part  *measure
	parts int64
	money bool
	// coins are the parts of a currency.
	coins []coin
	// may are the currencies that the sign may be for, where there are several.
	may []string
}

// The systems of units.
const (
	UCUM = "UCUM"
	ISO  = "ISO 4217"
)

// measures are the tables that the files give.
type measures struct {
	// symbols are found as written, names in any case.
	symbols map[string]*measure
	names   language.Lexicon[*measure]
	// wholeOnly are those that count only where the whole text is the number,
	// behindOnly those that count only behind one.
	wholeOnly, behindOnly map[string]bool
	codes                 map[string]*measure
}

var allMeasures = sync.OnceValue(func() *measures {
	t := &measures{symbols: map[string]*measure{}, wholeOnly: map[string]bool{}, behindOnly: map[string]bool{}, codes: map[string]*measure{}}
	for _, file := range []struct{ name, system string }{{"units", UCUM}, {"currencies", ISO}} {
		text, err := measureFiles.ReadFile("data/" + file.name + ".txt")
		if err == nil {
			err = t.read(string(text), file.system)
		}
		if err != nil {
			panic(fmt.Errorf("%s.txt: %w", file.name, err))
		}
	}
	return t
})

// read takes in a file. An error is a mistake in it.
func (t *measures) read(text, system string) error {
	money := system == ISO
	for i, line := range strings.Split(text, "\n") {
		if line == "system none" {
			system = ""
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		key, values, ok := strings.Cut(line, ": ")
		if !ok || !t.line(key, values, system, money) {
			return fmt.Errorf("line %d: cannot read %q", i+1, line)
		}
	}
	return nil
}

// line takes in a line of a key and values.
func (t *measures) line(key, values, system string, money bool) bool {
	command, code, _ := strings.Cut(key, " ")
	m := t.codes[code]
	switch {
	case command == "parts":
		return m != nil && t.setParts(m, values)
	case key == "coins":
		return t.setCoins(values)
	case command == "may":
		if m != nil {
			m.may = strings.Split(values, ", ")
		}
		return m != nil
	case key == "whole":
		fill(t.wholeOnly, values)
	case key == "behind":
		fill(t.behindOnly, values)
	default:
		t.add(&measure{code: key, system: system, money: money}, values)
	}
	return true
}

func fill(set map[string]bool, values string) {
	for word := range strings.SplitSeq(values, ", ") {
		set[word] = true
	}
}

// add takes in "symbols; names". What an earlier line claimed stays with it.
func (t *measures) add(m *measure, values string) {
	symbols, names, _ := strings.Cut(values, ";")
	t.codes[m.code] = m
	t.symbol(m.code, m)
	for symbol := range strings.SplitSeq(symbols, ",") {
		t.symbol(strings.TrimSpace(symbol), m)
	}
	for name := range strings.SplitSeq(names, ",") {
		if name = strings.TrimSpace(name); name != "" {
			if m.name == "" {
				m.name = name
			}
			t.name(name, m)
		}
	}
}

func (t *measures) symbol(symbol string, m *measure) {
	if strings.Contains(symbol, " ") {
		t.name(symbol, m)
	} else if _, taken := t.symbols[symbol]; !taken && symbol != "" {
		t.symbols[symbol] = m
	}
}

func (t *measures) name(name string, m *measure) {
	if _, end, taken := t.names.Find(name, 0); taken && end == len(name) {
		return
	}
	t.names.Add(name, m)
	if last := name[len(name)-1]; 'a' <= last && last <= 'z' && last != 's' {
		t.names.Add(name+"s", m)
	}
}

// setParts reads "12 [in_i]", what m has parts of.
func (t *measures) setParts(m *measure, values string) bool {
	number, part, _ := strings.Cut(values, " ")
	n, err := strconv.ParseInt(number, 10, 64)
	m.parts, m.part = n, t.codes[part]
	return err == nil && m.part != nil
}
