package html

import (
	"encoding/json"
	"strings"
)

// variant writes what a reader sees of a text that is written differently in the
// variants of a language. Parsoid leaves the element empty and has the texts in an
// attribute, https://www.mediawiki.org/wiki/Specs/HTML/Extensions/LanguageConverter;
// the first is taken.
func (p *parser) variant(a *attrs) {
	if text := printable(plainText(variantText(a.text(attrVariant)))); text != "" {
		if p.inFlow && p.out.Len() == 0 {
			p.flow.textAt(p.at)
		}
		p.out.Literal(text)
	}
}

// variantText is the text for the first variant, without its tags.
func variantText(dataVariant string) string {
	type text struct {
		Text string `json:"t"`
	}
	var rule struct {
		Disabled, Filter, Name *text
		TwoWay, OneWay         []text
	}
	if json.Unmarshal([]byte(dataVariant), &rule) != nil {
		return ""
	}
	for _, t := range []*text{rule.Disabled, rule.Filter, rule.Name} {
		if t != nil {
			return untagged(t.Text)
		}
	}
	for _, t := range append(rule.TwoWay, rule.OneWay...) {
		return untagged(t.Text)
	}
	return ""
}

// untagged is a text without what is between < and >.
func untagged(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "<")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		if _, s, found = strings.Cut(rest, ">"); !found {
			return b.String()
		}
	}
}
