package number

import (
	"strings"
	"testing"
)

// Parsed values are written by Format: ~ for approximate, comparator, value or
// range, uncertainty, unit, per.
func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want, rule string }{
		// Digits and separators
		{"0", "0", "integer"}, {"60", "60", "integer"}, {" 60 ", "60", "integer"}, {"192.", "192", "integer"},
		{"202107211321363588510367", "202107211321363588510367", "integer"},
		{"１２３", "123", "integer"}, {"٣٤٥", "345", "integer"}, {"१२३", "123", "integer"},
		{"0.001", "0.001", "decimal"}, {"1.50", "1.50", "decimal"}, {".08", "0.08", "decimal"}, {"1.234", "1.234", "decimal"},
		{"٣٫٥", "3.5", "decimal"}, {"３．５", "3.5", "decimal"},
		{"2,952", "2952", "grouped"}, {"1,234,567.89", "1234567.89", "grouped"}, {"４，５６５", "4565", "grouped"},
		{"1.234.567", "1234567", "grouped"}, {"1.234.567,89", "1234567.89", "grouped"}, {"1.234,5", "1234.5", "grouped"},
		{"9 000", "9000", "grouped"}, {"1 234 567", "1234567", "grouped"}, {"1\u00a0234", "1234", "grouped"},
		{"1\u202f234,5", "1234.5", "grouped"}, {"1\u2009234.5", "1234.5", "grouped"},
		{"1'234'567", "1234567", "grouped"}, {"1’234", "1234", "grouped"},
		{"1,23,456", "123456", "grouped"}, {"12,34,567.50", "1234567.50", "grouped"},
		{"09,380", "9380", "grouped"}, {"1.200.100.000", "1200100000", "grouped"},
		// Signs
		{"-3.5", "-3.5", "decimal"}, {"−3.5", "-3.5", "decimal"}, {"–5", "-5", "integer"}, {"- 0.2", "-0.2", "decimal"},
		{"+5", "5", "integer"}, {"+ 0.7", "0.7", "decimal"}, {"minus 5", "-5", "integer"}, {"-$5", "-5 $", "currency"}, {"$-5", "-5 $", "currency"},
		{"(1,234)", "-1234", "accounting"}, {"($5)", "-5 $", "accounting"},
		// Percent
		{"8.8%", "8.8 %", "percent"}, {"8.8 %", "8.8 %", "percent"}, {"12,5 %", "12.5 %", "percent"}, {"5‰", "5 ‰", "percent"},
		{"seventy-five percent", "75 %", "percent"}, {"5 per cent", "5 %", "percent"}, {"百分之五十五点五", "55.5 %", "percent"},
		{"3 percentage points", "3 pp", "percentage-points"}, {"2.4个百分点", "2.4 pp", "percentage-points"},
		{"-9,9%", "-9.9 %", "percent"},
		// Scales
		{"26.6 trillion", "26600000000000", "scale-word"}, {"58.7 million", "58700000", "scale-word"}, {"10k", "10000", "scale-word"},
		{"10M", "10000000", "scale-word"}, {"1.2bn", "1200000000", "scale-word"}, {"2.5 lakh", "250000", "scale-word"},
		{"13 crore", "130000000", "scale-word"}, {"1 lakh crore", "1000000000000", "scale-word"}, {"5 hundred thousand", "500000", "scale-word"},
		{"3.5万", "35000", "scale-word"}, {"1,100.9亿", "110090000000", "scale-word"}, {"26.6万亿", "26600000000000", "scale-word"},
		{"5 Millionen", "5000000", "scale-word"}, {"3 miliardi", "3000000000", "scale-word"}, {"5 млн", "5000000", "scale-word"},
		{"1.5×10^6", "1500000", "power-of-ten"}, {"1.5 × 10⁶", "1500000", "power-of-ten"}, {"1.5e6", "1500000", "power-of-ten"},
		{"1.5E-3", "0.0015", "power-of-ten"}, {"10⁶", "1000000", "power-of-ten"}, {"2 x 10^-3", "0.002", "power-of-ten"}, {"3·10⁸ m/s", "300000000 m/s", "power-of-ten"},
		// Fractions
		{"½", "0.5", "fraction"}, {"3½", "3.5", "fraction"}, {"3 ½", "3.5", "fraction"}, {"1⁄2", "0.5", "fraction"}, {"⅓", "0.3333333333333333", "fraction"},
		{"10 1/2", "10.5", "fraction"}, {"1/4 mile", "0.25 [mi_i]", "fraction"}, {"-½", "-0.5", "fraction"}, {"五分之一", "0.2", "fraction"},
		{"3又千分之23", "3.023", "fraction"}, {"two thirds", "0.6666666666666667", "fraction-word"}, {"one half", "0.5", "fraction-word"}, {"three-quarters", "0.75", "fraction-word"}, {"two and a half", "2.5", "numeral-word"},
		// Ordinals and numbered things
		{"1st", "1th", "ordinal-suffix"}, {"12th", "12th", "ordinal-suffix"}, {"1,000th", "1000th", "ordinal-suffix"}, {"3ª", "3th", "ordinal-suffix"},
		{"twelfth", "12th", "ordinal-word"}, {"twenty-first", "21th", "ordinal-word"},
		{"第十二届", "12th", "ordinal-prefix"}, {"第3次", "3th", "ordinal-prefix"},
		{"No. 3", "3th", "number-sign"}, {"№ 9", "9th", "number-sign"}, {"#10", "10th", "number-sign"},
		// Words
		{"five", "5", "numeral-word"}, {"Twenty-one", "21", "numeral-word"}, {"one hundred and five thousand", "105000", "numeral-word"},
		{"five million", "5000000", "numeral-word"}, {"two million three hundred thousand", "2300000", "numeral-word"},
		{"a hundred", "100", "numeral-word"}, {"half a million", "500000", "numeral-word"}, {"two and a half", "2.5", "numeral-word"},
		{"一百二十三万", "1230000", "hanzi"}, {"肆佰陸拾", "460", "hanzi"}, {"九百九", "990", "hanzi"}, {"二〇一三", "2013", "hanzi"}, {"5万4千6百", "54600", "hanzi"},
		{"十五点七", "15.7", "hanzi"}, {"负三十二", "-32", "hanzi"}, {"万分之三", "3 ‱", "percent"}, {"五十兆字节", "50 MBy", "hanzi"}, {"387万亩", "3870000 亩", "scale-word"}, {"168CM", "168 cm", "unit"}, {"六千字节", "6 kBy", "hanzi"}, {"三千克拉", "3000 [car_m]", "hanzi"}, {"六 个 百 分点", "6 pp", "percentage-points"}, {"3 hundred and 21", "321", "numeral-word"},
		{"three point one four", "3.14", "numeral-word"}, {"twelve point five million", "12500000", "scale-word"}, {"4 thousand 3 hundred and 21", "4321", "numeral-word"}, {"2 million 50 thousand", "2050000", "numeral-word"},
		{"7 万5 千4 百", "75400", "hanzi"}, {"16分之5", "0.3125", "fraction"}, {"万万分之七", "0.00000007", "fraction"}, {"４．５Ｅ７", "45000000", "power-of-ten"}, {"第3万名", "30000th", "ordinal-prefix"},
		{"two and three quarters", "2.75", "fraction-word"}, {"4 and a half", "4.5", "numeral-word"}, {"five-eighths of an inch", "0.625 [in_i]", "fraction-word"}, {"half a mile", "0.5 [mi_i]", "fraction-word"},
		{"10+3⁄4 in", "10.75 [in_i]", "fraction"}, {"75 USD million", "75000000 USD", "scale-word"}, {"10 kmph", "10 km/h", "unit"},
		// Ranges, bounds, uncertainty
		{"10–12", "10–12", "range"}, {"10-12", "10–12", "range"}, {"10 to 12", "10–12", "range"}, {"10 – 12 km", "10–12 km", "range"}, {"-5 to -2", "-5–-2", "range"},
		{"$10–12 million", "10000000–12000000 $", "range"}, {"5.5%–6.5%", "5.5–6.5 %", "range"}, {"1st–3rd", "1th–3th", "range"}, {"5–7th", "5th–7th", "range"}, {"20~100", "20–100", "range"}, {"1.5–2 billion", "1500000000–2000000000", "range"},
		{"500–1 million", "500–1000000", "range"}, {"£3–4m", "3000000–4000000 GBP", "range"}, {"between 5 and 10 km", "5–10 km", "range"}, {"from 5 to 10", "5–10", "range"},
		{"~300", "~300", "integer"}, {"c. 1,200", "~1200", "grouped"}, {"about 5", "~5", "integer"}, {"约3.5万", "~35000", "scale-word"}, {"100多", "~100", "integer"},
		{">100", ">100", "integer"}, {"≤ 0.09", "<=0.09", "decimal"}, {"1,200+", ">=1200", "grouped"}, {"more than 5,000", ">5000", "grouped"}, {"5 or more", ">=5", "integer"}, {"at least 20%", ">=20 %", "percent"}, {"1000以上", ">=1000", "integer"},
		{"±0.5", "±0.5", "tolerance"}, {"± 2.5%", "±2.5 %", "tolerance"}, {"12.3 ± 0.4", "12.3 ± 0.4", "uncertainty"}, {"12.3±0.4 km", "12.3 ± 0.4 km", "uncertainty"}, {"6.674(15)", "6.674 ± 0.015", "uncertainty"},
		{"6.674(15)×10^-11 m", "0.00000000006674 ± 0.00000000000015 m", "power-of-ten"},
		{"5.2+0.3−0.1", "5.2+0.3−0.1", "asymmetric"}, {"−5.2 +0.3 −0.1 km", "-5.2+0.3−0.1 km", "asymmetric"}, {"5.2 (+0.3/−0.1)", "5.2+0.3−0.1", "asymmetric"}, {"1360+20−30", "1360+20−30", "asymmetric"},
		{"0.98+0.03-0.02", "0.98+0.03−0.02", "asymmetric"}, {"5.2+0.3−0.3", "5.2 ± 0.3", "uncertainty"}, {"0.0+0.3−0.1×10^3 m", "0+300−100 m", "power-of-ten"},
		{"$5–6 a day", "5–6 $ per day", "range"}, {"5–6/ac", "5–6 per [acr_us]", "range"}, {"$5–$6 per day", "5–6 $ per day", "range"},
		// Between two numerals
		{"五六百", "500–600", "hanzi"}, {"十七八", "17–18", "hanzi"}, {"十七八万", "170000–180000", "scale-word"}, {"七八千公里", "7000–8000 km", "hanzi"}, {"百分之百", "100 %", "percent"}, {"零下三度", "-3 deg", "hanzi"},
		{"140 pm", "140 pm", "unit"}, {"3.2 × 10−5 mol", "0.000032 mol", "power-of-ten"}, {"a third", "0.3333333333333333", "fraction-word"},
		// Coins
		{"5 dollars and 30 cents", "5.30 $", "compound-unit"}, {"five euros, twenty cents", "5.20 EUR", "compound-unit"}, {"3 pounds 50 pence", "3.50 GBP", "compound-unit"}, {"3元5角3分", "3.53 CNY", "compound-unit"},
		{"10日元5日本銭", "10.05 JPY", "compound-unit"}, {"$5mn", "5000000 $", "scale-word"},
		// Dozens
		{"two dozen", "24", "scale-word"}, {"3 dozen", "36", "scale-word"}, {"a dozen", "12", "scale-word"}, {"half a dozen", "6.0", "numeral-word"}, {"2–3 dozen", "24–36", "range"},
		// Money
		{"$20", "20 $", "currency"}, {"US$1.2bn", "1200000000 USD", "scale-word"}, {"€5m", "5000000 EUR", "scale-word"}, {"€ 1.5 million", "1500000 EUR", "scale-word"},
		{"£27.7M", "27700000 GBP", "scale-word"}, {"26.6 trillion yuan", "26600000000000 CNY", "scale-word"}, {"¥1.2亿", "120000000 ¥", "scale-word"},
		{"A$1,667", "1667 AUD", "currency"}, {"RM5", "5 MYR", "currency"}, {"Rs. 5 crore", "50000000 Rs", "scale-word"}, {"USD 200", "200 USD", "currency"}, {"115.5USD", "115.5 USD", "currency"},
		{"500 kr", "500 kr", "currency"}, {"10 €", "10 EUR", "currency"}, {"12,50 €", "12.50 EUR", "currency"}, {"€12,50", "12.50 EUR", "currency"}, {"30 MUSD", "30000000 USD", "scale-word"}, {"$5 USD", "5 USD", "currency"},
		{"3,5 Mrd. Euro", "3500000000 EUR", "scale-word"}, {"1,2 Mio.", "1200000", "scale-word"}, {"8亿元人民币", "800000000 CNY", "scale-word"}, {"1200亿美元", "120000000000 USD", "scale-word"}, {"50 cents", "50 cent", "currency"}, {"361 million pounds", "361000000 GBP", "scale-word"},
		// Units
		{"5,000 km²", "5000 km2", "unit"}, {"190 km2", "190 km2", "unit"}, {"660 square meters", "660 m2", "unit"}, {"37 °C", "37 Cel", "unit"}, {"100 km/h", "100 km/h", "unit"}, {"45 mph", "45 [mi_i]/h", "unit"},
		{"100px", "100 px", "unit"}, {"5m", "5 m", "unit"}, {"5 K", "5 K", "unit"}, {"3-inch", "3 [in_i]", "unit"}, {"25 pounds", "25 [lb_av]", "unit"}, {"12,5 km", "12.5 km", "unit"}, {"3.5公里", "3.5 km", "unit"}, {"50兆瓦", "50 MW", "unit"},
		{"2.4 billion gallons", "2400000000 gallon", "scale-word"}, {"85°", "85 deg", "unit"}, {"35° C", "35 Cel", "unit"}, {"1.5 Sq. Ft.", "1.5 [sft_i]", "unit"},
		{"5 ft 11 in", "71 [in_i]", "compound-unit"}, {"5'11\"", "71 [in_i]", "compound-unit"}, {"5 lb 3 oz", "83 [oz_av]", "compound-unit"}, {"4 ft 8½ in", "56.5 [in_i]", "compound-unit"},
		// Rates
		{"8.8% per year", "8.8 % per year", "percent"}, {"$80/year", "80 $ per year", "currency"}, {"$5 a day", "5 $ per day", "currency"}, {"$5 per capita", "5 $ per capita", "currency"},
		{"5 t/ha", "5 t/har", "unit"}, {"120 m³ per day", "120 m3/d", "unit"}, {"€40/km²", "40 EUR per km2", "currency"}, {"120/km²", "120 per km2", "integer"}, {"5 per hour", "5 per hour", "integer"},
		{"5 L/100 km", "5 L/(100.km)", "unit"}, {"450 kcal per 100 g", "450 kcal/(100.g)", "unit"}, {"$5 per 100 km", "5 $ per 100 km", "currency"}, {"3.2 per 100,000 people", "3.2 per 100000 people", "decimal"},
		{"20 [kg]", "20 kg", "unit"}, {"20 {kg}", "20 kg", "unit"}, {"12.5 [km/h][a]", "12.5 km/h", "unit"}, {"20 [m]", "20", "integer"}, {"20[kg]", "20", "integer"},
		// Footnotes
		{"2,952[a]", "2952", "grouped"}, {"262 *†", "262", "integer"}, {"8.8%[1][2]", "8.8 %", "percent"},
	} {
		v, ok := Parse(c.in, nil)
		if got := Format(v); !ok || got != c.want || v.Rule != c.rule {
			t.Errorf("%q is %q by %s (%v), want %q by %s", c.in, got, v.Rule, ok, c.want, c.rule)
		}
	}
}

