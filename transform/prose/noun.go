package prose

import "strings"

// noun returns the noun that is counted by the number that ends at i, in the
// singular, or "" if none is recognised: "58.7 million urban jobs were" has the
// noun job, "12-member" member, 3.5万人 the word 人.
func (s *scanner) noun(i int) string {
	if end, _, ok := words.counter.after(s.text, i); ok {
		return strings.TrimSpace(s.text[i:end])
	}
	if s.vocabulary.tag != "en" {
		w, end := nextWord(s.text, i)
		if s.vocabulary.links[w] {
			w, _ = nextWord(s.text, end)
		} else if before, noun, ok := strings.Cut(w, "'"); ok && s.vocabulary.links[before] {
			w = noun
		}
		return value(words.counted[s.vocabulary.tag], w)
	}
	if i+1 < len(s.text) && s.text[i] == '-' {
		return hyphenNoun(s.text[i+1 : wordEnd(s.text, i+1)])
	}
	// An adjective or two and a compound may come before the plural.
	const reach = 4
	for n := range reach {
		w, end := nextWord(s.text, i)
		if n == 0 && (w == "more" || w == "other") {
			i = end // 30 more deaths
			continue
		}
		c := words.class(w)
		if w == "" || c&functionWord != 0 {
			return ""
		}
		if n == 0 && c&portionWord != 0 && singular(w) == "" {
			return w // 1/2 cup
		}
		if one := singular(w); one != "" {
			return s.compound(one, end)
		}
		i = end
	}
	return ""
}

// compound returns the last of several plurals in a row: "goods trains".
func (s *scanner) compound(noun string, i int) string {
	w, _ := nextWord(s.text, i)
	if w == "" || words.is(w, functionWord|changeWord|noPlural) {
		return noun
	}
	if last := singular(w); last != "" {
		return last
	}
	return noun
}

// hyphenNoun returns the word behind a hyphen if it is a noun: not a letter, a
// part of a name, or the next number.
func hyphenNoun(w string) string {
	if len(w) < 3 || isUpper(w[0]) || words.is(w, functionWord|scaleWord) {
		return ""
	}
	return w
}

// nextWord returns the word that follows one blank at i, hyphenated parts
// included, and its end.
func nextWord(text string, i int) (string, int) {
	switch {
	case strings.HasPrefix(text[i:], " "):
		i++
	case strings.HasPrefix(text[i:], "\u00a0"):
		i += len("\u00a0")
	default:
		return "", i
	}
	end := wordEnd(text, i)
	for end > i && end+1 < len(text) && text[end] == '-' && isLetter(text[end+1]) {
		end = wordEnd(text, end+1)
	}
	return text[i:end], end
}

// singular returns the singular of a plural noun, or "" if the word is none.
func singular(w string) string {
	if one := value(words.plurals, w); one != "" {
		return one
	}
	n := len(w)
	if n < 4 || w[n-1] != 's' || words.is(w, noPlural) || strings.Contains(w, "'") {
		return ""
	}
	switch w[n-2] {
	case 's', 'u', 'i', '\'':
		return ""
	}
	return cutPlural(w)
}

// cutPlural undoes the rules by which English forms plurals in s.
func cutPlural(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "ies") && n > 4:
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"),
		strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"), strings.HasSuffix(w, "oes"):
		return w[:n-2]
	}
	return w[:n-1]
}
