package wikitext

import "strings"

// tag renders the HTML tag at i.
func (r *inliner) tag(s string, i int) int {
	t, ok := tagAt(s, i)
	if !ok {
		r.write("<")
		return 1
	}
	name := lowerName(t.name)
	switch htmlTags[name] {
	case lineBreak, blockTag:
		r.gap = lineGap
	case superTag:
		return t.end - i + r.shifted(s[t.end:], name, superscripts, t)
	case subTag:
		return t.end - i + r.shifted(s[t.end:], name, subscripts, t)
	case hiddenTag:
		inner, length := element(s[t.end:], name)
		if !t.closing && !t.selfDone && length > 0 {
			r.note(strings.TrimSpace(inner))
			return t.end - i + length
		}
	}
	if t.closing || t.selfDone || !hasStyle(t.attrs) || !parseAttrs(t.attrs).hidden {
		return t.end - i
	}
	inner, length := element(s[t.end:], name)
	if length == 0 {
		return t.end - i
	}
	r.note(r.away(inner))
	return t.end - i + length
}

func hasStyle(attrs string) bool {
	return strings.Contains(attrs, "display") || strings.Contains(attrs, "DISPLAY")
}

// element finds the end of an element whose start tag has just been read: its
// content, and the length up to and with its end tag; 0 if there is none.
func element(s, name string) (inner string, length int) {
	depth := 1
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], '<')
		if j < 0 {
			return "", 0
		}
		i += j
		t, ok := tagAt(s, i)
		if !ok {
			i++
			continue
		}
		if strings.EqualFold(t.name, name) && !t.selfDone {
			if !t.closing {
				depth++
			} else if depth--; depth == 0 {
				return s[:i], t.end
			}
		}
		i = t.end
	}
	return "", 0
}

// The digits and signs that Unicode has raised and lowered.
var (
	superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷",
		"8", "⁸", "9", "⁹", "+", "⁺", "-", "⁻", "−", "⁻", "–", "⁻", "=", "⁼", "(", "⁽", ")", "⁾")
	subscripts = strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇",
		"8", "₈", "9", "₉", "+", "₊", "-", "₋", "−", "₋", "–", "₋", "=", "₌", "(", "₍", ")", "₎")
)

// shifted renders a raised or lowered number as Unicode has it, so that a number
// keeps its exponent: 10<sup>6</sup> is 10⁶. Other content is rendered as usual.
func (r *inliner) shifted(s, name string, to *strings.Replacer, t htmlTag) int {
	if t.closing || t.selfDone {
		return 0
	}
	inner, length := element(s, name)
	if length == 0 {
		return 0
	}
	digits := strings.TrimSpace(decodeEntities(inner))
	if !isShiftable(digits) {
		return 0
	}
	r.write(to.Replace(digits))
	return length
}

func isShiftable(s string) bool {
	digits := false
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits = true
		case !strings.ContainsRune("+-−–=()", c):
			return false
		}
	}
	return digits
}
