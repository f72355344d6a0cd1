package wikitext

import "strings"

// A picture is one in a text. What it means shows only where the text has nothing
// else: a reader who sees "▼ 5" does not read "Decrease 5".
type picture struct{ meaning, file string }

// showing says how much of its pictures a text shows where it has nothing else.
type showing uint8

const (
	showSigns    showing = iota // no more than beside other text: running text
	showMeanings                // what they mean, as a browser shows their alt text: cells
	showFiles                   // the name of a file, or what it means: infoboxes and parameters
)

// signs are the characters that stand for pictures.
const signs = "▲▼−"

// A stretch is a part of the text being written, from one byte to another.
type stretch struct{ start, end int }

// icon writes an icon as the sign that stands for it beside other text.
func (r *inliner) icon(meaning, sign string) {
	r.Write(sign)
	r.pictures = append(r.pictures, picture{meaning: meaning})
}

// strike begins or ends text that is struck out.
func (r *inliner) strike(closing bool) {
	n := len(r.struck)
	switch open := n > 0 && r.struck[n-1].end < 0; {
	case closing && open:
		r.struck[n-1].end = r.Len()
	case !closing && !open:
		r.struck = append(r.struck, stretch{r.Len(), -1})
	}
}

// settle decides at the end of a text what of its pictures and of what is struck out
// is shown. The rest becomes notes.
func (r *inliner) settle(show showing) {
	if show == showSigns {
		return
	}
	r.dropStruck()
	if len(r.pictures) == 0 {
		return
	}
	if strings.Trim(r.Plain(), signs+" \n") != "" {
		for _, i := range r.pictures {
			if !strings.Contains(r.Plain(), i.meaning) {
				r.Note(i.meaning)
			}
		}
		return
	}
	r.Replace(0, "")
	for _, i := range r.pictures {
		switch {
		case show == showMeanings:
			r.Literal(i.meaning)
		case i.file != "":
			r.Literal(i.file)
			r.Note(i.meaning)
		default:
			r.Literal(i.meaning)
		}
		r.Space()
	}
}

// dropStruck takes what is struck out from a text that has more.
func (r *inliner) dropStruck() {
	if len(r.struck) == 0 {
		return
	}
	text := r.Plain()
	var kept strings.Builder
	from := 0
	for _, s := range r.struck {
		if s.end > s.start {
			kept.WriteString(text[from:s.start])
			from = s.end
		}
	}
	kept.WriteString(text[from:])
	rest := strings.TrimSpace(kept.String())
	if from == 0 || rest == "" {
		return
	}
	for i := len(r.struck) - 1; i >= 0; i-- {
		if s := r.struck[i]; s.end > s.start {
			r.Note(strings.Clone(strings.TrimSpace(text[s.start:s.end])))
			r.cutLinks(s)
		}
	}
	lead := len(kept.String()) - len(strings.TrimLeft(kept.String(), " \n"))
	r.cutLinks(stretch{0, lead})
	r.Replace(0, rest)
}

// cutLinks moves the links of the text as if a stretch of it was not there.
func (r *inliner) cutLinks(s stretch) {
	kept := r.Links[:0]
	for _, l := range r.Links {
		if l.Start >= s.start && l.End <= s.end {
			continue
		}
		if l.Start >= s.end {
			l.Start -= s.end - s.start
		}
		if l.End >= s.end {
			l.End -= s.end - s.start
		}
		kept = append(kept, l)
	}
	r.Links = kept
}
