package html

import (
	"encoding/json"
	"strings"
)

// transcluded has the attributes by which Parsoid names the template an element
// comes from.
const transcluded = 1<<attrAbout | 1<<attrDataMW

// A transclusion has the attributes of the last element that begins the output of a
// template. Other elements of that output have the same about.
type transclusion struct{ about, dataMW string }

func (t *transclusion) see(a *attrs) {
	if a.has(attrDataMW) && strings.Contains(a.get(attrTypeOf), "mw:Transclusion") {
		t.about, t.dataMW = a.get(attrAbout), a.get(attrDataMW)
	}
}

// A template is one whose output an element is.
type template struct {
	name string
	// params are the names of its parameters by their values; "" where two have the
	// same value.
	params map[string]string
}

// of is the template that an element comes from.
func (t *transclusion) of(a *attrs) template {
	if t.about == "" || a.get(attrAbout) != t.about {
		return template{}
	}
	return templateOf(decodeAttr(t.dataMW))
}

type parameter struct {
	Text string `json:"wt"`
}

// namedParameters counts those that are not 1, 2, 3.
func namedParameters(params map[string]parameter) (n int) {
	for name := range params {
		if strings.Trim(name, "0123456789") != "" {
			n++
		}
	}
	return n
}

// templateOf reads the name and the parameters of a template out of a data-mw
// attribute (https://www.mediawiki.org/wiki/Specs/HTML). Of several, such as one for
// protection or a hatnote before the box, it is the one with the most named parameters.
func templateOf(dataMW string) template {
	var mw struct {
		Parts []json.RawMessage `json:"parts"`
	}
	if json.Unmarshal([]byte(dataMW), &mw) != nil {
		return template{}
	}
	var best template
	named := -1
	for _, raw := range mw.Parts {
		var part struct {
			Template struct {
				Target struct {
					Text string `json:"wt"`
				} `json:"target"`
				Params map[string]parameter `json:"params"`
			} `json:"template"`
		}
		if json.Unmarshal(raw, &part) != nil || part.Template.Target.Text == "" {
			continue // text between two templates
		}
		out := template{name: printable(collapsed(strings.ReplaceAll(part.Template.Target.Text, "_", " "))), params: map[string]string{}}
		for name, value := range part.Template.Params {
			text := bareText(value.Text)
			if _, twice := out.params[text]; twice {
				name = ""
			}
			out.params[text] = printable(collapsed(name))
		}
		if n := namedParameters(part.Template.Params); n > named {
			best, named = out, n
		}
	}
	return best
}

// bareText is wikitext without the marks of links and emphasis.
func bareText(s string) string {
	if _, label, ok := strings.Cut(s, "|"); ok && strings.HasPrefix(s, "[[") && strings.HasSuffix(s, "]]") && strings.Count(s, "[[") == 1 {
		s = label
	}
	return collapsed(bareMarks.Replace(s))
}

var bareMarks = strings.NewReplacer("[[", "", "]]", "", "'''", "", "''", "")

// parameter is the name of the one parameter whose value a text is, or "".
func (t *template) parameter(text string) string {
	if text == "" || t.params == nil {
		return ""
	}
	return t.params[collapsed(text)]
}
