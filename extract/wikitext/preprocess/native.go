package preprocess

import (
	"strconv"
	"strings"

	"github.com/tidywiki/tidywiki/extract/internal/icon"
)

// native are the functions that templates.wiki is written with, beside the parser
// functions. Those without arguments of their own look at the template's.
var native = map[string]function{
	"#sortkey":  func(c *call, s string) string { return c.aside(SortKey, s) },
	"#note":     func(c *call, s string) string { return c.aside(Hidden, s) },
	"#literal":  func(c *call, s string) string { return c.aside(Literal, DecodeEntities(s)) },
	"#icon":     iconText,
	"#each":     eachArgument,
	"#for":      forEach,
	"#group":    eachGroup,
	"#split":    eachPart,
	"#item":     itemOf,
	"#outer":    outerArgument,
	"#given":    isGiven,
	"#row":      tableRow,
	"#newcell":  newCell,
	"#cell":     cellText,
	"#name":     nameText,
	"#cite":     citeText,
	"#url":      urlText,
	"#country":  func(c *call, s string) string { return countryName(s, c.e.opt.Language) },
	"#date":     dateText,
	"#age":      ageText,
	"#days":     daysText,
	"#tableend": tableEnd,
	"#frac":     fractionText,
	"#convert":  func(c *call, _ string) string { return convertText(c.f) },
	"#val":      func(c *call, _ string) string { return valText(c.f) },
	"#coord":    func(c *call, _ string) string { return coordText(c.f) },
	"#winpct":   winningPercentage,
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

// iconText is {{#icon: meaning | sign}}: a picture that shows a sign, or nothing, beside
// other text, and its meaning where it is all that there is.
func iconText(c *call, meaning string) string {
	if meaning == "" {
		return ""
	}
	out := c.e.output()
	sign := c.trimmed(1)
	if sign != "" && !c.beforeNumber() {
		sign = ""
	}
	c.e.strip(out, Strip{Kind: Icon, Text: meaning, Sign: sign, Source: c.e.at})
	return c.e.take(out)
}

// beforeNumber reports whether more text follows the template that this function is
// in, on its line, and that has no sign of its own.
func (c *call) beforeNumber() bool {
	e := c.e
	if e.working < 2 {
		return false
	}
	outer := e.calls[e.working-2]
	rest := outer.s[outer.n.end:]
	rest = rest[:min(len(rest), maxAttrs)]
	rest, _, _ = strings.Cut(rest, "\n")
	rest = strings.TrimSpace(strings.ReplaceAll(rest, "&nbsp;", " "))
	for _, end := range []string{"|", "}}", "<ref", "<br", "<!--"} {
		if strings.HasPrefix(rest, end) {
			return false
		}
	}
	return icon.Precedes(rest)
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
