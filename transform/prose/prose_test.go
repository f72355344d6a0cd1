package prose

import (
	"fmt"
	"strings"
	"testing"
)

// list writes the quantities of a text for comparison, one after another.
func list(text string, ctx pageContext) string {
	var out []string
	for _, q := range scanText(text, ctx) {
		line := show(text, &q)
		if q.Number.Per != "" {
			line = strings.TrimRight(line, " ") + " per " + q.Number.Per
		}
		if q.Number.Approx {
			line = strings.TrimRight(line, " ") + " approx"
		}
		out = append(out, strings.TrimRight(line, " "))
	}
	return strings.Join(out, "; ")
}

// scanText returns the quantities of a text.
func scanText(text string, ctx pageContext) []quantity {
	s := newScanner(ctx)
	s.scan(text)
	return s.out
}

func TestScan(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a bound of the next number", "5 or more than six, 400 and more than five hundred", `number "5" 5; number "six" >6; number "400" 400; number "five hundred" >500`},
		{"bounds on both sides", "5 or more over six people", `number "5 or more" >=5; count "six" >6 person`},
		{"money with a scale word", "GDP reached 26.6 trillion yuan.", `money "26.6 trillion yuan" 26600000000000 CNY`},
		{"count with its noun", "A total of 58.7 million urban jobs were created.", `count "58.7 million" 58700000 job`},
		{"compound noun", "It has 126 fighter jets and 23 computers.", `count "126" 126 jet; count "23" 23 computer`},
		{"irregular plural", "About 300 people and 12 men came.", `count "300" 300 person approx; count "12" 12 man`},
		{"hyphenated noun", "a 12-member committee", `count "12" 12 member`},
		{"number words", "It has twenty-one members in five groups.", `count "twenty-one" 21 member; count "five" 5 group`},
		{"coordinates and times of day", "at 48°51′24″N 2°21′07″E or 51.5° N, at 7 pm", ``},
		{"an angle", "turned 85° to the left, 140 pm wide", `measure "85°" 85 deg; measure "140 pm" 140 pm`},
		{"dates behind a prefix", "in the mid-1990s and H1 2017", `date "1990s" 199X; date "H1 2017" 2017-40`},
		{"a part that is named", "a third of them and the third of May", `number "a third" 0.3333333333333333; date "third of May" XXXX-05-03`},
		{"a rate over a unit of two words", "20 people per square mile, 30 people per km²", `count "20" 20 person per [mi_i]2; count "30" 30 person per km2`},
		{"powers whose digits came down", "3.2 × 10−5 mol, 1.1^23", `measure "3.2 × 10−5 mol" 0.000032 mol`},
		{"number without a noun", "The answer is 42.", `number "42" 42`},
		{"duration", "during the past five years", `duration "five years" 5 year`},
		{"hyphenated duration", "the Five-Year Plan", `duration "Five-Year" 5 year`},
		{"measure", "It is 325 km long.", `measure "325 km" 325 km`},
		{"ordinals", "The 12th and the twenty-first, then the ninth.", `ordinal "12th" 12; ordinal "twenty-first" 21; ordinal "ninth" 9`},
		{"Roman numeral by what follows", "the XXIX Olympiad and the XIII Paralympic Games", `ordinal "XXIX" 29; ordinal "XIII" 13`},
		{"Roman numeral of a ruler", "under Louis XIV and Elizabeth I there", `ordinal "XIV" 14; ordinal "I" 1`},
		{"percent", "It fell 8.8%.", `percent "8.8%" 8.8 %`},
		{"percentage points", "up 3 percentage points", `points "3 percentage points" 3 pp`},
		{"year", "the 2008 financial crisis", `year "2008" 2008`},
		{"year before a plural", "In 2012 sales rose.", `year "2012" 2012`},
		{"year that determines a plural", "the 2008 riots and Japan's 2012 Olympics", `year "2008" 2008; year "2012" 2012`},
		{"four digits that are counted without a mark", "He got 2008 votes from the 1500 people.", `count "2008" 2008 vote; count "1500" 1500 person`},
		{"four digits that are counted", "about 2000 people", `count "2000" 2000 person approx`},
		{"four digits that are compared", "more than 1500 of them", `number "1500" >1500`},
		{"day, month and year", "on 16 March, 2013 in Beijing", `date "16 March, 2013" 2013-03-16`},
		{"month and year", "in March 2013", `date "March 2013" 2013-03`},
		{"months alone", "in March, since May and in dec", `date "March" XXXX-03; date "May" XXXX-05; date "dec" XXXX-12`},
		{"decade and century", "in the 1980s and the 19th century", `date "1980s" 198X; date "19th century" 18XX`},
		{"day and month in digits", "on 4-22 or 22/04, a 1/4 mile", `date "4-22" XXXX-04-22; date "22/04" XXXX-04-22; measure "1/4 mile" 0.25 [mi_i]`},
		{"year of the sentence", "It opened 5 March and concluded on 16 March 2013.", `date "5 March" 2013-03-05; date "16 March 2013" 2013-03-16`},
		{"comparators", "at least 20 or up to 700, fewer than 5 and no more than 12 boats", `number "20" >=20; number "700" <=700; number "5" <5; count "12" <=12 boat`},
		{"comparator behind", "for 200 or more", `number "200 or more" >=200`},
		{"range in words", "between 10 and 12 km, or 5 to 7 cups", `measure "10 and 12 km" 10..12 km; count "5 to 7" 5..7 cup`},
		{"range with a common scale", "some 26 to 30 million people", `count "26 to 30 million" 26000000..30000000 person approx`},
		{"two bounds", "greater than 100 and smaller than 300", `number "100 and smaller than 300" 100..300`},
		{"contradicting bounds", "less than 12 and more than 194", `number "12" <12; number "194" >194`},
		{"from and to with a verb", "rose from 5 to 10 boats", `number "5" 5; count "10" 10 boat`},
		{"period", "from 2003 to 2013", `date "2003 to 2013" 2003/2013`},
		{"period with a dash", "the war of 1914–1918", `date "1914–1918" 1914/1918`},
		{"period of days", "from 26 June to 28 June 2020", `date "26 June to 28 June 2020" 2020-06-26/2020-06-28`},
		{"period over the new year", "from 26 December to 3 January 2020", `date "26 December to 3 January 2020" 2019-12-26/2020-01-03`},
		{"result of a vote", "It was defeated by 151 to 296.", `number "151" 151; number "296" 296`},
		{"year before a hyphen", "2007-standard plates, a 1500-seat hall", `year "2007" 2007; count "1500" 1500 seat`},
		{"ratio", "a scale of 1:500 at 10:30", `ratio "1:500" 0.002`},
		{"no-break space", "about 300\u00a0people", `count "300" 300 person approx`},
		{"share", "2 in 5 or more, and 3 in 10 people", `ratio "2 in 5 or more" >=0.4; ratio "3 in 10" 0.3`},
		{"no share", "12 in 5 cases, 5 in 2012", `number "12" 12; count "5" 5 case; number "5" 5; year "2012" 2012`},
		{"rate behind", "58 jobs per year and $98 a share", `count "58" 58 job per year; money "$98" 98 $ per share`},
		{"rate before", "an annual average of 8.8%", `percent "8.8%" 8.8 % per year`},
		{"rate of a parallel clause", "Pay rose by an annual average of 8.8%, and rents rose by 9.9%.", `percent "8.8%" 8.8 % per year; percent "9.9%" 9.9 % per year`},
		{"rate of another verb", "Pay rose by an annual average of 8.8%, and rents fell by 9.9%.", `percent "8.8%" 8.8 % per year; percent "9.9%" 9.9 %`},
		{"age", "a man of age 87 and a 29 years old", `duration "87" 87 year; duration "29 years" 29 year`},
		{"an article that is a unit elsewhere", "In 1720 an edict came.", `year "1720" 1720`},
		{"a year of a season", "In summer 1989, Hungary decided (2 May) so.", `date "summer 1989" 1989-22; date "2 May" 1989-05-02`},
		{"a year and a half", "During 2005 and a half of 2006", `year "2005" 2005; year "2006" 2006`},
		{"a year behind prior to", "a number of records from prior to 1905", `year "1905" 1905`},
		{"a word that is a scale elsewhere", "a five-set match", `count "five" 5 set`},
		{"items that begin with a verb", "Built 500 schools.", `count "500" 500 school`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := list(test.text, pageContext{Language: "en"}); got != test.want {
				t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestScanIsNot(t *testing.T) {
	tests := []struct{ name, text string }{
		{"letters and digits", "vitamin B12, H2O, MP3s, the M1A2 and A4 paper"},
		{"hyphenated names", "COVID-19, F-16, Apollo-11, Il-76MD"},
		{"names that end in a number", "the Boeing 747 and an Airbus 380, then Apollo 11"},
		{"name at the start", "Apollo 11 landed."},
		{"names that end in a numeral or a version", "in World War Two, an Austin Seven, under Windows 3.1 and version 2.7"},
		{"numbering", "1. The rule (2) applies"},
		{"words with numbers in them", "a four-by-four, a one-to-one, the late 90's"},
		{"references", "as was shown.[12] So it is.[note 3] And so.[a] Or not.[3, 4]"},
		{"addresses", "see https://example.com/2012/05 and www.example.org/12 or a@b12.org"},
		{"file names", "in report-2012-final.pdf and data_2012_v2.csv and img0012.png"},
		{"versions", "version 2, release 1.2.3, IP 192.168.0.1"},
		{"numbers of books and telephones", "ISBN 978-3-16-148410-0, call 555-1234 or 1111-22223333-4444"},
		{"times", "at 10:30 and 1:23:45"},
		{"scores", "They won 3–2 and lost 1–4."},
		{"pages", "see page 12 or pp. 12–14"},
		{"words with numerals in them", "someone, tenure, often, weight, firstly, nineteen-eighty-fourish"},
		{"small words that are numerals elsewhere", "one of them, no one, a second-hand book, at first, half of it"},
		{"months that are words", "they may march on, to march on, as sun sat"},
		{"Roman letters without evidence", "CD, MIX, the DIM LCD, I did, vitamin C"},
		{"Chinese names in English text", "The congress (第十二届全国人民代表大会) met."},
		{"names of places", "24/7 service and the 9/11 attacks"},
		{"nothing", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := list(test.text, pageContext{Language: "en"}); got != "" {
				t.Errorf("%q\n got %s\nwant nothing", test.text, got)
			}
		})
	}
}

// TestScanTwins has for each rule on words beside numbers what looks like it and is
// something else.
func TestScanTwins(t *testing.T) {
	tests := []struct{ name, language, text, want string }{
		{"a month and a number", "en", "in October, 15 ships", `date "October" XXXX-10; count "15" 15 ship`},
		{"a year that a term is extended to", "en", "The term was extended to 1931.", `year "1931" 1931`},
		{"a period behind a number of things", "en", "the number of ships from 1850 to 1856", `date "1850 to 1856" 1850/1856`},
		{"metres", "en", "a 5m tall wall, 5m wide", `measure "5m" 5 m; measure "5m" 5 m`},
		{"not a round base", "en", "5 per 7 people", `number "5" 5; count "7" 7 person`},
		{"a base behind a stop", "en", "He had 5. Per 100 people it is less.", `number "5" 5; count "100" 100 person`},
		{"units that are not neighbours", "en", "3 hours and 5 seconds, 5 minutes and 2 hours", `duration "3 hours" 3 hour; duration "5 seconds" 5 second; duration "5 minutes" 5 minute; duration "2 hours" 2 hour`},
		{"minutes beyond an hour", "en", "1 hour and 75 minutes", `duration "1 hour" 1 hour; duration "75 minutes" 75 minute`},
		{"metres behind hours", "en", "after 3 hours, 200 m on", `duration "3 hours" 3 hour; measure "200 m" 200 m`},
		{"a number that is not a day", "en", "40 and 4 July 1863, nine and 12 May 2001", `number "40" 40; date "4 July 1863" 1863-07-04; number "nine" 9; date "12 May 2001" 2001-05-12`},
		{"a later number before a day", "en", "12 and 4 July 1863", `number "12" 12; date "4 July 1863" 1863-07-04`},
		{"a slash between other numbers", "en", "5/4 June 2011", `date "June 2011" 2011-06`},
		{"years that do not follow", "en", "2009/2011", ``},
		{"currencies with their letters", "en", "A$5, C$ 3 and HK$ 2", `money "A$5" 5 AUD; money "C$ 3" 3 CAD; money "HK$ 2" 2 HKD`},
		{"a possessive before a sign", "en", "the band's $5 fee", `money "$5" 5 $`},
		{"each end with its scale", "en", "between 500 and 1 million people", `count "500 and 1 million" 500..1000000 person`},
		{"amounts with a scale each", "en", "from $10 to $5 million", `money "$10 to $5 million" 10..5000000 $`},
		{"seasons that are words", "en", "prices fall 20 times and spring 3 leaks", `count "20" 20 time; count "3" 3 leak`},
		{"an advertisement", "en", "an ad 30 seconds long", `duration "30 seconds" 30 second`},
		{"inches without a dimension", "en", "5 in the lead", `number "5" 5`},
		{"feet without inches", "en", "the '68 show", ``},
		{"a half of something", "en", "half a house, half an eye", ``},
		{"a part of a number", "en", "a third of the million", `number "a third" 0.3333333333333333`},
		{"minutes rather than a fraction", "zh", "16分钟", `duration "16分钟" 16 分钟`},
		{"a word with tenths", "zh", "三成功", ``},
		{"the half of a year", "zh", "上半年", ``},
		{"degrees of an angle", "zh", "转90度", `measure "90度" 90 deg`},
		{"things with a measure word", "zh", "20个苹果", `count "20" 20 个`},
		{"a month and people", "zh", "3月12人", `date "3月" XXXX-03; count "12" 12 人`},
		{"years of a fraction", "zh", "2009年", `year "2009年" 2009`},
		{"a decade", "sv", "1970-talet", `date "1970-talet" 197X`},
		{"a decade by its letter", "en", "the 1800s", `date "1800s" 180X`},
		{"a day in brackets", "ru", "21 (9 человек) ноября", `number "21" 21; count "9" 9 человек`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := list(test.text, pageContext{Language: test.language}); got != test.want {
				t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestScanChinese(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"money", "从26.6万亿元增加到51.9万亿元", `money "26.6万亿元" 26600000000000 CNY; money "51.9万亿元" 51900000000000 CNY`},
		{"count", "新增就业3.5万人，共20家", `count "3.5万" 35000 人; count "20" 20 家`},
		{"ordinal", "第十二届第一次会议", `ordinal "第十二届" 12 届; ordinal "第一次" 1 次`},
		{"dates", "2013年3月5日至3月16日", `date "2013年3月5日至3月16日" 2013-03-05/2013-03-16`},
		{"year", "2008年金融危机", `year "2008年" 2008`},
		{"one character with a measure word", "他有三双鞋和一个苹果", `count "三" 3 双; count "一" 1 个`},
		{"bounds", "大于100并且小于300", `number "100并且小于300" 100..300`},
		{"bound behind", "1000以上", `number "1000以上" >=1000`},
		{"between", "位于20和30之间", `number "20和30" 20..30`},
		{"rate", "年均增长8.8%", `percent "8.8%" 8.8 % per 年`},
		{"rate of a list", "年均分别增长8.8%、9.9%", `percent "8.8%" 8.8 % per 年; percent "9.9%" 9.9 % per 年`},
		{"years", "公元前221年，共289年", `year "公元前221年" -0220; duration "289年" 289 年`},
		{"duration", "五年来", `duration "五年" 5 年`},
		{"era", "平成25年3月14日", `date "平成25年3月14日" 2013-03-14`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := list(test.text, pageContext{}); got != test.want {
				t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestScanChineseIsNot(t *testing.T) {
	for _, text := range []string{"统一思想，一起努力", "四川、三亚和九江", "一些人一样", "万一不行", "一分为二", "三五个人的时候"[:6]} {
		if got := list(text, pageContext{Language: "zh"}); got != "" {
			t.Errorf("%q\n got %s\nwant nothing", text, got)
		}
	}
}

// TestScanChineseParagraph: a paragraph may be in another language than its page.
func TestScanChineseParagraph(t *testing.T) {
	s := newScanner(pageContext{Language: "en"})
	for _, c := range []struct{ text, want string }{
		{"有三千五百名员工。", "count 3500"},
		{"The congress (第十二届全国人民代表大会) met in 2013.", "year 2013"},
		{"第十二届全国人民代表大会", ""},
		{"It has five members.", "count 5"},
	} {
		s.scan(c.text)
		got := ""
		for _, q := range s.out {
			got = strings.TrimSpace(got + " " + q.Kind.String() + " " + q.Number.Value.String())
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestScanYearFromContext(t *testing.T) {
	const text = "It opened 5 March. It closed on 29 February."
	qs := scanText(text, pageContext{Year: 2013})
	if len(qs) != 2 {
		t.Fatalf("got %s", list(text, pageContext{Year: 2013}))
	}
	if q := qs[0]; q.YearFrom != yearOfContext || q.Date.EDTF != "2013-03-05" || !q.Date.Known {
		t.Errorf("5 March: %+v", q)
	}
	// 2013 has no such day, so that the date stays without a year.
	if q := qs[1]; q.YearFrom != yearWritten || q.Date.EDTF != "XXXX-02-29" || q.Date.Known {
		t.Errorf("29 February: %+v", q)
	}
}

func TestSpans(t *testing.T) {
	text := "Für 5 € gab es 10 % der 第 Größe – 2008."
	for _, q := range scanText(text, pageContext{}) {
		if got, want := string([]rune(text)[q.First:q.Last]), text[q.Span.Start:q.Span.End]; got != want {
			t.Errorf("code points give %q, bytes %q", got, want)
		}
	}
}

// TestLongTexts: a text without sentences, spaces or ends takes no longer than
// others, or this would never end.
func TestLongTexts(t *testing.T) {
	const n = 20_000
	for _, part := range []string{"5% ", "1,", "1-", "1.", "5 March ", "第五", "rose from 5 km ", "[", "http://", "a.5 ", "- ", "X"} {
		text := strings.Repeat(part, n)
		for _, q := range scanText(text, pageContext{}) {
			if q.Span.End > len(text) {
				t.Fatalf("%q: %v", part, q.Span)
			}
		}
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"de", "58.000 Einwohner, dreiundzwanzig Gemeinden und 5 Katzen", `count "58.000" 58000 Einwohner; count "dreiundzwanzig" 23 Gemeinde; number "5" 5`},
		{"de", "zwischen 5 und 10 km", `measure "5 und 10 km" 5..10 km`},
		{"de", "Sie gewannen 3–2.", ``},
		{"fr", "58 000 habitants entre 5 et 10 km", `count "58 000" 58000 habitant; measure "5 et 10 km" 5..10 km`},
		{"fr", "L'équipe remporta le match 3-2.", ``},
		{"es", "58.000 habitantes, 12 escaños", `count "58.000" 58000 habitante; count "12" 12 escaño`},
		{"es", "entre 5 y 10 km, ganó 3-2", `measure "5 y 10 km" 5..10 km`},
		{"en", "58 Einwohner", `number "58" 58`},
	} {
		if got := list(c.text, pageContext{Language: c.language}); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.language, c.text, got, c.want)
		}
	}
	const text = "Die Zahl der Einwohner stieg von 5 auf 10 Millionen."
	c := findChanges(text, scanText(text, pageContext{Language: "de"}))
	if len(c) != 1 || c[0].Subject != "Zahl der Einwohner" || c[0].From.String() != "5000000" || c[0].Growth.String() != "100.0000" {
		t.Errorf("changes %+v", c)
	}
}

func FuzzScan(f *testing.F) {
	for _, seed := range []string{"", "GDP rose from 26.6 trillion yuan to 51.9 trillion yuan in 2012.", "第十二届，从26.6万亿元增加到51.9万亿元",
		"between 5 and 10 km, 1914–1918", "[12] a_1 http://x/5 -5 −5 ~5 1/2", "5 March\xff to 3\xc2",
		"5 or more than six", "in 2012 or more than 5 or less"} {
		f.Add(seed, "en", 2013)
		f.Add(seed, "", 0)
	}
	f.Fuzz(func(t *testing.T, text, lang string, year int) {
		if fault := fault(text, pageContext{Language: lang, Year: year % 3000}); fault != "" {
			t.Error(fault)
		}
	})
}

// FuzzPieces is FuzzScan over sentences of what quantities are made of.
func FuzzPieces(f *testing.F) {
	f.Add([]byte{1, 40, 20, 1}, uint8(0))
	f.Fuzz(func(t *testing.T, indices []byte, lang uint8) {
		var b strings.Builder
		for _, i := range indices[:min(len(indices), 20)] {
			b.WriteString(pieces[int(i)%len(pieces)])
		}
		ctx := pageContext{Language: []string{"", "en", "zh", "de", "fr"}[lang%5], Year: 2013 * int(lang>>7)}
		if fault := fault(b.String(), ctx); fault != "" {
			t.Error(fault)
		}
	})
}

var pieces = []string{
	" ", " ", " ", ", ", ". ", "-", "–", "/", ":", "(", ")", "[12]", "'s", "_", "@", "~", "+", "−", "<", "≥", "±", "#", "*", "\n",
	"0", "1", "5", "12", "007", "1,234", "1.5", "½", "1/2", "3:2", "2013", "1914–18", "03/04/2013", "2013-03-05", "５", "VII",
	"%", " per cent", " points", " km", "km/h", "m", "$", "€", "US$", "¥", " yuan", " million", "bn", "k", "th", " years", " hours", " people", "cars",
	"from ", " to ", "by ", "between ", " and ", " or more", "more than ", "about ", "over ", "up ", "rose ", "fell", "increased ", "since ", "in ", "of ", "per ", "a ", "the ",
	"March", " May ", "Monday, ", "5 March", "Q3 ", "spring ", "19th century", "1990s", " BC", "F-", "COVID-", "Boeing ", "No. ", "http://x/", "a", "x1",
	"five", "twenty", "hundred", " first", " half", " third", "第", "届", "一", "十", "百分之", "万", "亿", "元", "年", "月", "日", "人", "从", "到", "增加", "了", "，", "。", "约", "多", "个", "百",
	"von ", "bis ", "Millionen", "fünf", "März", "de ", "mars", "\xff", "\u00a0",
}

// fault returns which of the rules for every text this one breaks,
// or "".
func fault(text string, ctx pageContext) string {
	end, last := 0, 0
	qs := scanText(text, ctx)
	for _, q := range qs {
		if q.Span.Start < end || q.Span.End <= q.Span.Start || q.Span.End > len(text) {
			return fmt.Sprintf("span %v after %d in %q", q.Span, end, text)
		}
		if q.First < last || q.Last < q.First {
			return fmt.Sprintf("code points %d to %d after %d in %q", q.First, q.Last, last, text)
		}
		if n := len([]rune(text[:q.Span.Start])); n != q.First {
			return fmt.Sprintf("%q: begins at code point %d, not %d", text, n, q.First)
		}
		if n := len([]rune(text[q.Span.Start:q.Span.End])); n != q.Last-q.First {
			return fmt.Sprintf("%q: holds %d code points, not %d", text, n, q.Last-q.First)
		}
		end, last = q.Span.End, q.Last
	}
	for _, c := range findChanges(text, qs) {
		if c.To.Sub(c.From).Cmp(c.Difference) != 0 || c.First >= c.Last {
			return fmt.Sprintf("%q: %+v", text, c)
		}
	}
	return ""
}

func TestYearsHaveTheirNumber(t *testing.T) {
	for text, want := range map[string]string{"the 2008 crisis": "2008", "2008年金融危机": "2008", "公元前221年": "-220"} {
		qs := scanText(text, pageContext{})
		if len(qs) != 1 || qs[0].Kind != kindYear || qs[0].Number.Value.String() != want {
			t.Errorf("%s: %v, want the year %s", text, qs, want)
		}
	}
}
