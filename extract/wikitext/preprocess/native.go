package preprocess

import (
	"strconv"
	"strings"
)

// native are the functions that templates.wiki is written with, beside the parser
// functions. Those without arguments of their own look at the template's.
var native = map[string]function{
	"#sortkey":     func(c *call, s string) string { return c.aside(SortKey, s) },
	"#note":        func(c *call, s string) string { return c.aside(Hidden, s) },
	"#literal":     func(c *call, s string) string { return c.aside(Literal, DecodeEntities(s)) },
	"#each":        eachArgument,
	"#cell":        cellText,
	"#name":        nameText,
	"#cite":        citeText,
	"#url":         urlText,
	"#country":     func(_ *call, s string) string { return countryName(s) },
	"#date":        dateText,
	"#age":         ageText,
	"#frac":        fractionText,
	"#convert":     func(c *call, _ string) string { return convertText(c.f) },
	"#val":         func(c *call, _ string) string { return valText(c.f) },
	"#coord":       func(c *call, _ string) string { return coordText(c.f) },
	"#winpct":      winningPercentage,
	"#populations": func(c *call, _ string) string { return populations(c.f) },
}

// aside keeps a text aside and returns the marker for it, "" for no text.
func (c *call) aside(kind Kind, text string) string {
	if text == "" {
		return ""
	}
	out := c.e.output()
	c.e.strip(out, Strip{Kind: kind, Text: text, Source: c.e.at})
	return c.e.take(out)
}

// eachArgument is {{#each: separator}}: the unnamed arguments that are not empty,
// with the separator as written between them.
func eachArgument(c *call, _ string) string {
	from, to := c.n.part(0)
	_, separator, _ := strings.Cut(c.s[from:to], ":")
	var parts []string
	for _, v := range c.f.positional() {
		if v != "" {
			parts = append(parts, v)
		}
	}
	return strings.Join(parts, separator)
}

// winningPercentage is wins over games, three decimals, as sports tables print it.
func winningPercentage(c *call, first string) string {
	wins, err1 := strconv.Atoi(first)
	losses, err2 := strconv.Atoi(c.trimmed(1))
	draws, err3 := strconv.Atoi(c.trimmed(2))
	games := wins + losses + draws
	if err1 != nil || err2 != nil || err3 != nil || games <= 0 {
		return "–"
	}
	thousandths := ((2*wins+draws)*1000 + games) / (2 * games)
	return strings.TrimPrefix(strconv.FormatFloat(float64(thousandths)/1000, 'f', 3, 64), "0")
}

// populations is a table of years and numbers of people.
func populations(f *frame) string {
	args := f.positional()
	var b strings.Builder
	b.WriteString("\n{|\n! Year !! Population\n")
	for i := 0; i+1 < len(args); i += 2 {
		b.WriteString("|-\n| " + args[i] + " || " + groupDigits(args[i+1]) + "\n")
	}
	b.WriteString("|}\n")
	return b.String()
}

// urlText is {{#url: address | text}}: a link that shows the text, or the address as
// people write it.
func urlText(c *call, address string) string {
	if address == "" {
		return ""
	}
	text := c.trimmed(1)
	if text == "" {
		text = strings.TrimSuffix(address[schemeEnd(address):], "/")
	}
	if schemeEnd(address) == 0 {
		address = "http://" + address
	}
	return "[" + address + " " + text + "]"
}

// schemeEnd is where the :// of an address ends, 0 if it has none.
func schemeEnd(address string) int {
	i := strings.Index(address, "://")
	if i < 0 {
		return 0
	}
	return i + len("://")
}