func TestIsNoNumber(t *testing.T) {
	for _, in := range []string{
		"", " ", "-", "+", ".", ",", "—", "–", "%", "$", "€", "n/a", "TBD", "[a]", "*", "x", "k", "e5", "×10^6", "±", ">", "c.", "No.", "#",
		// Identifiers
		"007", "00", "06.30", "0171 1234567", "A4", "4Minute", "12abc", "3D", "2013a", "B2", "SR-47", "DM-20", "CA-32", "#336699", "#000000", "ID 5", "5A", "8C", "TOP 10", "PHP 5",
		// Scores, seasons, versions, addresses, times, dates, coordinates, telephone numbers
		"3–2", "3-2", "6–4, 6–4", "2001–02", "1998-99", "1.2.3", "10.0.0.1", "192.168.100.200", "12:30", "1:23.456", "2013-03-05", "14.03.2013", "14/03/2013",
		"5 March", "2013年", "1970s", "5 March 2013", "48°51′N", "48° 51′ 24″", "48.8566°N", "+1 555 123 4567", "555-123-4567", "555-1234", "1-2-3", "3/4", "3:2",
		// Badly written, or to be decided by the column
		"12,5", "0,5", "1,2345", "1,23,45", "1,234,56", "1.234,567,890", "1 234 5678", "12 34", "1,,2", "1..2", "1.5.", "--5", "5-", "5 5", "5%%", "5,10,15", "1 2/3/4",
		"$", "5 $ 3 €", "$$5", "5 to 3", "10–8 km", "5 km – 3 mi", "12.5.", "1e", "1e1000", "1e99999999999", "1.5×10^", "5 ± -1", "(5 km)", "(-5)", "((5))", "5)",
		"between 5", "between 10 and 5", "from 5", "5/A", "5 per", "30 per 1,000", "50 km (31 mi)", "0/ac–1", "$5 a day – $6", "$5 per day – $6 per week", "5 km – 6 per hour", "5 per day ± 1", ">5 ± 1",
		"5+3-1", "5 +3 −1", "5.2+0.3", "5.2−0.1", "5.2+0.3−0.12", "5.2+0.3−0.1+0.2", "(5.2+0.3−0.1", "5 L/100", "5 L/0 km", "12 L/100 €", "5 cent/100",
		// Words
		"3 hundred 4 thousand", "3 point", "three point twelve", "4 thousand and 321", "10+3/4 in", "16分之", "万万分", "five eighths of inches", "half a", "half a house", "and a half", "5 km million",
		"one two", "twenty thirty", "hundred", "million", "and five", "five and", "two first", "a", "per hundred", "first second", "third man", "Second World War",
		"58 cars", "5 are", "58.7 million urban jobs", "5 dollars and 300 cents", "5.5 dollars and 30 cents", "5 dollars and 30", "30 cents and 5 dollars", "3元5分3角", "1.1^23", "5 mn", "7 pm", "12pm", "51.5° N", "48°51", "五四百", "五六", "十七九", "一百二三", "一百二三十", "三亿十七八万", "超过五六百", "五六百–七百", "20 {kg]", "20 [kg}", "20 {kg", "dozen", "dozens", "a dozen eggs", "12 million dozen", "24 ± 1 dozen", "3.5万人", "百", "万", "三四", "一个", "第", "XXIX", "mile", "Nil",
	} {
		if v, ok := Parse(in, nil); ok {
			t.Errorf("%q is %q by %s, want none", in, Format(v), v.Rule)
		}
	}
}

