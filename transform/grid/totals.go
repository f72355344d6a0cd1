package grid

import "strings"

// isTotal reports whether row r is a totals row when it is read in the columns
// cols: one of the texts before the first figure is a label such as "Total" or
// "Career total", and behind it there are no fewer figures than texts. bottom
// reports whether no other record follows; if so, "Total members" is a label too.
func (s *survey) isTotal(r int, cols []int, bottom bool) bool {
	for i, c := range cols {
		cell := s.At(r, c)
		text := cell.Plain
		if text == "" || i > 0 && s.At(r, cols[i-1]).same(cell) {
			continue
		}
		if '0' <= text[0] && text[0] <= '9' {
			return false
		}
		label, begins := totalLabel(text)
		if bottom && edgeLabels().has(labelOf(text)) {
			label = true
		}
		if label || begins && bottom {
			numbers, others := s.figures(r, cols[i+1:])
			return numbers > 0 && numbers >= others && (label || others == 0)
		}
	}
	return false
}

// isTopTotal reports whether the first row is a total by a label that counts only at the
// edges of a table: World over the countries.
func (s *survey) isTopTotal(r int, cols []int) bool {
	for i, c := range cols {
		text := s.At(r, c).Plain
		if text == "" || shapeOf(text) == null {
			continue
		}
		numbers, others := s.figures(r, cols[i+1:])
		return len(text) <= maxLabel && edgeLabels().has(labelOf(text)) && numbers > 0 && others == 0
	}
	return false
}

// isSummary reports whether row r, below which no other record follows, sums the table up
// in another way than a total when it is read in the columns cols: the texts before the first figure are labels such as
// "Turnout" or "Average", and behind them there are no fewer figures than texts.
func (s *survey) isSummary(r int, cols []int) bool {
	for i, c := range cols {
		cell := s.At(r, c)
		text := cell.Plain
		if text == "" || i > 0 && s.At(r, cols[i-1]).same(cell) {
			continue
		}
		if '0' <= text[0] && text[0] <= '9' || len(text) > maxLabel {
			return false
		}
		if isSummaryLabel(labelOf(text)) {
			numbers, others := s.figures(r, cols[i+1:])
			return numbers > 0 && numbers >= others
		}
	}
	return false
}

// isSummaryLabel reports whether a text is a label of words/summaries.txt, or several
// with a mark between them: "Registered voters/turnout".
func isSummaryLabel(text string) bool {
	l := summaryLabels()
	if l.has(text) {
		return true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '&' || r == ',' })
	if len(parts) == 1 {
		parts = strings.Split(text, " and ")
	}
	for _, p := range parts {
		if !l.has(strings.TrimSpace(p)) {
			return false
		}
	}
	return len(parts) > 1
}

// BeginsTotal reports whether a text begins with a word that means a total: "Total
// residents". It may also be the name of something: "Total Recall".
func BeginsTotal(text string) bool {
	label, begins := totalLabel(text)
	return label || begins
}

// maxLabel is how long, in bytes, the label of a totals row may be.
const maxLabel = 64

// totalLabel reports whether a text is a label of words/totals.txt, alone or
// followed by a number, a colon or something in parentheses, or ends with one,
// and whether it begins with one.
func totalLabel(text string) (label, begins bool) {
	if text == "" || len(text) > maxLabel {
		return false, false
	}
	text = labelOf(text)
	l := totalLabels()
	if l.has(text) {
		return true, false
	}
	begins, ends := l.ends(text)
	return ends, begins
}

// labelOf cuts off what may follow a label, and marks around it.
func labelOf(text string) string {
	for i := 1; i < len(text); i++ {
		switch b := text[i]; {
		case b == '(', b == '[', b == ':', b == '\n', '0' <= b && b <= '9':
			text = text[:i]
		}
	}
	if isLetter(rune(text[0])) && isLetter(rune(text[len(text)-1])) {
		return text
	}
	return strings.Trim(text, " *†‡:.–—-=")
}

// figures counts the cells of row r in cols that look like numbers, and those
// that have another text than a dash. Years under years are neither: a song called
// World is no sum.
func (s *survey) figures(r int, cols []int) (numbers, others int) {
	for _, c := range cols {
		cell := s.At(r, c)
		if c > 0 && s.At(r, c-1).same(cell) {
			continue
		}
		switch shapeOf(cell.Plain) {
		case number:
			if !s.onlyYears(c) {
				numbers++
			}
		case word, mixed:
			others++
		}
	}
	return numbers, others
}

// onlyYears reports whether all numbers of column c are years in four digits, two or more.
func (s *survey) onlyYears(c int) bool {
	years := 0
	for r := range s.Rows {
		text := s.At(r, c).Plain
		if text == "" || shapeOf(text) != number {
			continue
		}
		if len(text) != 4 || text[0] != '1' && text[0] != '2' || strings.Trim(text, "0123456789") != "" {
			return false
		}
		years++
	}
	return years > 1
}
