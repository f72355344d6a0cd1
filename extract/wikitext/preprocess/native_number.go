package preprocess

import (
	_ "embed"
	"maps"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// units.txt has the unit codes of {{convert}} with the sign a reader sees, two
// words a line. Codes that are signs already need no line.
//
//go:embed units.txt
var unitsText string

var units = sync.OnceValue(func() map[string]string { return pairs(unitsText) })

// pairs reads lines of a word and its meaning.
func pairs(text string) map[string]string {
	out := map[string]string{}
	maps.Insert(out, wordlist.Pairs(text))
	return out
}

// fractionText is {{#frac: a | b | c}}: 1/b, a/b or a b/c as {{frac}} prints it, in
// one character where Unicode has it.
func fractionText(c *call, a string) string {
	whole, num, den := "", a, c.trimmed(1)
	if third := c.trimmed(2); third != "" {
		whole, num, den = a, c.trimmed(1), third
	} else if den == "" {
		num, den = "1", a
	}
	if v := vulgar[num+"/"+den]; v != "" {
		return whole + v
	}
	if whole != "" {
		whole += " "
	}
	return whole + num + "/" + den
}

var vulgar = map[string]string{"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖",
	"3/5": "⅗", "4/5": "⅘", "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞"}

// valText is {{val}}: number, uncertainty, power of ten and unit.
func valText(f *frame) string {
	args := f.positional()
	if len(args) == 0 {
		return ""
	}
	s := f.value("p") + groupDigits(args[0])
	switch {
	case len(args) == 2 && strings.HasPrefix(args[1], "("):
		s += args[1]
	case len(args) == 2 && args[1] != "":
		s += "±" + args[1]
	case len(args) > 2:
		s += " +" + args[1] + " −" + strings.TrimPrefix(args[2], "-")
	}
	if e := f.value("e"); e != "" {
		s += "×10<sup>" + e + "</sup>"
	}
	for _, name := range []string{"u", "ul", "upl"} {
		if u := f.value(name); u != "" {
			s += " " + unitSign(u)
		}
	}
	for _, name := range []string{"up", "upl"} {
		if u := f.value(name); u != "" {
			s += "/" + unitSign(u)
		}
	}
	return s + f.value("s")
}