func TestHints(t *testing.T) {
	for _, c := range []struct {
		in   string
		hint Hint
		want string
	}{
		{"12,5", Hint{DecimalComma: true}, "12.5"},
		{"1.234", Hint{DecimalComma: true}, "1234"},
		{"2,952", Hint{DecimalComma: true}, "2.952"},
		{"12.5", Hint{DecimalComma: true}, "12.5"},
		{"1.234", Hint{Language: "de"}, "1234"},
		{"5 Billionen", Hint{Language: "de"}, "5000000000000"},
		{"5 billones", Hint{Language: "es"}, "5000000000000"},
		{"5 mil", Hint{Language: "pt"}, "5000"},
		{"1.er", Hint{Language: "fr"}, ""},
		{"1er", Hint{Language: "fr"}, "1th"},
		{"3.", Hint{Language: "de"}, "3th"},
		{"10 bis 12", Hint{Language: "de"}, "10–12"},
		{"3,5 millions d'euros", Hint{Language: "fr"}, "3500000 EUR"},
		{"5 millones de euros", Hint{Language: "es"}, "5000000 EUR"},
		{"zwölf", Hint{Language: "de"}, "12"},
		{"ungefähr 5", Hint{Language: "de"}, "~5"},
		{"5 Prozent", Hint{Language: "de"}, "5 %"},
		{"XXIX", Hint{Roman: true}, "29th"},
		{"IIII", Hint{Roman: true}, ""},
		{"VX", Hint{Roman: true}, ""},
		{"MMXIII", Hint{Roman: true}, "2013th"},
		{"XIVth", Hint{Roman: true}, ""},
		{"3/4", Hint{Fraction: true}, "0.75"},
		{"5/3/2013", Hint{Fraction: true}, ""},
		{"3:2", Hint{Ratio: true}, "1.5"},
		{"12:30:05", Hint{Ratio: true}, ""},
		{"58 cars", Hint{Nouns: true}, "58 cars"},
		{"58 Cars", Hint{Nouns: true}, ""},
		{"58 old cars", Hint{Nouns: true}, ""},
		{"120 people/km²", Hint{Nouns: true}, "120 people per km2"},
		{"35人", Hint{Nouns: true}, "35 人"},
		{"35old", Hint{Nouns: true}, ""},
		{"007", Hint{Padded: true}, "7"},
		{"06.30", Hint{Padded: true}, "6.30"},
		{"$5", Hint{Currency: "CAD"}, "5 CAD"},
		{"$5", Hint{Currency: "EUR"}, "5 $"},
		{"¥5", Hint{Currency: "JPY"}, "5 JPY"},
		{"£5", Hint{Currency: "EGP"}, "5 EGP"},
		{"5 kr", Hint{Currency: "SEK"}, "5 SEK"},
		{"US$5", Hint{Currency: "CAD"}, "5 USD"},
		{"1,234", Hint{Language: "tlh"}, "1234"},
	} {
		v, ok := Parse(c.in, &c.hint)
		got := ""
		if ok {
			got = Format(v)
		}
		if got != c.want {
			t.Errorf("%q with %+v is %q, want %q", c.in, c.hint, got, c.want)
		}
	}
}

