package number

// hanziDigit returns the value of a Chinese digit, the financial ones included.
func hanziDigit(r rune) (d int64, ok bool) {
	switch r {
	case '零', '〇', '○':
		return 0, true
	case '一', '壹', '壱', '幺':
		return 1, true
	case '二', '贰', '貳', '弐', '两', '兩':
		return 2, true
	case '三', '叁', '參', '参':
		return 3, true
	case '四', '肆':
		return 4, true
	case '五', '伍':
		return 5, true
	case '六', '陆', '陸':
		return 6, true
	case '七', '柒':
		return 7, true
	case '八', '捌':
		return 8, true
	case '九', '玖':
		return 9, true
	}
	return 0, false
}

// hanziPower returns the power of ten that a Chinese unit of counting stands for.
func hanziPower(r rune) int32 {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万', '萬':
		return 4
	case '亿', '億':
		return 8
	case '兆':
		return 12
	}
	return 0
}

// hanzi reads a number that begins with a Chinese character: 一百二十三万, 百分之五,
// 五分之一.
func (s *scanner) hanzi(v *Value) bool {
	start := s.At
	if s.hanziPercent(v) {
		return true
	}
	if s.fewHundred(v) {
		return true
	}
	if !s.hanziInteger(v) {
		s.At = start
		return false
	}
	if s.oneMore(v) {
		return true
	}
	if !s.hanziFraction(v) {
		s.hanziPoint(v)
	}
	return true
}

// hanziBehind reads f again as the beginning of a numeral in Chinese characters,
// if it is one: 5万4千6百, 3又千分之23.
func (s *scanner) hanziBehind(v *Value, f *figure) bool {
	end := s.At
	s.Spaces()
	r := s.Next()
	if r == '分' {
		return s.hanziFraction(v)
	}
	if r != '又' && hanziPower(r) == 0 {
		s.At = end
		return false
	}
	if r == '又' {
		end = s.At
	}
	if r != '又' {
		s.At = f.start
		var t tally
		// 3.5万 is a figure and its scale.
		if !t.read(s) || t.numbers < 2 {
			s.At = end
			return false
		}
		end = s.At
		v.setWord(t.sum(), Plain, "hanzi")
	}
	if !s.hanziFraction(v) {
		s.At = end
	}
	return v.Rule == "hanzi" || s.At > end
}

// hanziInteger reads a whole number in Chinese characters, or mixed with Arabic
// digits.
func (s *scanner) hanziInteger(v *Value) bool {
	var t tally
	if !t.read(s) {
		return false
	}
	v.setWord(t.sum(), Plain, "hanzi")
	return true
}

// hanziPoint reads the decimals of 十五点七.
func (s *scanner) hanziPoint(v *Value) {
	start := s.At
	s.Spaces()
	if !s.TakeAny("点", "點") {
		s.At = start
		return
	}
	s.Spaces()
	var decimals Decimal
	for {
		digit, ok := hanziDigit(s.Next())
		if !ok || decimals.exp == -int64Digits {
			break
		}
		s.Skip()
		decimals.coeff, decimals.exp = decimals.coeff*10+digit, decimals.exp-1
	}
	if decimals.exp == 0 {
		s.At = start
		return
	}
	v.setWord(v.Value.Add(decimals), Plain, "hanzi")
	v.Decimals = v.Value.Decimals()
}

// hanziFraction reads the rest of 五分之一, whose denominator is v, and of
// 一又二分之一, whose whole part is v.
func (s *scanner) hanziFraction(v *Value) bool {
	start := s.At
	var whole int64
	denominator := *v
	if s.Take("又") {
		var ok bool
		if whole, ok = v.Value.Int64(); !ok || !s.hanziPart(&denominator) {
			s.At = start
			return false
		}
	}
	var numerator Value
	if s.over() && s.hanziPart(&numerator) {
		num, ok1 := numerator.Value.Int64()
		den, ok2 := denominator.Value.Int64()
		if ok1 && ok2 && den > 0 && num < fractionLimit && den < fractionLimit && whole < fractionLimit {
			v.setFraction(whole, num, den)
			return true
		}
	}
	s.At = start
	return false
}

// fractionLimit keeps whole x denominator within an int64.
const fractionLimit = 1e9

// over reads 分之, which other programs write with spaces.
func (s *scanner) over() bool {
	if !s.takeSpaced("分之", "分の") {
		return false
	}
	s.Spaces()
	return true
}

// hanziPart reads a whole number in either script.
func (s *scanner) hanziPart(v *Value) bool {
	var f figure
	if s.figure(s.At, &f) && s.read(&f, v) {
		s.At = f.end
		return true
	}
	return s.hanziInteger(v)
}

// hundred reads the second 百 of 百分之百.
func (s *scanner) hundred(v *Value) bool {
	if !s.TakeAny("百", "佰") {
		return false
	}
	v.setWord(Decimal{coeff: 100}, Plain, "hanzi")
	return true
}

// powersOver reads 万万分之七 and 亿分之三, whose denominator is powers alone.
func (s *scanner) powersOver(v *Value) bool {
	start, power := s.At, int32(0)
	for p := hanziPower(s.Next()); p > 0 && power+p < 2*int64Digits; p = hanziPower(s.Next()) {
		power += p
		s.Skip()
	}
	if power > 4 && s.over() && s.hanziPart(v) {
		v.setWord(v.Value.Mul(Decimal{coeff: 1, exp: -power}), Plain, "fraction")
		return true
	}
	s.At = start
	return false
}

// hanziPercent reads 百分之五, 千分之五 and 万分之五.
func (s *scanner) hanziPercent(v *Value) bool {
	if s.powersOver(v) {
		return true
	}
	start, unit := s.At, ""
	switch s.Next() {
	case '百', '佰':
		unit = "%"
	case '千', '仟':
		unit = "‰"
	case '万', '萬':
		unit = "‱"
	default:
		return false
	}
	s.Skip()
	if s.over() {
		if s.IsDigitAt(s.At) && s.printed(v) || s.hanziPart(v) || s.hundred(v) {
			s.hanziPoint(v)
			s.scale(v)
			v.Kind, v.Unit, v.Rule = Percent, unit, "percent"
			return true
		}
	}
	s.At = start
	return false
}
