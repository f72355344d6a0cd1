package prose

import "strings"

// subject returns what a verb of change, text[verb:verbEnd], is about: its
// object if it has one ("increased the budget from"), else the words before it
// in the clause. qs are the quantities before.
func subject(text string, qs []quantity, begin, verb, verbEnd, from int) string {
	if last := endBefore(qs, from); last > verbEnd {
		// A further statement that shares the verb: "... and exports from 5 to 10".
		own := text[last:from]
		return nounPhrase(own[strings.LastIndexByte(own, ',')+1:])
	}
	if o := object(text, begin, verb, text[verbEnd:from]); o != "" {
		return o
	}
	head := text[begin:verb]
	if first, _ := nextPart(head, 0); words.is(first, monthLead|yearLead) {
		// "In 2012 exports rose": the date is not part of the subject.
		if last := endBefore(qs, verb); last > begin {
			head = text[last:verb]
		}
	}
	if np := nounPhrase(head); np != "" {
		return np
	}
	head, _, _ = strings.Cut(text[sentenceAt(text, verb).Start:verb], ",")
	return nounPhrase(head)
}

// endBefore returns the end of the last quantity before byte i, or 0.
func endBefore(qs []quantity, i int) int {
	for j := len(qs) - 1; j >= 0; j-- {
		if qs[j].tail <= i {
			return qs[j].tail
		}
	}
	return 0
}

// object returns the object of a verb, given the text between it and "from".
func object(text string, begin, verb int, between string) string {
	between = trimFillers(between)
	first, end := nextPart(between, 0)
	switch {
	case first == "":
		return ""
	case first == "in" || first == "of":
		if isNounOfChange(text, begin, verb) {
			return nounPhrase(between[end:])
		}
		return ""
	case words.is(first, article):
		return nounPhrase(between)
	case words.is(first, functionWord|monthLead|yearLead):
		return ""
	}
	return nounPhrase(between)
}

// isNounOfChange reports whether the word of change at verb is a noun: "an
// increase in", "the rise of".
func isNounOfChange(text string, begin, verb int) bool {
	if !words.is(text[verb:wordEnd(text, verb)], changeNoun) {
		return false
	}
	w, at := lastWord(text, verb)
	for n := 0; n < 3 && at >= begin && w != ""; n++ {
		if words.is(w, article) {
			return true
		}
		w, at = lastWord(text, at)
	}
	return false
}

// nounPhrase trims a stretch of text to its noun phrase: no article, conjunction
// or possessor before it, no auxiliary or adverb behind it.
func nounPhrase(text string) string {
	text = trimFillers(text)
	for {
		w, end := nextPart(text, 0)
		if !words.is(w, article|conjunction) {
			break
		}
		text = strings.TrimLeft(text[end:], " ,")
	}
	for _, mark := range [...]string{"'s ", "’s "} {
		if i := strings.LastIndex(text, mark); i >= 0 {
			text = text[i+len(mark):]
		}
	}
	// A noun phrase is not longer than a line.
	const line = 120
	if len(text) > line {
		return ""
	}
	return text
}

// trimFillers drops blanks, commas, auxiliaries and adverbs at both ends.
func trimFillers(text string) string {
	for {
		text = strings.Trim(text, " ,\n")
		if w, at := lastWord(text, len(text)); isFiller(w) {
			text = text[:at]
			continue
		}
		w, end := nextPart(text, 0)
		if !isFiller(w) || end == 0 {
			return text
		}
		text = text[end:]
	}
}

func isFiller(w string) bool {
	return words.is(w, auxiliaryWord) || w == "up" || w == "down" || strings.HasSuffix(w, "ly") && len(w) > 5
}

// subjectHan returns the text before 从 in its clause, without its possessor.
func subjectHan(text string, from int) string {
	head := strings.TrimSpace(text[clauseStart(text, from):from])
	if i := strings.LastIndex(head, "的"); i >= 0 {
		head = head[i+len("的"):]
	}
	return head
}
