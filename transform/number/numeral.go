package number

// numeral reads a number in words: five, twenty-one, one hundred and five
// thousand, twelfth, two thirds, half a million.
func (s *scanner) numeral(v *Value) bool {
	start := s.At
	w, ok := s.word(cardinal, ordinal, half, article)
	if !ok {
		_, _, bare := s.words.bare.Find(s.Text, s.At)
		return bare && s.cardinals(v, word{cardinal, 1})
	}
	switch {
	case w.role == ordinal:
		v.setWord(Decimal{coeff: int64(w.n)}, Ordinal, "ordinal-word")
		return true
	case w.role == cardinal && s.cardinals(v, w):
		return true
	case w.role == half && s.halfScale(v), w.role == article && (s.aScale(v) || s.aPart(v)):
		return true
	}
	s.At = start
	return false
}

func (v *Value) setWord(d Decimal, kind Kind, rule string) {
	v.set(d, 0)
	v.Kind, v.Rule, v.Words = kind, rule, true
}

// A count adds up the words of a numeral: total holds what is complete up to the
// last great scale word, current what still waits for one.
type count struct {
	total, current Decimal
	// last is the value of the last word below a hundred, or -1 behind a scale word.
	last int
	// scale is the power of the last great scale word, which must go down.
	scale int
	// printed is what was before the one scale word, if one ends the numeral.
	printed Decimal
	scales  int
}

// cardinals reads on behind the first word of a numeral.
func (s *scanner) cardinals(v *Value, first word) bool {
	c := count{last: -1, scale: 1000}
	c.add(first.n)
	for {
		start := s.At
		w, ok := s.following()
		if ok && w.role == ordinal && (c.fits(w.n) || w.n >= 100 && c.multiply(powerOf(w.n))) {
			if w.n < 100 {
				c.add(w.n)
			}
			v.setWord(c.sum(), Ordinal, "ordinal-word")
			return true
		}
		if !ok || w.role == scale && !c.multiply(w.n) || w.role != scale && !c.fits(w.n) {
			s.At = start
			break
		}
		if w.role == cardinal {
			c.add(w.n)
		}
	}
	if c.scales == 0 && s.fractionWord(v, c.current) {
		return true
	}
	c.set(v)
	s.andHalf(v)
	s.spoken(v)
	return true
}

// powerOf returns the power of ten of hundredth and thousandth.
func powerOf(n int) (power int) {
	for ; n >= 10; n /= 10 {
		power++
	}
	return power
}

// following reads the next word of a numeral behind a space, a hyphen or an "and".
func (s *scanner) following() (w word, ok bool) {
	s.joint()
	begin := s.At
	if _, ok := s.word(and); ok {
		s.joint()
		if w, ok = s.word(cardinal, ordinal); ok && w.n > 0 {
			return w, true
		}
		s.At = begin
		return word{}, false
	}
	return s.word(cardinal, scale, ordinal)
}

// joint reads the space or hyphen between two words.
func (s *scanner) joint() {
	s.Take(",")
	if before := s.At; s.skipSpace() == before && (s.Next() == '-' || s.Next() == '‐') {
		s.Skip()
	}
}

func (s *scanner) skipSpace() int {
	s.Space()
	return s.At
}

// fits reports whether a number may follow: one behind twenty, any below a hundred
// behind a hundred, and hundreds behind a great scale word.
func (c *count) fits(n int) bool {
	if n >= 100 {
		// zwei Millionen dreihundert
		return n < 1000 && c.current.Sign() == 0
	}
	return c.last < 0 || c.last >= 20 && c.last%10 == 0 && 0 < n && n < 10
}

func (c *count) add(n int) {
	c.current = c.current.Add(Decimal{coeff: int64(n)})
	if c.last = n; n >= 100 {
		c.last = -1
	}
}

// multiply applies a scale word. ok is false if it cannot follow.
func (c *count) multiply(power int) (ok bool) {
	if c.current.Sign() == 0 {
		return false
	}
	if power == 2 {
		if c.last < 0 || c.last >= 100 {
			return false
		}
		c.current.exp += 2
		c.last = -1
		return true
	}
	if power >= c.scale {
		return false
	}
	c.printed, c.scale = c.current, power
	c.scales++
	c.current.exp += int32(power)
	c.total = c.total.Add(c.current)
	c.current, c.last = Decimal{}, -1
	return true
}

func (c *count) sum() Decimal { return c.total.Add(c.current) }

func (c *count) set(v *Value) {
	v.setWord(c.sum(), Plain, "numeral-word")
	if c.scales == 1 && c.current.Sign() == 0 {
		v.Printed, v.Scale = c.printed, Decimal{coeff: 1, exp: int32(c.scale)}
	}
}

// spoken reads the decimals of "three point one four".
func (s *scanner) spoken(v *Value) {
	start := s.At
	s.Space()
	if _, ok := s.word(point); !ok || v.scaled() || !v.Value.IsInteger() {
		s.At = start
		return
	}
	var decimals Decimal
	end := s.At
	for decimals.exp > -int64Digits {
		s.Space()
		w, ok := s.word(cardinal)
		if !ok || w.n > 9 {
			break
		}
		decimals.coeff, decimals.exp = decimals.coeff*10+int64(w.n), decimals.exp-1
		end = s.At
	}
	if decimals.exp == 0 {
		s.At = start
		return
	}
	s.At = end
	v.setWord(v.Value.Add(decimals), Plain, "numeral-word")
	v.Decimals = int(-decimals.exp)
}

// aScale reads the rest of "a hundred".
func (s *scanner) aScale(v *Value) bool {
	behind := s.At
	if s.skipSpace() == behind {
		return false
	}
	w, ok := s.word(scale, multiple)
	last := s.Last()
	if s.At = behind; !ok || last == 's' || w.n < 2 {
		return false
	}
	if w.role == multiple {
		v.setWord(Decimal{coeff: 1}, Plain, "numeral-word")
		s.dozens(v)
		return true
	}
	return s.cardinals(v, word{cardinal, 1})
}
