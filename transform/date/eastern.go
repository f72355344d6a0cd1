package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/internal/wordlist"
)

// eastern reads what follows a number in Chinese, Japanese and Korean: 2013年3月5日, 3月5日,
// 2013년 3월 5일.
func (s *scanner) eastern(p *point, n, digits int) bool {
	begin := s.At
	s.Spaces()
	switch {
	case digits >= 3 && digits <= 4 && s.TakeAny("年", "년"):
		p.setYear(n)
		s.rule = "year-mark"
		s.easternBehind(p)
		return true
	case digits <= 2 && s.TakeAny("月份", "月", "월"):
		p.setMonth(n)
		s.rule = "month-mark"
		s.easternDay(p)
		return true
	case isCentury(n) && s.TakeAny("世纪", "世紀"):
		p.setCentury(n, false)
		s.rule = "century"
		s.easternDecade(p, n)
		return true
	}
	s.At = begin
	return false
}

// easternBehind reads the month and day, or the quarter, behind 年.
func (s *scanner) easternBehind(p *point) {
	begin := s.At
	s.Spaces()
	if w, ok := s.word(quarter, season, half); ok {
		p.part, p.span, s.rule = w.n, Quarter, "quarter"
		switch w.role {
		case season:
			p.span, s.rule = Season, "season"
		case half:
			p.span, s.rule = Half, "half-year"
		}
		return
	}
	n, ok := s.easternNumber()
	s.Spaces()
	if !ok || !s.TakeAny("月份", "月", "월") {
		s.At = begin
		return
	}
	p.setMonth(n)
	s.easternDay(p)
}

// easternDay reads the day behind 月. In digits it may lack its 日, if nothing else
// follows: 3月12.
func (s *scanner) easternDay(p *point) {
	begin := s.At
	digit := s.IsDigitAt(s.At)
	s.Spaces()
	n, ok := s.easternNumber()
	end := s.At
	s.Spaces()
	switch {
	case ok && s.TakeAny("日", "号", "號", "일"):
		p.setDay(n)
	case ok && digit && n >= 1 && n <= 31 && endsDay(s.Text[end:]):
		p.setDay(n)
		s.At = end
	default:
		s.At = begin
	}
}

// endsDay reports whether the text behind a number makes it nothing but a day.
func endsDay(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || strings.ContainsRune(" \n，。、；）)-–~～", r)
}

// easternDecade reads the decade of 20世纪90年代.
func (s *scanner) easternDecade(p *point, century int) {
	begin := s.At
	n, ok := s.easternNumber()
	if ok && n%10 == 0 && n < 100 && s.Take("年代") {
		p.setYear(100*(century-1) + n)
		p.span, s.rule = Decade, "decade"
		return
	}
	s.At = begin
}

// easternNumber reads a small number in digits or Chinese characters. 元 is the first
// year of an era.
func (s *scanner) easternNumber() (n int, ok bool) {
	if n, digits := s.number(); digits > 0 {
		return n, digits <= 3
	}
	if s.Take("元") {
		return 1, true
	}
	begin := s.At
	n = s.hanziDigits()
	if !s.Take("十") {
		return n, s.At > begin && n < 1000
	}
	if s.At > begin+len("十") {
		n *= 10
	} else {
		n = 10
	}
	return n + s.hanziDigits(), n < 100
}

// hanziDigits reads Chinese digits in a row as they stand: 一〇二 is 102.
func (s *scanner) hanziDigits() (n int) {
	for d := hanziDigit(s.Next()); d >= 0 && n < maxYear; d = hanziDigit(s.Next()) {
		n = n*10 + d
		s.Skip()
	}
	return n
}

// hanziDigit returns the value of a Chinese digit, or -1.
func hanziDigit(r rune) int {
	if i := strings.IndexRune("〇一二三四五六七八九", r); i >= 0 && r != 0 {
		return i / len("一")
	}
	if r == '零' || r == '○' {
		return 0
	}
	return -1
}

// ideographs reads a date that begins with a Chinese character: 平成25年3月14日,
// 二〇一三年三月五日, 公元前221年.
func (s *scanner) ideographs(p *point) bool {
	begin := s.At
	if s.eraYear(p) {
		return true
	}
	if w, ok := s.word(bc, ad); ok {
		s.Spaces()
		if n, digits := s.number(); digits > 0 && digits <= 4 {
			if s.TakeAny("年", "년") {
				p.setEra(n, w.role == bc)
				s.rule = "era"
				s.easternBehind(p)
				return true
			}
			if isCentury(n) && s.TakeAny("世纪", "世紀") {
				p.setCentury(n, w.role == bc)
				s.rule = "century"
				return true
			}
		}
		s.At = begin
	}
	if s.hanziYear(p) {
		return true
	}
	n, ok := s.easternNumber()
	if ok && isCentury(n) && s.TakeAny("世纪", "世紀") {
		p.setCentury(n, false)
		s.rule = "century"
		s.easternDecade(p, n)
		return true
	}
	if ok && s.TakeAny("月份", "月", "월") {
		p.setMonth(n)
		s.rule = "month-mark"
		s.easternDay(p)
		return true
	}
	s.At = begin
	return false
}

// hanziYear reads 二〇一三年.
func (s *scanner) hanziYear(p *point) bool {
	begin := s.At
	n := s.hanziDigits()
	if s.At == begin+4*len("一") && s.TakeAny("年", "년") {
		p.setYear(n)
		s.rule = "year-mark"
		s.easternBehind(p)
		return true
	}
	s.At = begin
	return false
}

// An eraName is the name of an era and its days.
type eraName struct {
	name string
	year int
	// first and last are its days, solar the first that is Gregorian.
	first, last, solar int32
}

// The file explains its format.
//
//go:embed data/eras.txt
var eraFile string

var eras = sync.OnceValue(func() (all []eraName) {
	for line := range wordlist.Lines(eraFile) {
		fields := strings.Fields(line)
		e := eraName{name: fields[0], first: isoDay(fields[1]), last: civil(maxYear, 12, 31)}
		e.year, _, _ = Civil(e.first)
		e.solar = e.first
		if len(fields) > 2 && fields[2] != "-" {
			e.last = isoDay(fields[2])
		}
		if len(fields) > 3 {
			e.solar = isoDay(fields[3])
		}
		all = append(all, e)
	}
	return all
})

// isoDay reads 2013-03-05 from our own file.
func isoDay(text string) int32 {
	var ymd [3]int
	for i, part := range strings.Split(text, "-") {
		ymd[i], _ = strconv.Atoi(part)
	}
	return civil(ymd[0], ymd[1], ymd[2])
}

// eraYear reads 平成25年3月14日. A day outside the era is refused.
func (s *scanner) eraYear(p *point) bool {
	begin := s.At
	for _, e := range eras() {
		if !s.Take(e.name) {
			continue
		}
		s.Spaces()
		n, ok := s.easternNumber()
		if !ok || n == 0 || !s.TakeAny("年", "년") {
			break
		}
		p.setYear(e.year + n - 1)
		s.rule = "era-name"
		s.easternBehind(p)
		if !p.valid() {
			break
		}
		if start, end, _ := p.bounds(); start <= e.last && end >= e.first && (!p.has(hasMonth) || end >= e.solar) {
			return true
		}
		break
	}
	*p = point{approx: p.approx}
	s.At = begin
	return false
}
