package wikitext

import "github.com/tidywiki/tidywiki/extract/internal/browser"

// A gap is white space that is written once something follows it.
type gap uint8

const (
	noGap gap = iota
	spaceGap
	lineGap
)

// space says that white space comes before what is written next.
func (r *inliner) space() {
	if r.gap == noGap {
		r.gap = spaceGap
	}
}

// words adds text in which nothing is more than itself, and no two spaces follow
// one another.
func (r *inliner) words(s string) {
	if s == "" {
		return
	}
	if s[0] == ' ' {
		r.space()
		s = s[1:]
	}
	n := len(s)
	if n > 0 && s[n-1] == ' ' {
		r.write(s[:n-1])
		r.space()
		return
	}
	r.write(s)
}

// write adds text without white space at its ends, after the gap before it.
func (r *inliner) write(s string) {
	if s == "" {
		return
	}
	r.closeGap()
	r.chunk = append(r.chunk, s...)
}

func (r *inliner) closeGap() {
	if len(r.chunk) > r.start {
		switch r.gap {
		case spaceGap:
			r.chunk = append(r.chunk, ' ')
		case lineGap:
			r.chunk = append(r.chunk, '\n')
		}
	}
	r.gap = noGap
}

// literal writes text that is not wikitext: white space is collapsed.
func (r *inliner) literal(s string) {
	for len(s) > 0 {
		i := 0
		for i < len(s) && s[i] > ' ' && (s[i] < 0x80 || browser.WideSpace(s[i:]) == 0) {
			i++
		}
		r.write(s[:i])
		if i == len(s) {
			return
		}
		r.space()
		s = s[i+max(1, browser.WideSpace(s[i:])):]
	}
}

func (r *inliner) note(s string) {
	if s != "" {
		r.notes = append(r.notes, s)
	}
}
