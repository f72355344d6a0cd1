package wikitext

import "github.com/tidywiki/tidywiki/extract/internal/substring"

// quotes is what the apostrophes of a line mean. MediaWiki reads them by line
// (Parser::doQuotes): two are italics, three bold, five both; of four or of more
// than five the first ones are apostrophes. Where both italics and bold are left
// open, one bold mark is taken as an apostrophe and italics.
type quotes struct {
	line    string // the line they are counted in
	counted bool
	odd     int // where in it the bold mark is that shows one apostrophe; -1 if none
}

// count goes through the apostrophes of the line. It is put off until some are met
// that may be more than themselves.
func (q *quotes) count() {
	line := q.line
	q.counted, q.odd = true, -1
	bold, italic := 0, 0
	single, multi, space := -1, -1, -1
	for i := 0; i < len(line); i++ {
		if line[i] != '\'' {
			continue
		}
		n := run(line, i)
		switch {
		case n == 2:
			italic++
		case n == 3 || n == 4:
			bold++
			switch at := i + n - 3; {
			case at == 0 || line[at-1] == ' ':
				if space < 0 {
					space = i
				}
			case at > 1 && line[at-2] == ' ' || at == 1:
				if single < 0 {
					single = i
				}
			case multi < 0:
				multi = i
			}
		case n >= 5:
			bold++
			italic++
		}
		i += n - 1
	}
	if bold%2 == 1 && italic%2 == 1 {
		switch {
		case single >= 0:
			q.odd = single
		case multi >= 0:
			q.odd = multi
		default:
			q.odd = space
		}
	}
}

// run is the number of apostrophes at i.
func run(s string, i int) int {
	n := 0
	for i+n < len(s) && s[i+n] == '\'' {
		n++
	}
	return n
}

// apostrophes renders the apostrophes at i of s, a part of the line.
func (r *inliner) apostrophes(s string, i int) int {
	if !r.line.counted {
		r.line.count()
	}
	n := run(s, i)
	shown := 0
	switch {
	case n == 4:
		shown = 1
	case n > 5:
		shown = n - 5
	}
	if at := substring.Offset(r.line.line, s); r.line.odd >= 0 && at >= 0 && at+i == r.line.odd {
		shown++
	}
	r.Write(s[i : i+shown])
	return n
}