func TestConversion(t *testing.T) {
	for in, want := range map[string]string{
		"50 km (31 mi)": "50 km", "5 ft 11 in (1.80 m)": "71 [in_i]", "10–12 km (6.2–7.5 mi; 5.4–6.5 nmi)": "10–12 km",
		"68\u00a0°F (20\u00a0°C)[1]": "68 [degF]", "US$5 million (€4 million)": "5000000 USD", "50 km": "50 km",
		"50 km (31)": "", "50 km (31 km)": "", "50 km (31 mi": "", "50 km (31 mi) x": "", "50 (31 mi)": "", "50 km (5%)": "", "50 km (first)": "",
	} {
		v, ok := Parse(in, &Hint{Conversion: true})
		got := ""
		if ok {
			got = Format(v)
		}
		if got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ before, text, found, want string }{
		{"increased from ", "26.6 trillion yuan to 51.9 trillion yuan", "26.6 trillion yuan", "26600000000000 CNY"},
		{"total of ", "58.7 million urban jobs", "58.7 million", "58700000"},
		{"average of ", "8.8%, and", "8.8%", "8.8 %"},
		{"the ", "12th National", "12th", "12th"},
		{"the ", "ninth consecutive year", "ninth", "9th"},
		{"past ", "five years, from", "five years", "5 a"},
		{"the Eleventh ", "Five-Year Plan", "Five-Year", "5 a"},
		{"it has ", "10 to 12 km of", "10 to 12 km", "10–12 km"},
		{"rose from ", "5 to 10 units", "5", "5"},
		{"is ", "between 5 and 10 km away", "between 5 and 10 km", "5–10 km"},
		{"", "from 5 to 10 units", "", ""},
		{"won ", "5 to 3 in", "5", "5"},
		{"grew ", "5% to 10%", "5%", "5 %"},
		{"costs ", "US$1.2bn.", "US$1.2bn", "1200000000 USD"},
		{"nrs. ", "22,24,26,31.", "22", "22"},
		{"with ", "more than 5,000 people", "more than 5,000", ">5000"},
		{"a ", "1/4 mile oval", "1/4 mile", "0.25 [mi_i]"},
		{"is ", "3.5万人", "3.5万", "35000"},
		{"the ", "10-gallon hat", "10-gallon", "10 gallon"},
		{"in ", "3 or 4 years", "3", "3"},
		{"has ", "five.", "five", "5"},
		{"", "-5 °C at night", "-5 °C", "-5 Cel"},
		{"", "5 million. The", "5 million", "5000000"},
		{"", "3,5 Mrd. Euro for", "3,5 Mrd. Euro", "3500000000 EUR"},
		{"(", "1,234)", "1,234", "1234"},
		{"", "5 in the", "5", "5"},
		{"", "$5 a share", "$5", "5 $"},
		{"", "$5 a day", "$5 a day", "5 $ per day"},
		{"", "5 A and", "5", "5"},
		{"fell from ", "$8 to $5.", "$8", "8 $"},
		{"saving the ", "$ 40,000 they", "$ 40,000", "40000 $"},
		{"the ", "$500 million man", "$500 million", "500000000 $"},
		{"", "$20，300美圆", "$20", "20 $"},
		{"", "20 usd", "20 usd", "20 USD"},
		{"22,24,", "26,31", "26", "26"},
		{"is ", "above 1000 and below 1500", "above 1000", ">1000"},
		{"", "nineteen-eighty-four", "", ""},
		{"", "5000 or less than 6000", "5000", "5000"},
		{"", "5000 or less", "5000 or less", "<=5000"},
		{"", "7万 5千 4百", "7万 5千 4百", "75400"},
		{"", "100 are", "100", "100"},
		// Not numbers; the scan says where to look on.
		{"at ", "12:30 he", "12:30", ""},
		{"was ", "3–2 after", "3–2", ""},
		{"in ", "2001–02 season", "2001–02", ""},
		{"version ", "1.2.3 of", "1.2.3", ""},
		{"agent ", "007 is", "007", ""},
		{"on ", "2013-03-05 they", "2013-03-05", ""},
		{"weighs ", "20 [kg] in all", "20 [kg]", "20 kg"},
		{"weighs ", "20 [a] in all", "20", "20"},
		{"call ", "555-123-4567 now", "555-123-4567", ""},
		{"the ", "1970s were", "1970s", ""},
		{"in ", "3D glasses", "3D", ""},
		{"an F", "16 jet", "", ""},
		{"an F-", "16 jet", "", ""},
		{"COVID", "-19 is", "", ""},
		{"the ", "hundred days", "", ""},
		{"", "word", "", ""},
		{"", "(5) is", "", ""},
	} {
		text := c.before + c.text
		v, end, ok := Scan(text, len(c.before), nil)
		got := ""
		if ok {
			got = Format(v)
		}
		if found := text[len(c.before):end]; got != c.want || found != c.found {
			t.Errorf("in %q found %q, which is %q by %s; want %q, %q", text, found, got, v.Rule, c.found, c.want)
		}
	}
}

