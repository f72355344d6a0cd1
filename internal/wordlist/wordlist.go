// Package wordlist reads the lists of words that are embedded in the program, so that a
// language is added to a text file and not to code.
//
//	# options of files
//	frame: thumb, miniatur
//	file: file
//
// [All] gives the pairs frame thumb, frame miniatur and file file; [Lines] gives the two
// lines. Blank lines and comments, which begin with "# ", are left out.
package wordlist

import (
	"iter"
	"strings"
)

// Lines returns the lines of a list without white space around them.
func Lines(text string) iter.Seq[string] {
	return func(yield func(line string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line != "" && !strings.HasPrefix(line, "# ") && !yield(line) {
				return
			}
		}
	}
}

// All returns the pairs of kind and word of lines "kind: word, word". Lines without a
// colon mean nothing.
func All(text string) iter.Seq2[string, string] {
	return func(yield func(kind, word string) bool) {
		for line := range Lines(text) {
			kind, list, ok := strings.Cut(line, ":")
			if !ok {
				continue
			}
			for word := range strings.SplitSeq(list, ",") {
				if !yield(kind, strings.TrimSpace(word)) {
					return
				}
			}
		}
	}
}

// Pairs returns the first word and the rest of each line. Lines of one word mean nothing.
func Pairs(text string) iter.Seq2[string, string] {
	return func(yield func(word, rest string) bool) {
		for line := range Lines(text) {
			if word, rest, ok := strings.Cut(line, " "); ok && !yield(word, strings.TrimSpace(rest)) {
				return
			}
		}
	}
}

// Set returns the lines as a set.
func Set(text string) map[string]bool {
	set := map[string]bool{}
	for line := range Lines(text) {
		set[line] = true
	}
	return set
}
