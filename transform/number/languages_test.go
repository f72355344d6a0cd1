package number

import "testing"

// Each language reads its own numbers, with its decimal mark, when the hint names
// it.
func TestLanguages(t *testing.T) {
	for _, c := range []struct{ language, in, want string }{
		{"de", "1.234,5", "1234.5"}, {"de", "3,5 Mio. Euro", "3500000 EUR"}, {"de", "2 Billionen", "2000000000000"}, {"de", "5 Prozent", "5 %"},
		{"de", "rund 1.200", "~1200"}, {"de", "mehr als 100", ">100"}, {"de", "zwölf Millionen", "12000000"}, {"de", "drei Viertel", "0.75"}, {"de", "Nr. 5", "5th"}, {"de", "5 Tausend", "5000"},
		{"de", "100 Einwohner", ""}, {"de", "von 10 bis 12", "10–12"}, {"de", "1.5.2013", ""},
		{"fr", "1 234,5", "1234.5"}, {"fr", "3,5 milliards d’euros", "3500000000 EUR"}, {"fr", "2e", "2th"}, {"fr", "1re", "1th"}, {"fr", "environ 12", "~12"},
		{"fr", "5 pour cent", "5 %"}, {"fr", "dix mille", "10000"}, {"fr", "12 points de pourcentage", "12 pp"},
		{"es", "1.234,5", "1234.5"}, {"es", "3 mil millones", "3000000000"}, {"es", "2 billones de euros", "2000000000000 EUR"}, {"es", "3.º", "3th"}, {"es", "veinte", "20"},
		{"es", "5 por ciento", "5 %"}, {"es", "más de 5", ">5"}, {"es", "treinta y uno", "31"},
		{"it", "3,5 miliardi di euro", "3500000000 EUR"}, {"it", "5 mila", "5000"}, {"it", "3º", "3th"}, {"it", "circa 5", "~5"}, {"it", "cinque", "5"},
		{"pt", "3 mil", "3000"}, {"pt", "2,5 bilhões de reais", "2500000000 BRL"}, {"pt", "R$ 1.234,50", "1234.50 BRL"}, {"pt", "5 pontos percentuais", "5 pp"},
		{"ru", "1 234,5", "1234.5"}, {"ru", "3 млрд рублей", "3000000000 RUB"}, {"ru", "2-й", "2th"}, {"ru", "около 5", "~5"}, {"ru", "пять тысяч", "5000"}, {"ru", "5 процентов", "5 %"}, {"ru", "5 тыс. км", "5000 km"},
		{"nl", "1.234,5", "1234.5"}, {"nl", "2 miljard euro", "2000000000 EUR"}, {"nl", "3e", "3th"}, {"nl", "1ste", "1th"}, {"nl", "ongeveer 5", "~5"},
		{"pl", "1 234,5", "1234.5"}, {"pl", "3 mld zł", "3000000000 PLN"}, {"pl", "5 tys.", "5000"}, {"pl", "5 procent", "5 %"}, {"pl", "3.", "3th"},
		{"ja", "3.5万", "35000"}, {"ja", "1兆2000億円", "1200000000000 JPY"}, {"ja", "約5パーセント", "~5 %"}, {"ja", "第3回", "3th"}, {"ja", "1,234", "1234"},
		{"zh", "约3.5万", "~35000"}, {"zh", "不超过5%", "<=5 %"}, {"zh", "至少20", ">=20"}, {"zh", "负5", "-5"}, {"zh", "20到100", "20–100"},
		{"sv", "3,7 miljoner", "3700000"}, {"sv", "1 234,5", "1234.5"}, {"sv", "20 procent", "20 %"}, {"sv", "892 kvadratkilometer", "892 km2"}, {"sv", "1.234", "1234"},
		{"da", "2,5 mio.", "2500000"}, {"da", "12.500", "12500"}, {"nb", "5 prosent", "5 %"}, {"nb", "3 millioner", "3000000"}, {"nb", "2 billioner", "2000000000000"},
		{"fi", "14,1 prosenttia", "14.1 %"}, {"fi", "3,6 miljoonaa", "3600000"}, {"fi", "12 kilometriä", "12 km"}, {"hu", "3,6 millió", "3600000"}, {"hu", "5 százalék", "5 %"}, {"hu", "1995 körül", ""}, {"de", "5 Mädchen", ""}, {"hu", "több mint 5", ">5"},
		{"cs", "1,3 milionů", "1300000"}, {"cs", "6,6 %", "6.6 %"}, {"sk", "5 miliárd", "5000000000"}, {"uk", "3,64 млн", "3640000"}, {"uk", "892 км²", "892 km2"}, {"uk", "5 відсотків", "5 %"},
		{"tr", "15,5 milyon", "15500000"}, {"tr", "12.500", "12500"}, {"ro", "1,8 milioane", "1800000"}, {"el", "3,7 εκατομμύρια", "3700000"}, {"el", "12.500", "12500"}, {"vi", "3,7 triệu", "3700000"}, {"vi", "khoảng 12.000", "~12000"},
		{"id", "3,5 juta", "3500000"}, {"id", "5 persen", "5 %"}, {"hi", "34 लाख", "3400000"}, {"hi", "110 मील", "110 [mi_i]"}, {"hi", "५ करोड़", "50000000"}, {"ca", "1,5 milions", "1500000"},
		// Numerals
		{"de", "dreiundzwanzig", "23"}, {"de", "einunddreissig Prozent", "31 %"}, {"de", "zweihundert", "200"}, {"de", "hundert", "100"}, {"de", "zwei Millionen dreihundert tausend", "2300000"},
		{"de", "dreiundzwanzigste", ""}, {"de", "zwei Dutzend", "24"}, {"de", "hundert tausend", "100000"},
		{"nl", "drieëntwintig", "23"}, {"nl", "tweeëndertig", "32"}, {"nl", "vijftien duizend", "15000"}, {"nl", "honderd", "100"}, {"nl", "twintigdrie", ""},
		{"fr", "soixante-dix-sept", "77"}, {"fr", "quatre-vingt-dix-neuf", "99"}, {"fr", "vingt et un", "21"}, {"fr", "septante-deux", "72"}, {"fr", "quatre-vingts", "80"}, {"fr", "cent vingt", "120"},
		{"fr", "mille", "1000"}, {"fr", "deux cents", "200"}, {"fr", "trois douzaines", "36"}, {"fr", "50 cent", "50 cent"}, {"fr", "vingt dix", ""}, {"fr", "dix vingt", ""},
		{"es", "veintitrés", "23"}, {"es", "doscientos", "200"}, {"es", "ciento veinte", "120"}, {"es", "cien mil", "100000"}, {"es", "mil doscientos", "1200"}, {"es", "dos mil", "2000"}, {"es", "mil millones", "1000000000"}, {"es", "cien doscientos", ""},
		{"it", "ventuno", "21"}, {"it", "trentatré", "33"}, {"it", "centomila", "100000"}, {"it", "duecento", "200"}, {"it", "ventiuno", ""},
		{"pt", "vinte e três", "23"}, {"pt", "duzentos e cinquenta", "250"}, {"pt", "mil", "1000"}, {"ru", "двадцать три", "23"}, {"ru", "двести", "200"}, {"ru", "сто двадцать", "120"}, {"pl", "dwadzieścia trzy", "23"}, {"pl", "dwieście", "200"}, {"pl", "trzynaście", "13"},
		{"en", "hundert", ""}, {"en", "mil", ""},
		{"en", "1.234", "1.234"}, {"zh-Hans", "5亿", "500000000"},
	} {
		v, ok := Parse(c.in, &Hint{Language: c.language})
		got := ""
		if ok {
			got = Format(v)
		}
		if got != c.want {
			t.Errorf("%s: %q is %q by %s, want %q", c.language, c.in, got, v.Rule, c.want)
		}
	}
}

// What means the same in all languages that have it needs no hint.
func TestLanguagesWithoutHint(t *testing.T) {
	for in, want := range map[string]string{
		"3,5 Milliarden Euro": "3500000000 EUR", "5 millones": "5000000", "2 miliony": "2000000", "5 млрд": "5000000000", "3 milhões": "3000000",
		"5 mila": "5000", "5 billones": "5000000000000", "5 billion": "5000000000", "2 Billionen": "2000000000000", "5 mil": "5000000", "約5": "~5",
	} {
		v, ok := Parse(in, nil)
		got := ""
		if ok {
			got = Format(v)
		}
		if got != want {
			t.Errorf("%q is %q by %s, want %q", in, got, v.Rule, want)
		}
	}
}