// A page of nothing but one character must not cost more than its length.
func TestRepetition(t *testing.T) {
	const n = 100_000
	for _, unit := range []string{"万", "四万", "million ", "5 million ", "5-", "1,", "1", "(", "one ", "hundred and ", "½", "百分之", "±", "$", "五分之", "-"} {
		text := "5" + strings.Repeat(unit, n/len(unit))
		Parse(text, nil)
		for start, calls := 0, 0; start < len(text) && calls < 20; calls++ {
			_, end, _ := Scan(text, start, nil)
			start = max(end, start+1)
		}
	}
}

func TestFields(t *testing.T) {
	v, _ := Parse("c. US$26.60 trillion[a]", nil)
	if v.Printed.String() != "26.60" || v.Scale.String() != "1000000000000" || v.Value.String() != "26600000000000" ||
		v.Decimals != 2 || v.Significant != 4 || !v.Approx || v.Kind != Money || v.System != ISO || v.Note != "[a]" {
		t.Errorf("%+v", v)
	}
	v, _ = Parse("1\u00a0234.50", nil)
	if !v.Grouped || v.Separator != '\u00a0' || v.Decimals != 2 || v.Significant != 6 {
		t.Errorf("%+v", v)
	}
	v, _ = Parse("-12.3 ± 0.4 km", nil)
	if v.Lower.String() != "-12.7" || v.Upper.String() != "-11.9" || v.Uncertainty.String() != "0.4" || v.Range {
		t.Errorf("%+v", v)
	}
	v, _ = Parse("50 km (31 mi)[a]", &Hint{Conversion: true})
	if v.Note != "(31 mi)[a]" || v.Unit != "km" {
		t.Errorf("%+v", v)
	}
	v, _ = Parse("第十二届", nil)
	if v.Unit != "届" || v.Kind != Ordinal {
		t.Errorf("%+v", v)
	}
	v, _ = Parse("3 2/3", nil)
	if v.Numerator != 11 || v.Denominator != 3 || v.Kind != Fraction {
		t.Errorf("%+v", v)
	}
	v, _ = Parse("0.0050", nil)
	if v.Significant != 2 || v.Decimals != 4 {
		t.Errorf("%+v", v)
	}
}

