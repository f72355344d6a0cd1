package prose

import (
	"strings"

	"github.com/tidywiki/tidywiki/transform/number"
)

// takesDegree gives degrees the scale that is named before the number: 华氏温度98.6度.
func (s *scanner) takesDegree(q *quantity) {
	if q.Number.Unit != "deg" {
		return
	}
	if start, unit, ok := words.degree.before(s.text, q.lead); ok {
		q.lead, q.Number.Unit = start, unit
	}
}

// takesSpeed makes a speed of a length behind words like 时速 and 每小时.
func (s *scanner) takesSpeed(q *quantity) {
	if q.Number.System != number.UCUM || strings.Contains(q.Number.Unit, "/") {
		return
	}
	if start, per, ok := words.speed.before(s.text, q.lead); ok {
		q.lead, q.Number.Unit = start, q.Number.Unit+"/"+per
	}
}

// takesMoney takes the currency of a number with a measure word between the two:
// 20个比特币.
func (s *scanner) takesMoney(q *quantity) bool {
	end, _, ok := words.counter.after(s.text, q.Span.End)
	if !ok || s.text[end-1] < 0x80 || q.Number.Range {
		return false
	}
	code, stop := number.UnitAt(s.text, end)
	if stop == end {
		return false
	}
	v, ok := number.Parse("1"+s.text[end:stop], &s.plain)
	if !ok || v.Kind != number.Money {
		return false
	}
	q.Kind, q.Number.Kind, q.Number.Unit, q.Number.System = kindMoney, number.Money, code, v.System
	q.Span.End, q.tail = stop, max(stop, q.tail)
	return true
}

// takesTenths reads 3割, three tenths, as 30 %.
func (s *scanner) takesTenths(q *quantity) bool {
	end, unit, ok := words.tenth.after(s.text, q.Span.End)
	if _, _, word := words.idiom.after(s.text, q.Span.End); word {
		return false // 成功
	}
	if !ok || q.Number.Scale.Cmp(one) != 0 || q.Number.Range || q.Number.Value.Cmp(number.NewDecimal(10, 0)) > 0 {
		return false
	}
	ten := number.NewDecimal(10, 0)
	v := &q.Number
	v.Value, v.Printed, v.Lower, v.Upper = v.Value.Mul(ten), v.Printed.Mul(ten), v.Lower.Mul(ten), v.Upper.Mul(ten)
	q.Kind, v.Kind, v.Unit = kindPercent, number.Percent, unit
	q.Span.End, q.tail = end, max(end, q.tail)
	return true
}
