package date

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

var seeds = []string{
	"5 March 2013", "March 5–16, 2013", "28 December – 3 January 2014", "2013-03-05T12:30:00Z", "14/03/2013", "c. 1900–1910", "44 BC – AD 14",
	"19th century", "1990s", "Q3 2013", "Spring 2013", "平成25年3月14日", "20世纪90年代", "公元前221年", "5 de marzo de 2013", "XIXe siècle",
	"190X/192X", "-04XX", "XXXX-03-05", "1:23.456", "2h 05m", "five years", "P1Y2M3DT4H", "1 year, 32 days", "5 März", "\xff5 May", "early 1990s", "5/6/99", "'99",
}

func fuzzHint(bits uint8) *Hint {
	return &Hint{
		Language: []string{"", "de", "zh", "fr"}[bits&3], Order: []string{"", "dmy", "mdy", "ymd"}[bits>>2&3],
		DayMonth: bits&16 != 0, ShortYear: 2013 * int(bits>>4&1), Span: bits&32 != 0, Clock: []string{"", "ms", "hm", ""}[bits>>6],
	}
}

func FuzzParse(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint8(i*37))
	}
	f.Fuzz(func(t *testing.T, in string, bits uint8) {
		if fault := fault(in, fuzzHint(bits)); fault != "" {
			t.Error(fault)
		}
	})
}

// FuzzPieces reads texts of what dates and durations are made of, where bytes at
// random seldom come to one.
func FuzzPieces(f *testing.F) {
	f.Add([]byte{1, 40, 20, 1}, uint8(0))
	f.Fuzz(func(t *testing.T, indices []byte, bits uint8) {
		var b strings.Builder
		for _, i := range indices[:min(len(indices), 12)] {
			b.WriteString(pieces[int(i)%len(pieces)])
		}
		for _, fault := range []string{fault(b.String(), fuzzHint(bits)), durationFault(b.String(), fuzzHint(bits))} {
			if fault != "" {
				t.Error(fault)
			}
		}
	})
}

var pieces = []string{
	"0", "1", "3", "05", "12", "16", "29", "31", "44", "85", "99", "190", "1900", "1999", "2012", "2013", "9999", "20130305", "２",
	" ", " ", " ", "\u00a0", ",", ", ", ".", "-", "–", " – ", "/", ":", "T", "Z", "+08:00", "(", ")", "~", "?", "%", "X", "XX", "..", "[a]", "'",
	"March", " Mar. ", " December ", "May", "февраля", "mars", " März ", "of ", "the ", " st", "th", "rd", "Mon", "Monday, ",
	"from ", "since ", " to ", " until ", " and ", " present", "between ", "c. ", "about ", "early ", "mid-", "the end of ", "初", "'99", "99", "5/6/99", "BC", " BC", "AD ", " CE", "v. Chr.",
	"s", "er Jahre", " century", "XIX", "siècle", "e ", "Q3", "H1", "Spring ", "second quarter", "first half", "second ",
	"年", "月", "日", "月份", "世纪", "年代", "公元前", "平成", "昭和", "元", "十", "二", "〇", "至今", "约", "第三季度", "春季",
	" hours", "h", " min", "m", "s", " days", " years", " months", " weeks", "P", "W", "D", "Y", "half ", "a ", "five", "twenty", "½", "小时", "分", " Stunden",
}

// fault reports which of the things that hold for every date does not hold for this
// text, or "".
func fault(in string, hint *Hint) string {
	v, ok := Parse(in, hint)
	if !ok {
		return ""
	}
	day, _, _ := strings.Cut(v.EDTF, "T")
	again, ok := readEDTF(day)
	switch {
	case v.Rule == "" || v.EDTF == "":
		return fmt.Sprintf("%q is %q by %q", in, v.EDTF, v.Rule)
	case v.Known && v.Start > v.End:
		return fmt.Sprintf("%q is from %s to %s", in, Format(v.Start), Format(v.End))
	case !ok || again.EDTF != day || again.Start != v.Start || again.End != v.End || again.Known != v.Known:
		return fmt.Sprintf("%q with %+v is %q by %s, which is %q", in, *hint, v.EDTF, v.Rule, again.EDTF)
	}
	return ""
}

// durationFault is the same for lengths of time.
func durationFault(in string, hint *Hint) string {
	d, ok := ParseDuration(in, hint)
	if !ok {
		return ""
	}
	again, ok := ParseDuration(d.ISO, nil)
	if !ok || again.ISO != d.ISO || again.Seconds.Cmp(d.Seconds) != 0 || again.Months.Cmp(d.Months) != 0 {
		return fmt.Sprintf("%q with %+v is %s, which is %s", in, *hint, d.ISO, again.ISO)
	}
	return ""
}

func FuzzScan(f *testing.F) {
	for i, s := range seeds {
		f.Add("in "+s+" of it", uint8(3), uint8(i*37))
	}
	f.Fuzz(func(t *testing.T, text string, start, bits uint8) {
		at := int(start)
		if at > len(text) {
			return
		}
		v, end, ok := Scan(text, at, fuzzHint(bits))
		if end < at || end > len(text) || ok != (end > at) || ok && v.EDTF == "" {
			t.Errorf("Scan(%q, %d) ends at %d, %q", text, at, end, v.EDTF)
		}
		if utf8.ValidString(text) && utf8.ValidString(text[at:]) && !utf8.ValidString(text[at:end]) {
			t.Errorf("Scan(%q, %d) cuts a rune: %q", text, at, text[at:end])
		}
	})
}

func FuzzDuration(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint8(i*37))
	}
	f.Fuzz(func(t *testing.T, in string, bits uint8) {
		if fault := durationFault(in, fuzzHint(bits)); fault != "" {
			t.Error(fault)
		}
	})
}
