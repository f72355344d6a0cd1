package column

import (
	"strings"
	"sync"
)

// A kind is a kind of words that headers and keys have; each is a file of the folder words.
type kind int

const (
	yearKind kind = iota
	countKind
	monthKind
	durationKind
	nameKind
	versionKind
	timeKind
	rankKind
	financeKind
	peopleKind
	changeKind
	placeKind
	heightKind
	kindCount
)

var kindFiles = [kindCount]string{"years", "counts", "months", "durations", "names", "versions", "times", "ranks",
	"finance", "people", "changes", "places", "heights"}

// A kindIndex finds the kinds of a word with one look: a bit for each.
type kindIndex struct {
	words, whole map[string]uint16
	parts        []kindPart
}

// A kindPart may begin or end a longer word.
type kindPart struct {
	text  string
	kinds uint16
}

var kindsOfWords = sync.OnceValue(func() *kindIndex {
	x := &kindIndex{words: map[string]uint16{}, whole: map[string]uint16{}}
	parts := map[string]int{}
	for k, file := range kindFiles {
		l, bit := newLexicon(wordFile(file)), uint16(1)<<k
		for word := range l.words {
			x.words[word] |= bit
		}
		for word := range l.whole {
			x.whole[word] |= bit
		}
		for _, part := range l.parts {
			if _, known := parts[part]; !known {
				parts[part] = len(x.parts)
				x.parts = append(x.parts, kindPart{text: part})
			}
			x.parts[parts[part]].kinds |= bit
		}
	}
	return x
})

// A kindFinding has the index of the last word of each kind in a text, counted from 1, or
// 0, and the number of words.
type kindFinding struct {
	last  [kindCount]int
	words int
}

func (f *kindFinding) has(k kind) bool { return f.last[k] > 0 }

// findKinds looks up the words of a header text.
func findKinds(text string) (f kindFinding) {
	x, lower := kindsOfWords(), strings.ToLower(text)
	for word := range strings.FieldsFuncSeq(lower, notWord) {
		f.words++
		f.set(x.of(word))
	}
	if f.words == 1 {
		f.set(x.whole[strings.TrimFunc(lower, notWord)])
	}
	return f
}

func (f *kindFinding) set(kinds uint16) {
	for k := 0; kinds != 0; k, kinds = k+1, kinds>>1 {
		if kinds&1 != 0 {
			f.last[k] = f.words
		}
	}
}

// of returns the kinds of a word in lower case.
func (x *kindIndex) of(word string) uint16 {
	kinds := x.words[word]
	for i := range x.parts {
		if p := &x.parts[i]; p.kinds&^kinds != 0 && (strings.HasPrefix(word, p.text) || strings.HasSuffix(word, p.text)) {
			kinds |= p.kinds
		}
	}
	return kinds
}
