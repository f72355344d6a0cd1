// Package wordlist reads the lists that say what the words of markup mean, so that
// a language is added to a text and not to code.
//
//	# options of files
//	frame: thumb, miniatur
//	file: file
//
// is the three pairs frame thumb, frame miniatur and file file.
package wordlist

import (
	"iter"
	"strings"
)

// All goes through the pairs of kind and word in order. Lines that begin with # and
// lines without a colon say nothing.
func All(text string) iter.Seq2[string, string] {
	return func(yield func(kind, word string) bool) {
		for line := range strings.Lines(text) {
			kind, list, ok := strings.Cut(strings.TrimSpace(line), ":")
			if !ok || strings.HasPrefix(line, "#") {
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