func TestAmbiguous(t *testing.T) {
	for in, want := range map[string]bool{"1.234": true, "0.123": false, "12.5": false, "2,952": false, "1,234.567": false,
		"1.2345": false, "6.674(15)": false} {
		if v, ok := Parse(in, nil); !ok || v.Ambiguous != want {
			t.Errorf("%q is ambiguous: %v (%v)", in, v.Ambiguous, ok)
		}
	}
	if v, _ := Parse("2,952", &Hint{DecimalComma: true}); !v.Ambiguous {
		t.Error("2,952 with a decimal comma is not ambiguous")
	}
}

func TestDecimalMark(t *testing.T) {
	for in, want := range map[string]Mark{"2952": NoMark, "1 234": NoMark, "1'234": NoMark, "": NoMark, "abc": NoMark, "1.2.3": NoMark, "007": NoMark,
		"12.5": PointMark, "1,234,567": PointMark, "1,234.5": PointMark, "0.123": PointMark, ".5": PointMark, "$ 1 234.50": PointMark, "1,23,456": PointMark,
		"12,5": CommaMark, "0,123": CommaMark, "1.234.567": CommaMark, "1.234,5": CommaMark, "−12,5 %": CommaMark,
		"1.234": EitherMark, "2,952": EitherMark, "€ 2,952": EitherMark} {
		if got := DecimalMark(in); got != want {
			t.Errorf("DecimalMark(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestTrimNote(t *testing.T) {
	for _, c := range [][3]string{{"2,952[a]", "2,952", "[a]"}, {"262 *†", "262", "*†"}, {"[a]", "", "[a]"}, {"5", "5", ""}, {"", "", ""},
		{"5[1][2]*", "5", "[1][2]*"}, {"5]", "5]", ""}, {"x [a long remark in brackets]", "x [a long remark in brackets]", ""}, {"5\u00a0‡", "5", "‡"}} {
		if rest, note := TrimNote(c[0]); rest != c[1] || note != c[2] {
			t.Errorf("TrimNote(%q) = %q, %q", c[0], rest, note)
		}
	}
}
