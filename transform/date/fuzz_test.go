package date

import (
	"strings"
	"testing"
	"unicode/utf8"
)

var seeds = []string{
	"5 March 2013", "March 5–16, 2013", "28 December – 3 January 2014", "2013-03-05T12:30:00Z", "14/03/2013", "c. 1900–1910", "44 BC – AD 14",
	"19th century", "1990s", "Q3 2013", "Spring 2013", "平成25年3月14日", "20世纪90年代", "公元前221年", "5 de marzo de 2013", "XIXe siècle",
	"190X/192X", "-04XX", "XXXX-03-05", "1:23.456", "2h 05m", "five years", "P1Y2M3DT4H", "1 year, 32 days", "5 März", "\xff5 May",
}

func fuzzHint(bits uint8) *Hint {
	return &Hint{
		Language: []string{"", "de", "zh", "fr"}[bits&3], Order: []string{"", "dmy", "mdy", "ymd"}[bits>>2&3],
		DayMonth: bits&16 != 0, Span: bits&32 != 0, Clock: []string{"", "ms", "hm", ""}[bits>>6],
	}
}

func FuzzParse(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, uint8(i*37))
	}
	f.Fuzz(func(t *testing.T, in string, bits uint8) {
		v, ok := Parse(in, fuzzHint(bits))
		if !ok {
			return
		}
		if v.Rule == "" || v.EDTF == "" {
			t.Errorf("%q is %q by %q", in, v.EDTF, v.Rule)
		}
		if v.Known && v.Start > v.End {
			t.Errorf("%q is from %s to %s", in, Format(v.Start), Format(v.End))
		}
		day, _, _ := strings.Cut(v.EDTF, "T")
		again, ok := readEDTF(day)
		if !ok || again.EDTF != day || again.Start != v.Start || again.End != v.End || again.Known != v.Known {
			t.Errorf("%q is %q, which is %q", in, v.EDTF, again.EDTF)
		}
	})
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
		d, ok := ParseDuration(in, fuzzHint(bits))
		if !ok {
			return
		}
		again, ok := ParseDuration(d.ISO, nil)
		if !ok || again.ISO != d.ISO || again.Seconds.Cmp(d.Seconds) != 0 || again.Months.Cmp(d.Months) != 0 {
			t.Errorf("%q is %s, which is %s", in, d.ISO, again.ISO)
		}
	})
}
