package number

import "unicode/utf8"

// A tally adds up a numeral in Chinese characters: 四千零五万 is 4005 x 10^4.
// Thousands below a great power (万, 亿, 兆) gather in section, what is complete in
// total; digit waits for its power.
type tally struct {
	total, section, digit Decimal
	waiting               bool
	// small and great are the last power below 10^4 and above in their section and
	// in all, 4 and 100 before there is one.
	small, great int32
	// last is the last power seen; 0 if none was, -1 behind a zero.
	last int32
	// digits counts the digits at the beginning, of which 二〇一三 has four.
	digits, zeros int
	// steps counts what was taken in, numbers the digits and figures of it.
	steps, numbers int
}

// read takes in the numeral at At. ok is false if there is none.
func (t *tally) read(s *scanner) (ok bool) {
	t.small, t.great = 4, 100
	start, end := s.At, s.At
	for t.steps < maxScale && t.next(s) {
		t.steps++
		end = s.At
		s.skipHanziSpace()
	}
	s.At = end
	if t.steps == 0 || t.great == 100 && t.small == 4 && t.digits > 1 && !t.positional() {
		s.At = start
		return false
	}
	return true
}

// positional reports whether digits without powers are a number rather than a few
// guesses: 二〇一三 is, 三四 (three or four) is not.
func (t *tally) positional() bool { return t.digits > 2 || t.zeros > 0 }

// skipHanziSpace skips white space before a further character of the numeral, or a
// figure and its power: 7万 5千.
func (s *scanner) skipHanziSpace() {
	start := s.At
	s.Spaces()
	behind := s.Cursor
	for behind.IsDigitAt(behind.At) {
		behind.Skip()
	}
	r := behind.Next()
	if _, ok := hanziDigit(r); (!ok || behind.At > s.At) && hanziPower(r) == 0 {
		s.At = start
	}
}

// next takes in the next character or figure.
func (t *tally) next(s *scanner) bool {
	r := s.Next()
	taken := false
	if d, ok := hanziDigit(r); ok {
		taken = t.addDigit(d)
		t.numbers++
	} else if power := hanziPower(r); power >= 4 {
		taken = !s.unitPrefix(r) && t.addGreat(power)
	} else if power > 0 {
		taken = !s.unitPrefix(r) && t.addSmall(power, s)
	} else if s.IsDigitAt(s.At) && !t.waiting {
		return t.addFigure(s)
	}
	if taken {
		s.Skip()
	}
	return taken
}

// unitPrefix reports whether the 千 or 兆 at At is the kilo or mega of 千克 or 兆瓦. It
// is none in 千克拉, thousand carats.
func (s *scanner) unitPrefix(r rune) bool {
	if r != '兆' && r != '千' {
		return false
	}
	names := &allMeasures().names
	_, prefixed, ok := names.Find(s.Text, s.At)
	_, bare, _ := names.Find(s.Text, s.At+utf8.RuneLen(r))
	return ok && prefixed >= bare
}

func (t *tally) addDigit(d int64) bool {
	if t.last == 0 && t.section.Sign() == 0 && t.total.Sign() == 0 {
		// Still no power: digits in a row, as in a year.
		if t.digits == int64Digits {
			return false
		}
		t.digits++
		if d == 0 {
			t.zeros++
		}
		t.digit = Decimal{coeff: t.digit.coeff*10 + d}
		t.waiting = true
		return true
	}
	if t.waiting {
		return false
	}
	if d == 0 {
		t.last = -1
		return true
	}
	t.digit, t.waiting = Decimal{coeff: d}, true
	return true
}

func (t *tally) addFigure(s *scanner) bool {
	var f figure
	ok := s.figure(s.At, &f)
	var v Value
	if !ok || !s.read(&f, &v) {
		return false
	}
	s.At = f.end
	t.numbers++
	t.digit, t.waiting = v.Value, true
	if f.digits > 1 {
		// 3万4000 has four thousand, 3万4 forty thousand.
		t.last = -1
	}
	return true
}

// addSmall takes in 十, 百 or 千. At the beginning 百 needs a digit behind it, for
// it is in many words.
func (t *tally) addSmall(power int32, s *scanner) bool {
	if power >= t.small || t.digits > 1 {
		return false
	}
	if t.steps == 0 && power > 1 {
		behind, _ := utf8.DecodeRuneInString(s.Text[s.At+len("百"):])
		if _, ok := hanziDigit(behind); !ok && hanziPower(behind) == 0 && behind != '分' {
			return false
		}
	}
	if t.digit.Sign() == 0 {
		t.digit = Decimal{coeff: 1}
	}
	t.digit.exp += power
	t.section = t.section.Add(t.digit)
	t.settle(power)
	t.small = power
	return true
}

// addGreat takes in 万, 亿 or 兆. One that is greater than the last multiplies all
// before it: 一万五千亿.
func (t *tally) addGreat(power int32) bool {
	if t.steps == 0 || t.digits > 1 {
		return false
	}
	t.section = t.section.Add(t.digit)
	if t.section.Sign() == 0 || power > t.great {
		t.section, t.total = t.section.Add(t.total), Decimal{}
	}
	if t.section.Sign() == 0 {
		return false
	}
	t.section.exp += power
	t.total = t.total.Add(t.section)
	t.section = Decimal{}
	t.settle(power)
	t.small, t.great = 4, power
	return true
}

func (t *tally) settle(power int32) {
	t.digit, t.waiting, t.last = Decimal{}, false, power
}

// sum returns the whole. A digit at the end counts in the power below the last:
// 九百九 is 990, but 九百零九 is 909.
func (t *tally) sum() Decimal {
	if t.waiting && t.last > 1 {
		t.digit.exp += t.last - 1
	}
	return t.total.Add(t.section).Add(t.digit)
}
