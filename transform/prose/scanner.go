package prose

import (
	"unicode"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

// A scanner walks over texts and collects their quantities. It may be used for
// one text after another.
type scanner struct {
	ctx  pageContext
	text string
	out  []quantity
	// doubts are the numeric dates that are left out.
	doubts []doubt
	// hanzi reports whether numerals in Chinese characters are numbers in this text.
	hanzi answer
	// foreign reports whether the text before was read in another language than the page's.
	foreign bool
	// plain and the others are the hints a number is read with.
	plain, fraction, ratio, roman number.Hint
	dates                         date.Hint
	vocabulary                    *vocabulary
}

func newScanner(ctx pageContext) *scanner {
	s := &scanner{ctx: ctx}
	s.setLanguage(primary(ctx.Language))
	return s
}

// setLanguage sets the language the hints are for.
func (s *scanner) setLanguage(language string) {
	s.vocabulary = vocabularyOf(language)
	// Where dates are written from the year down, 16/5 is a fraction.
	s.plain = number.Hint{Language: language, Currency: yen[language], Fraction: language == "zh" || language == "ja"}
	s.fraction, s.ratio, s.roman = s.plain, s.plain, s.plain
	s.fraction.Fraction, s.ratio.Ratio, s.roman.Roman = true, true, true
	s.dates = date.Hint{Language: language}
}

// yen is what ¥ means on pages of a language.
var yen = map[string]string{"zh": "CNY", "ja": "JPY"}

// primary returns the first subtag of a language tag.
func primary(tag string) string {
	for i := 0; i < len(tag); i++ {
		if tag[i] == '-' || tag[i] == '_' {
			return tag[:i]
		}
	}
	return tag
}

// scan replaces out by the quantities of text.
func (s *scanner) scan(text string) {
	s.text, s.out, s.doubts, s.hanzi = text, s.out[:0], s.doubts[:0], unasked
	if s.foreign {
		s.setLanguage(primary(s.ctx.Language))
		s.foreign = false
	}
	s.walk()
	if len(s.out) > 0 {
		s.finish()
	}
}

// What a byte may begin.
const (
	nothing = iota
	aWord
	aFigure
	aSign
	aReference
	aWideRune
)

var begins = func() (t [256]uint8) {
	for c := range t {
		switch {
		case isLetter(byte(c)):
			t[c] = aWord
		case isDigit(byte(c)):
			t[c] = aFigure
		case c >= utf8.RuneSelf:
			t[c] = aWideRune
		}
	}
	for _, c := range "+-.$<>~" {
		t[c] = aSign
	}
	t['['], t['#'] = aReference, aReference
	return t
}()

// walk looks at the places where a quantity may begin. Each of the methods it
// calls is given such a place, which is never inside a word or number, and
// returns where to go on.
func (s *scanner) walk() {
	for i := 0; i < len(s.text); {
		switch begins[s.text[i]] {
		case aWord:
			i = s.word(i)
		case aFigure:
			i = s.figure(i)
		case aSign:
			i = s.sign(i)
		case aReference:
			i = skipReference(s.text, i)
		case aWideRune:
			i = s.wide(i)
		default:
			i++
		}
	}
}

// wide looks at a character beyond ASCII.
func (s *scanner) wide(i int) int {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch {
	case isHan(r):
		if s.beginsHan(i, r) && s.readsHanzi() && !s.isIdiom(i, i+size) {
			if end, ok := s.quantity(i); ok {
				return end
			}
			if end, ok := s.pair(i); ok {
				return end
			}
			if end, ok := s.halfHan(i); ok {
				return end
			}
		}
	case isHiragana(r):
	case unicode.IsLetter(r):
		return s.word(i)
	case isSign(r):
		return s.signAt(i, size)
	case unicode.Is(unicode.Nd, r) || isFraction(r):
		if end, ok := s.quantity(i); ok {
			return end
		}
	}
	return i + size
}

// quantity reads the date or number that begins at i.
func (s *scanner) quantity(i int) (end int, ok bool) {
	if end, ok := s.date(i); ok {
		return end, true
	}
	return s.number(i, &s.plain)
}

// number reads the number that begins at i.
func (s *scanner) number(i int, hint *number.Hint) (end int, ok bool) {
	v, end, ok := number.Scan(s.text, i, hint)
	if !ok || !s.closes(end) {
		return i, false
	}
	return s.addNumber(v, i, end)
}

// closes reports whether a quantity may end at i: not inside a word, number or
// identifier.
func (s *scanner) closes(i int) bool {
	if i == len(s.text) {
		return true
	}
	c := s.text[i]
	switch {
	case isDigit(s.text[i-1]) && isWordByte(c), isLetter(s.text[i-1]) && isWordByte(c), c == '_', c == '@':
		return false
	case c == '\'' && i+1 < len(s.text) && s.text[i+1] == 's':
		return false
	case c == '.' || c == '/' || c == ':' || c == '\'':
		return i+1 == len(s.text) || !isDigit(s.text[i+1])
	case c < utf8.RuneSelf:
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return isHan(r) || isHiragana(r) || !unicode.IsLetter(r) || !isLetter(s.text[i-1])
}
