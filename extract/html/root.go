package html

import "strings"

// A root is what holds the article of a page: an element by its class or id, by its
// name, or, if it is the zero root, the page itself.
type root struct{ class, name, role string }

// roots are the places where the article may be, the best first. The last is always
// the page itself.
func roots(text string) []root {
	var out []root
	for _, class := range classes().contents {
		if containsFold(text, class) {
			out = append(out, root{class: class})
		}
	}
	if strings.Contains(text, "<main") {
		out = append(out, root{name: "main"})
	}
	if strings.Contains(text, `"main"`) {
		out = append(out, root{role: "main"})
	}
	if strings.Contains(text, "<article") {
		out = append(out, root{name: "article"})
	}
	return append(out, root{})
}

// containsFold looks for a class in the two ways in which pages write it.
func containsFold(text, class string) bool {
	return strings.Contains(text, class) || class == "bodycontent" && strings.Contains(text, "bodyContent")
}

// is reports whether a start tag is the root.
func (r root) is(t *token) bool {
	switch {
	case r.class != "":
		return hasClass(t.attrs.get(attrClass), r.class) || strings.EqualFold(t.attrs.get(attrID), r.class)
	case r.name != "":
		return strings.EqualFold(t.name, r.name)
	case r.role != "":
		return strings.EqualFold(t.attrs.get(attrRole), r.role)
	}
	return false
}
