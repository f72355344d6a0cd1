package wikitext

import "strings"

// variantLanguages are those whose wikis convert between scripts
// (https://www.mediawiki.org/wiki/Writing_systems/Syntax).
var variantLanguages = map[string]bool{"zh": true, "sr": true, "sh": true, "kk": true, "ku": true, "uz": true, "tg": true,
	"iu": true, "shi": true, "gan": true, "crh": true, "ban": true, "tly": true}

// hasVariants reports whether the pages of a language may have language variants.
func hasVariants(language string) bool {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	return variantLanguages[base]
}

// variant renders the -{...}- at i, if the page's language has such: the text for
// the first variant, nothing of a rule that is only stated.
func (r *inliner) variant(s string, i int) int {
	if r.p.variants {
		if end := strings.Index(s[i+2:], "}-"); end >= 0 {
			r.inlineText(variantText(s[i+2 : i+2+end]))
			return end + 4
		}
	}
	r.Write("-")
	return 1
}

// variantText is what a reader sees of the inside of a variant.
func variantText(s string) string {
	flags, rest, ok := strings.Cut(s, "|")
	if ok && strings.Trim(flags, "ABDEFGHILMNOPRSTW-; ") == "" {
		if strings.ContainsAny(flags, "HT-") {
			return ""
		}
		if s = rest; strings.Contains(flags, "R") {
			return s
		}
	}
	rule, _, _ := strings.Cut(s, ";")
	if code, text, ok := strings.Cut(rule, ":"); ok && isCode(code) {
		return strings.TrimSpace(text)
	}
	return s
}

// isCode reports whether s can be the code of a language variant: zh-hans, sr-ec.
func isCode(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 2 && len(s) <= 10 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz-") == ""
}
