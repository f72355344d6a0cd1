package prose

import (
	"strings"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/transform/number"
)

// An answer is found when it is first asked for.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

func isHan(r rune) bool {
	return '\u3400' <= r && r <= '\u9fff' || '\uf900' <= r && r <= '\ufaff' || r == '〇' || r >= 0x20000 && r <= 0x323af
}

// isHiragana reports whether r is of the syllables that Japanese writes between words:
// a number may be beside them.
func isHiragana(r rune) bool { return 'ぁ' <= r && r <= 'ゖ' }

// isNumeral reports whether a Chinese number may begin with r.
func isNumeral(r rune) bool {
	switch r {
	case '零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿',
		'两', '兩', '廿', '卅', '萬', '億', '兆', '壹', '贰', '貳', '叁', '參', '肆', '伍', '陆', '陸', '柒', '捌', '玖',
		'拾', '佰', '仟', '第', '负', '負', '半':
		return true
	}
	return false
}

// beginsHan reports whether a number or a date may begin with the character r at i:
// a numeral or the name of an era.
func (s *scanner) beginsHan(i int, r rune) bool {
	if isNumeral(r) {
		return true
	}
	_, _, ok := words.era.after(s.text, i)
	return ok
}

// readsHanzi reports whether the text is Chinese or Japanese: because the page
// is, or because most letters are. On a page of a known language the text must be
// sentences: 第十二届 in brackets is a name.
func (s *scanner) readsHanzi() bool {
	if s.hanzi == unasked {
		s.hanzi = no
		lang := primary(s.ctx.Language)
		if lang != "zh" && lang != "ja" && (lang == "" || strings.Contains(s.text, "。")) {
			if han, words := countScripts(s.text); han > words {
				lang, s.foreign = "zh", true
				s.setLanguage(lang)
			}
		}
		if lang == "zh" || lang == "ja" {
			s.hanzi = yes
		}
	}
	return s.hanzi == yes
}

// isNumberHan reports whether a number in Chinese characters is one: a single
// character needs a measure word, a unit or a word before it that takes numbers,
// as 一 is also part of 统一 and 一些.
func (s *scanner) isNumberHan(q *quantity, first rune) bool {
	numeral := s.text[q.Span.Start:q.Span.End]
	if q.Number.Kind != number.Plain || q.Number.Unit != "" || len(numeral) > 2*3 {
		return true
	}
	if strings.HasPrefix(s.text[q.Span.End:], "个半") || strings.HasPrefix(s.text[q.Span.End:], "個半") {
		return true
	}
	if len(numeral) == 2*3 && !isDigitPair(numeral) {
		return true
	}
	if _, _, ok := words.counter.after(s.text, q.Span.End); ok {
		return true
	}
	if _, _, ok := words.tenth.after(s.text, q.Span.End); ok {
		_, _, word := words.idiom.after(s.text, q.Span.End)
		return !word
	}
	if _, _, ok := words.durations.after(s.text, q.Span.End); ok || q.lead < q.Span.Start || q.tail > q.Span.End {
		return true
	}
	if len(numeral) == 2*3 {
		return false
	}
	_, _, ok := words.copula.before(s.text, q.lead)
	return ok && !s.runsOn(q.Span.End)
}

// pair reads two digits that follow each other as the ends of a range, if a measure
// word is behind them: 七八个人.
func (s *scanner) pair(i int) (end int, ok bool) {
	const size = len("七")
	if i+2*size > len(s.text) {
		return i, false
	}
	end = i + 2*size
	a, ok1 := number.Parse(s.text[i:i+size], &s.plain)
	b, ok2 := number.Parse(s.text[i+size:end], &s.plain)
	if !ok1 || !ok2 || !a.Words || !b.Words || b.Value.Cmp(a.Value.Add(one)) != 0 || b.Value.Cmp(number.NewDecimal(9, 0)) > 0 {
		return i, false
	}
	if _, _, counted := words.counter.after(s.text, end); !counted {
		if _, _, timed := words.durations.after(s.text, end); !timed {
			return i, false
		}
	}
	a.Range, a.Lower, a.Upper, a.HasLower, a.HasUpper = true, a.Value, b.Value, true, true
	a.Value, a.Printed = number.Decimal{}, number.Decimal{}
	return s.addNumber(a, i, end)
}

// isDigitPair reports whether two characters are two digits side by side: 三五 is
// "a few" rather than 35.
func isDigitPair(numeral string) bool {
	for _, r := range numeral {
		switch r {
		case '十', '百', '千', '万', '亿', '萬', '億', '兆', '拾', '佰', '仟', '第', '负', '負', '半', '廿', '卅', '打':
			return false
		}
	}
	return true
}

// runsOn reports whether the number at i runs on into a word: 四川.
func (s *scanner) runsOn(i int) bool {
	if _, _, ok := words.particle.after(s.text, i); ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	return isHan(r)
}
