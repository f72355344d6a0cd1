package date

import "testing"

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, edtf, start, end, rule string }{
		// Days
		{"5 March 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"16 March, 2013", "2013-03-16", "2013-03-16", "2013-03-16", "day-month-year"},
		{"5th of March, 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"the 5th of March 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"05-Mar-2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"Tuesday, 5 March 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"5 March 2013 (Tuesday)", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"15 March 44 BC", "-0043-03-15", "-0043-03-15", "-0043-03-15", "day-month-year"},
		{"5 March 987", "0987-03-05", "0987-03-05", "0987-03-05", "day-month-year"},
		{"March 5, 2013", "2013-03-05", "2013-03-05", "2013-03-05", "month-day-year"},
		{"Wed, Jan. 9, 2008", "2008-01-09", "2008-01-09", "2008-01-09", "month-day-year"},
		{"july 4th of 1995", "1995-07-04", "1995-07-04", "1995-07-04", "month-day-year"},
		{"1934 Mar 31", "1934-03-31", "1934-03-31", "1934-03-31", "year-month-day"},
		{"2013-03-05", "2013-03-05", "2013-03-05", "2013-03-05", "iso"},
		{"2013/03/05", "2013-03-05", "2013-03-05", "2013-03-05", "iso"},
		{"20130314", "2013-03-14", "2013-03-14", "2013-03-14", "compact"},
		{"14/03/2013", "2013-03-14", "2013-03-14", "2013-03-14", "numeric"},
		{"3/14/2013", "2013-03-14", "2013-03-14", "2013-03-14", "numeric"},
		{"04/04/2013", "2013-04-04", "2013-04-04", "2013-04-04", "numeric"},
		{"03.04.2013", "2013-04-03", "2013-04-03", "2013-04-03", "numeric"},
		{"29 February 2000", "2000-02-29", "2000-02-29", "2000-02-29", "day-month-year"},
		{"le 5 mai 2013", "2013-05-05", "2013-05-05", "2013-05-05", "day-month-year"},
		{"明治6年1月1日", "1873-01-01", "1873-01-01", "1873-01-01", "era-name"},
		{"2013年3月5日", "2013-03-05", "2013-03-05", "2013-03-05", "year-mark"},
		{"2013年3月5日（火）", "2013-03-05", "2013-03-05", "2013-03-05", "year-mark"},
		{"２０１３年３月５日", "2013-03-05", "2013-03-05", "2013-03-05", "year-mark"},
		{"二〇一三年三月二十五日", "2013-03-25", "2013-03-25", "2013-03-25", "year-mark"},
		{"平成25年3月14日", "2013-03-14", "2013-03-14", "2013-03-14", "era-name"},
		{"令和元年5月1日", "2019-05-01", "2019-05-01", "2019-05-01", "era-name"},
		{"昭和64年1月7日", "1989-01-07", "1989-01-07", "1989-01-07", "era-name"},
		{"民国102年3月5日", "2013-03-05", "2013-03-05", "2013-03-05", "era-name"},
		// With a time of day
		{"2013-03-05T12:30:00Z", "2013-03-05T12:30:00Z", "2013-03-05", "2013-03-05", "iso"},
		{"2013-03-05 10:15:30+08:00", "2013-03-05T10:15:30+08:00", "2013-03-05", "2013-03-05", "iso"},
		{"10:15, 14 March 2013 (UTC)", "2013-03-14T10:15:00Z", "2013-03-14", "2013-03-14", "day-month-year"},
		{"5 March 2013, 3:05 pm", "2013-03-05T15:05:00", "2013-03-05", "2013-03-05", "day-month-year"},
		// Languages without a hint
		{"5. März 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"1er janvier 2013", "2013-01-01", "2013-01-01", "2013-01-01", "day-month-year"},
		{"5 de marzo de 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"5 de março de 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"5 марта 2013 года", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"5 marca 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		{"5 maart 2013", "2013-03-05", "2013-03-05", "2013-03-05", "day-month-year"},
		// Without a year
		{"5 March", "XXXX-03-05", "", "", "day-month"},
		{"29 February", "XXXX-02-29", "", "", "day-month"},
		{"Sept. 4", "XXXX-09-04", "", "", "month-day"},
		{"March", "XXXX-03", "", "", "month"},
		{"3月5日", "XXXX-03-05", "", "", "month-mark"},
		// Months and parts of years
		{"March 2013", "2013-03", "2013-03-01", "2013-03-31", "month-year"},
		{"February, 2012", "2012-02", "2012-02-01", "2012-02-29", "month-year"},
		{"2016, nov", "2016-11", "2016-11-01", "2016-11-30", "year-month"},
		{"2013-03", "2013-03", "2013-03-01", "2013-03-31", "iso"},
		{"11/2016", "2016-11", "2016-11-01", "2016-11-30", "numeric"},
		{"2013年3月", "2013-03", "2013-03-01", "2013-03-31", "year-mark"},
		{"Q3 2013", "2013-35", "2013-07-01", "2013-09-30", "quarter"},
		{"2013 Q1", "2013-33", "2013-01-01", "2013-03-31", "quarter"},
		{"third quarter of 2013", "2013-35", "2013-07-01", "2013-09-30", "quarter"},
		{"2014年第三季度", "2014-35", "2014-07-01", "2014-09-30", "quarter"},
		{"H2 2016", "2016-41", "2016-07-01", "2016-12-31", "half"},
		{"Spring 2013", "2013-21", "", "", "season"},
		{"Winter 2012–13", "2012-24", "", "", "season"},
		// Years and more
		{"2013", "2013", "2013-01-01", "2013-12-31", "year"},
		{"2013年", "2013", "2013-01-01", "2013-12-31", "year-mark"},
		{"44 BC", "-0043", "-0043-01-01", "-0043-12-31", "era"},
		{"1 BCE", "0000", "0000-01-01", "0000-12-31", "era"},
		{"44 B.C.", "-0043", "-0043-01-01", "-0043-12-31", "era"},
		{"44 v. Chr.", "-0043", "-0043-01-01", "-0043-12-31", "era"},
		{"AD 79", "0079", "0079-01-01", "0079-12-31", "era"},
		{"公元前221年", "-0220", "-0220-01-01", "-0220-12-31", "era"},
		{"平成25年", "2013", "2013-01-01", "2013-12-31", "era-name"},
		{"1990s", "199X", "1990-01-01", "1999-12-31", "decade"},
		{"1900s", "190X", "1900-01-01", "1909-12-31", "decade"},
		{"1990年代", "199X", "1990-01-01", "1999-12-31", "decade"},
		{"20世纪90年代", "199X", "1990-01-01", "1999-12-31", "decade"},
		{"19th century", "18XX", "1800-01-01", "1899-12-31", "century"},
		{"nineteenth century", "18XX", "1800-01-01", "1899-12-31", "century"},
		{"1st century BC", "-00XX", "-0099-01-01", "0000-12-31", "century"},
		{"18th c.", "17XX", "1700-01-01", "1799-12-31", "century"},
		{"5th century BC", "-04XX", "-0499-01-01", "-0400-12-31", "century"},
		{"20. Jahrhundert", "19XX", "1900-01-01", "1999-12-31", "century"},
		{"XIXe siècle", "18XX", "1800-01-01", "1899-12-31", "century"},
		{"siglo XIX", "18XX", "1800-01-01", "1899-12-31", "century"},
		// Doubt
		{"c. 1900", "1900~", "1900-01-01", "1900-12-31", "year"},
		{"circa March 2013", "2013-03~", "2013-03-01", "2013-03-31", "month-year"},
		{"c. 987", "0987~", "0987-01-01", "0987-12-31", "year"},
		{"2013?", "2013?", "2013-01-01", "2013-12-31", "year"},
		{"c. 2013 (?)", "2013%", "2013-01-01", "2013-12-31", "year"},
		// Footnotes
		{"14 March 2013[1]", "2013-03-14", "2013-03-14", "2013-03-14", "day-month-year"},
		{" 2013 *†", "2013", "2013-01-01", "2013-12-31", "year"},
		// EDTF itself
		{"190X", "190X", "1900-01-01", "1909-12-31", "edtf"},
		{"18XX", "18XX", "1800-01-01", "1899-12-31", "edtf"},
		{"-04XX", "-04XX", "-0499-01-01", "-0400-12-31", "edtf"},
		{"-0043", "-0043", "-0043-01-01", "-0043-12-31", "edtf"},
		{"XXXX-03-05", "XXXX-03-05", "", "", "edtf"},
		{"1900~", "1900~", "1900-01-01", "1900-12-31", "edtf"},
		{"../2013", "../2013", "", "", "edtf"},
	} {
		v, ok := Parse(c.in, nil)
		if !ok || v.EDTF != c.edtf || v.Rule != c.rule {
			t.Errorf("%q is %q by %s (%v), want %q by %s", c.in, v.EDTF, v.Rule, ok, c.edtf, c.rule)
		}
		checkDays(t, c.in, v, c.start, c.end)
	}
}

func checkDays(t *testing.T, in string, v Value, start, end string) {
	t.Helper()
	gotStart, gotEnd := "", ""
	if v.Known {
		gotStart, gotEnd = Format(v.Start), Format(v.End)
	}
	if gotStart != start || gotEnd != end {
		t.Errorf("%q covers %q to %q, want %q to %q", in, gotStart, gotEnd, start, end)
	}
}

func TestParseInterval(t *testing.T) {
	for _, c := range []struct{ in, edtf, start, end string }{
		{"5–16 March 2013", "2013-03-05/2013-03-16", "2013-03-05", "2013-03-16"},
		{"Mar 5–16, 2013", "2013-03-05/2013-03-16", "2013-03-05", "2013-03-16"},
		{"5 March – 16 April 2013", "2013-03-05/2013-04-16", "2013-03-05", "2013-04-16"},
		{"March 5 – April 16, 2013", "2013-03-05/2013-04-16", "2013-03-05", "2013-04-16"},
		{"28 December – 3 January 2014", "2013-12-28/2014-01-03", "2013-12-28", "2014-01-03"},
		{"28 December 2013 – 3 January 2014", "2013-12-28/2014-01-03", "2013-12-28", "2014-01-03"},
		{"March–May 2013", "2013-03/2013-05", "2013-03-01", "2013-05-31"},
		{"from 4 to 22 January, 1995", "1995-01-04/1995-01-22", "1995-01-04", "1995-01-22"},
		{"between Feb 1st and March 2019", "2019-02-01/2019-03", "2019-02-01", "2019-03-31"},
		{"26 june to 28 june in 2020", "2020-06-26/2020-06-28", "2020-06-26", "2020-06-28"},
		{"January 12, 2016 - 01/22/2016", "2016-01-12/2016-01-22", "2016-01-12", "2016-01-22"},
		{"2019年6月1日-6月30日", "2019-06-01/2019-06-30", "2019-06-01", "2019-06-30"},
		{"2013年3月5日至16日", "2013-03-05/2013-03-16", "2013-03-05", "2013-03-16"},
		{"1914–1918", "1914/1918", "1914-01-01", "1918-12-31"},
		{"1914–18", "1914/1918", "1914-01-01", "1918-12-31"},
		{"1999–00", "1999/2000", "1999-01-01", "2000-12-31"},
		{"1998-99", "1998/1999", "1998-01-01", "1999-12-31"},
		{"2001–02", "2001/2002", "2001-01-01", "2002-12-31"},
		{"2008/09", "2008/2009", "2008-01-01", "2009-12-31"},
		{"c. 1900–1910", "1900~/1910", "1900-01-01", "1910-12-31"},
		{"44–40 BC", "-0043/-0039", "-0043-01-01", "-0039-12-31"},
		{"44 BC – AD 14", "-0043/0014", "-0043-01-01", "0014-12-31"},
		{"1990s–2000s", "199X/200X", "1990-01-01", "2009-12-31"},
		{"18th–19th century", "17XX/18XX", "1700-01-01", "1899-12-31"},
		{"5–16 March", "XXXX-03-05/XXXX-03-16", "", ""},
		{"2013–present", "2013/..", "", ""},
		{"2013–", "2013/..", "", ""},
		{"5 May 2013 to date", "2013-05-05/..", "", ""},
		{"2013年至今", "2013/..", "", ""},
		{"since 1999", "1999/..", "", ""},
		{"from May 2013", "2013-05/..", "", ""},
		{"until 1918", "../1918", "", ""},
		{"–1918", "../1918", "", ""},
		{"?–1918", "/1918", "", ""},
		{"1900–?", "1900/", "", ""},
		{"1900?–1918", "1900?/1918", "1900-01-01", "1918-12-31"},
	} {
		v, ok := Parse(c.in, nil)
		if !ok || v.EDTF != c.edtf || v.Precision != Interval {
			t.Errorf("%q is %q (%v), want %q", c.in, v.EDTF, ok, c.edtf)
		}
		checkDays(t, c.in, v, c.start, c.end)
	}
}

func TestIsNoDate(t *testing.T) {
	for _, in := range []string{
		"", " ", "—", "TBD", "n/a", "?", "12", "5", "999", "2,952", "2952", "2013.5", "201303", "007",
		// There is no such day.
		"31 February 2013", "29 February 1900", "31 April", "2013-02-30", "13/13/2013", "00/01/2013", "32 March 2013",
		"平成31年5月1日", "昭和65年", "明治5年12月3日", "明治", "20131345", "5 March 0000",
		// Which is the day?
		"03/04/2013", "3-4-2013", "6/7/8", "4/22", "22/04", "10-12", "5.3", "05/06/07",
		// Which century?
		"5 March 87", "March 79", "5/3/13", "'87", "87",
		// They run backwards.
		"16–5 March 2013", "2013–2012", "1914–12", "14–27 BC",
		// Something else
		"12:30", "1.2.3", "192.168.1.1", "3–2", "1–5", "Mars", "May Day", "Marching 2013", "5 Marches",
		"March of the Penguins", "version 2013", "2013a", "2013 people", "Q5 2013", "440s BC", "1999 season",
		"early 5 March 2013", "early", "early mid 1990s", "45th century", "0th century", "第三届", "一百年", "5 March 2013 and 6 March 2013",
		"2013-03-05 12:30 – 2013-03-06 14:00", "?", "?–", "–", "Winter 2012–14", "12 May 1987 (age)", "10:15", "10:15, 5 people",
		"today", "now", "present", "yesterday", "last year",
		"3000-03-05-06", "2013-03-05-06", "-", "/", "..", "../..", "XXXX", "X", "20XX-03", "-190X",
	} {
		if v, ok := Parse(in, nil); ok {
			t.Errorf("%q is %q by %s, want none", in, v.EDTF, v.Rule)
		}
	}
}

func TestHint(t *testing.T) {
	for _, c := range []struct {
		in   string
		hint Hint
		want string
	}{
		{"12 May 1987 (age 26)", Hint{Age: true}, "1987-05-12"},
		{"12 May 1987 (age 26)", Hint{}, ""},
		{"12 May 1987 (age)", Hint{Age: true}, ""},
		{"12 May 1987 (26)", Hint{Age: true}, ""},
		{"5/6/99", Hint{Order: "dmy", ShortYear: 1999}, "1999-06-05"}, {"5/6/68", Hint{Order: "mdy", ShortYear: 1999}, "1968-05-06"}, {"5/6/68", Hint{Order: "mdy", ShortYear: 2020}, "2068-05-06"}, {"25/6/69", Hint{ShortYear: 1999}, "1969-06-25"},
		{"14.03.99", Hint{ShortYear: 1999}, "1999-03-14"}, {"99/12/31", Hint{ShortYear: 1999}, "1999-12-31"}, {"5 March 87", Hint{ShortYear: 1999}, "1987-03-05"}, {"5-Mar-00", Hint{ShortYear: 1999}, "2000-03-05"},
		{"March 5, 13", Hint{ShortYear: 1999}, "2013-03-05"}, {"March 12, 2013", Hint{ShortYear: 1999}, "2013-03-12"}, {"March 12", Hint{ShortYear: 1999}, "XXXX-03-12"}, {"March 99", Hint{ShortYear: 1999}, "1999-03"}, {"Feb 24/25", Hint{ShortYear: 1999}, "XXXX-02-24/XXXX-02-25"}, {"Feb 24-25", Hint{ShortYear: 1999}, "XXXX-02-24/XXXX-02-25"},
		{"'99", Hint{ShortYear: 1999}, "1999"}, {"’98–’99", Hint{ShortYear: 1999}, "1998/1999"},
		{"5/6/99", Hint{ShortYear: 1999}, ""}, {"5/6/99", Hint{Order: "dmy"}, ""}, {"31/2/99", Hint{Order: "dmy", ShortYear: 1999}, ""}, {"5-6-99", Hint{Order: "dmy", ShortYear: 1999}, ""},
		{"'99", Hint{}, ""}, {"'99er", Hint{ShortYear: 1999}, ""}, {"'1999", Hint{ShortYear: 1999}, ""}, {"99", Hint{ShortYear: 1999}, ""}, {"5 March 7", Hint{ShortYear: 1999}, ""},
		{"Anfang 2013", Hint{Language: "de"}, "2013"}, {"début 2013", Hint{Language: "fr"}, "2013"},
		{"03/04/2013", Hint{Order: "dmy"}, "2013-04-03"},
		{"03/04/2013", Hint{Order: "mdy"}, "2013-03-04"},
		{"14/03/2013", Hint{Order: "mdy"}, "2013-03-14"},
		{"03/04/2013", Hint{Language: "de"}, "2013-04-03"},
		{"22/04", Hint{DayMonth: true}, "XXXX-04-22"},
		{"2/29", Hint{DayMonth: true}, "XXXX-02-29"},
		{"03/04", Hint{DayMonth: true}, ""},
		{"03/04", Hint{DayMonth: true, Order: "dmy"}, "XXXX-04-03"},
		{"2001-02", Hint{}, "2001-02"},
		{"2001-02", Hint{Span: true}, "2001/2002"},
		{"2013-03", Hint{Span: true}, "2013-03"},
		{"5 mar 2013", Hint{Language: "es"}, "2013-03-05"},
		{"5 set. 2013", Hint{Language: "it"}, "2013-09-05"},
		{"5 set. 2013", Hint{}, ""},
		{"vom 5. bis 16. März 2013", Hint{Language: "de"}, "2013-03-05/2013-03-16"},
		{"du 5 au 16 mars 2013", Hint{Language: "fr"}, "2013-03-05/2013-03-16"},
		{"5 March 2013", Hint{Language: "tlh"}, "2013-03-05"},
	} {
		if v, _ := Parse(c.in, &c.hint); v.EDTF != c.want {
			t.Errorf("%q with %+v is %q, want %q", c.in, c.hint, v.EDTF, c.want)
		}
	}
}

func TestAmbiguous(t *testing.T) {
	for in, want := range map[string]bool{"2001-02": true, "2008/09": true, "2013-03": false, "2001–02": false,
		"1998-99": false, "5 March 2013": false} {
		if v, ok := Parse(in, nil); !ok || v.Ambiguous != want {
			t.Errorf("%q is ambiguous %v, want %v", in, v.Ambiguous, want)
		}
	}
}

func TestOrders(t *testing.T) {
	for in, want := range map[string]string{"14/03/2013": "dmy", "03/04/2013": "dmy|mdy", "3/14/2013": "mdy",
		"14.03.2013": "dmy", "03.04.2013": "dmy", "2013-03-04": "ymd", "31/02/2013": "", "5 March": "", "22/04": "dmy",
		"3/4": "dmy|mdy", "Tue, 14/03/2013*": "dmy", "1/2/3": "", "": ""} {
		if got := Orders(in); got.String() != want {
			t.Errorf("Orders(%q) = %s, want %s", in, got, want)
		}
	}
}

func TestWithYear(t *testing.T) {
	for _, c := range []struct {
		in   string
		year int
		want string
	}{
		{"5 March", 2013, "2013-03-05"},
		{"March", 2013, "2013-03"},
		{"29 February", 2012, "2012-02-29"},
		{"29 February", 2013, ""},
		{"5–16 March", 2013, "2013-03-05/2013-03-16"},
		{"28 December – 3 January", 2013, "2013-12-28/2014-01-03"},
		{"c. 5 March", 2013, "2013-03-05~"},
		{"5 March 2012", 2013, ""},
		{"2012", 2013, ""},
		{"5 March", 12345, ""},
	} {
		v, ok := Parse(c.in, nil)
		w, completed := v.WithYear(c.year)
		if !ok || completed != (c.want != "") || completed && w.EDTF != c.want {
			t.Errorf("%q in %d is %q (%v), want %q", c.in, c.year, w.EDTF, completed, c.want)
		}
	}
}

func TestScan(t *testing.T) {
	// The mark is where the scan begins.
	for _, c := range []struct{ before, text, found string }{
		{"The session opened ", "5 March and concluded", "5 March"},
		{"concluded on ", "16 March, 2013 This was", "16 March, 2013"},
		{"meeting in ", "March 2013 at the", "March 2013"},
		{"held ", "5–16 March 2013.", "5–16 March 2013"},
		{"on ", "Oct. 2, and", "Oct. 2"},
		{"in ", "Oct. Then", "Oct"},
		{"ended ", "14 Mar. The next", "14 Mar"},
		{"from ", "1914–1918 the", "1914–1918"},
		{"war ", "from 4 to 22 January, 1995 was", "from 4 to 22 January, 1995"},
		{"in the ", "1990s, prices", "1990s"},
		{"in ", "c. 1900 he", "c. 1900"},
		{"in ", "44 BC.", "44 BC"},
		{"他于", "2013年3月5日出生", "2013年3月5日"},
		{"on ", "2013-03-05.", "2013-03-05"},
		{"at ", "2013-03-05 12:30:05 he", "2013-03-05 12:30:05"},
		{"on ", "5 March 2013, 58 people", "5 March 2013"},
		{"on ", "October, 1st 2004 it", "October, 1st 2004"},
		{"in ", "October, 15 ships", "October"},
		{"night of ", "4/5 June 2011 it", "4/5 June 2011"},
		{"", "5/4 June 2011 it", ""},
		{"the ", "2009/10 season", "2009/10"},
		{"the ", "2009/2010年 season", "2009/2010年"},
		{"", "2009/2011 it", ""},
		{"", "2010 01 29 it", "2010 01 29"},
		{"", "2010 01 29 33 it", ""},
		{"", "2010 13 29 it", ""},
		{"", "2010 1 29 it", ""},
		{"", "3月12 开会", "3月12"},
		{"", "3月12人", "3月"},
		{"", "2016年3月12.5", "2016年3月"},
		{"", "2013 was", ""},
		{"", "may 5 people", ""},
		{"they ", "may go", ""},
		{"it is ", "2013.5 or", ""},
		{"about ", "5 people", ""},
		{"F-", "5 March", ""},
		{"Ja", "March 5", ""},
		{"version ", "2013-03-05-rc1", ""},
	} {
		text := c.before + c.text
		v, end, ok := Scan(text, len(c.before), nil)
		if got := text[len(c.before):end]; got != c.found || ok != (c.found != "") {
			t.Errorf("in %q found %q (%s), want %q", text, got, v.EDTF, c.found)
		}
	}
}

// EDTF has no form for a part of a decade: the value names it apart.
func TestPart(t *testing.T) {
	for _, c := range []struct{ in, edtf, part string }{
		{"early 1990s", "199X", "early"}, {"mid-2013", "2013", "mid"}, {"late 19th century", "18XX", "late"}, {"the end of March 2013", "2013-03", "the end of"},
		{"late 1990s – early 2000s", "199X/200X", "early"}, {"2013年初", "2013", "初"}, {"20世纪90年代末", "199X", "末"}, {"1990s", "199X", ""}, {"c. 1990", "1990~", ""},
	} {
		if v, ok := Parse(c.in, nil); !ok || v.EDTF != c.edtf || v.Part != c.part {
			t.Errorf("%q is %q of %q (%v), want %q of %q", c.in, v.Part, v.EDTF, ok, c.part, c.edtf)
		}
	}
}
