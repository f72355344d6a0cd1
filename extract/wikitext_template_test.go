package extract_test

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
)

// TestWikitextTemplates has the templates that are built in, each in a cell of its own: what
// a reader sees, then, after ¦, the sort key, and after each § a note.
func TestWikitextTemplates(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// Text as it is.
		{"{{nowrap|a b}}", "a b"}, {"{{small|x}}", "x"}, {"{{center|x}}", "x"}, {"{{big|'''x'''}}", "x"},
		{"{{align|right|5}}", "5"}, {"{{color|red|x}}", "x"}, {"{{font color|white|red|x}}", "x"},
		{"{{lang|fr|le Rhin}}", "le Rhin"}, {"{{lang-de|Rhein}}", "Rhein"}, {"{{IPA|/a/}}", "/a/"},
		{"{{abbr|km|kilometre}}", "km§kilometre"}, {"{{tooltip|a|b}}", "a§b"}, {"{{legend|#f00|x}}", "x"},
		// Flags and countries.
		{"{{flagicon|GER}}", "Germany"}, {"{{flagicon|GER}} Ann", "Ann§Germany"}, {"{{flag|GER}}", "Germany"}, {"{{flag|Atlantis}}", "Atlantis"}, {"{{flagu|France}}", "France"},
		{"{{flagcountry|CHN}}", "China"}, {"{{GER}}", "Germany"}, {"{{fb|BRA}}", "Brazil"}, {"{{flagathlete|[[Ann]]|NED}}", "Ann (Netherlands)"},
		{"{{flag}}", ""}, {"{{ger}}", "Ger§"}, {"{{QQQ}}", "QQQ§"}, {"{{QQQ}} 5", "5§QQQ§"},
		// Sort keys.
		{"{{nts|1234567}}", "1,234,567¦1234567"}, {"{{nts|3.5}}", "3.5¦3.5"}, {"{{nts|1,234}}", "1,234¦1,234"},
		{"{{ntsh|5}}five", "five¦5"}, {"{{sort|02|two}}", "two¦02"}, {"{{sort|x}}", "x¦x"},
		{"{{sortname|Ann|Lee}}", "Ann Lee¦Lee, Ann"}, {"{{sortname|Ann|Lee|nolink=1}}", "Ann Lee¦Lee, Ann"},
		{"{{dts|2001|5|7}}", "May 7, 2001¦2001-05-07"}, {"{{dts|2001|May|7|format=dmy}}", "7 May 2001¦2001-05-07"},
		{"{{dts|||1810|noFormat=ja}}", "1810"}, {"{{dts|5|3|1810}}", "March 5, 1810¦1810-03-05"}, {"{{dts|2001}}", "2001"}, {"{{dts|7 May 2001}}", "7 May 2001"},
		// Dates.
		{"{{start date|2001|05}}", "May 2001"}, {"{{start date and age|2001|5|7|df=y}}", "7 May 2001"},
		{"{{birth date|1950|1|2}}", "January 2, 1950"}, {"{{birth-date and age|2 January 1950}}", "2 January 1950"},
		{"{{death date and age|2000|5|3|1950|6|2}}", "May 3, 2000 (aged 49)"}, {"{{death date and age|2000|5|3}}", "May 3, 2000"},
		{"{{as of|2001|5}}", "As of May 2001"}, {"{{circa|1500}}", "c. 1500"}, {"{{circa|1500|1510}}", "c. 1500 – c. 1510"},
		{"{{marriage|Ann|1990|2000}}", "Ann (m. 1990; div. 2000)"}, {"{{start date|when?|13}}", "when? 13"},
		// Numbers and measures.
		{"{{convert|5|km|mi}}", "5 km"}, {"{{convert|5|to|7|km2}}", "5 to 7 km²"}, {"{{cvt|12345|m}}", "12,345 m"},
		{"{{convert|5|ft|10|in|cm}}", "5 ft 10 in"}, {"{{convert|1.5|e6km2}}", "1.5×10⁶ km²"}, {"{{convert|x|km}}", "x"},
		{"{{convert|5|eV}}", "5 eV"}, {"{{height|m=1.80}}", "1.80 m"}, {"{{height|ft=5|in=10}}", "5 ft 10 in"},
		{"{{val|1.5|e=3|u=m}}", "1.5×10³ m"}, {"{{val|5|0.2}}", "5±0.2"}, {"{{val|6.674|(15)}}", "6.674(15)"}, {"{{val}}", ""},
		{"{{frac|1|2}}", "½"}, {"{{frac|3|1|7}}", "3 1/7"}, {"{{frac|8}}", "⅛"}, {"{{formatnum:1234.5}}", "1,234.5"}, {"{{formatnum:1,234|R}}", "1234"},
		{"{{US$|5}}", "US$5"}, {"{{€|5}}", "€5"}, {"{{percentage|1|3|1}}", "33.3%"}, {"{{0}}5", "5"}, {"{{increase}} 5", "▲ 5§Increase"}, {"{{increase}} −5", "−5§Increase"}, {"5 {{increase}}", "5§Increase"}, {"{{decrease}}", "Decrease"},
		{"{{coord|52|31|N|13|24|E}}", "52°31′N 13°24′E"}, {"{{coord|-33.4|-70.6}}", "33.4°S 70.6°W"}, {"{{coord|1|2|display=title}}", ""},
		{"{{winning percentage|3|1}}", ".750"}, {"{{bartable|12|%}}", "12 %"},
		// Lists.
		{"{{hlist|a|b||c}}", "a · b · c"}, {"{{ubl|a|b}}", "a↵b"}, {"{{plainlist|\n* a\n* b\n}}", "a↵b"},
		{"{{collapsible list|title=T|a|b}}", "T↵a↵b"}, {"{{unbulleted list}}", ""},
		// Yes and no.
		{"{{yes}}", "Yes"}, {"{{yes|12}}", "12"}, {"{{no}}", "No"}, {"{{n/a}}", "N/A"}, {"{{TBA}}", "TBA"}, {"{{free}}", "Free"}, {"{{pending|soon}}", "soon"},
		{"{{ya}}", "✓"}, {"{{x mark}}", "✗"}, {"a {{yes}}", "a Yes"}, {"b=2 {{yes}} c", "Yes c"}, {"{{oui}}", "Oui"},
		// Links and notes.
		{"{{ill|Ann|de|Anna}}", "Ann"}, {"{{URL|https://example.org/}}", "example.org"}, {"{{URL|x.org|home}}", "home"}, {"{{URL}}", ""},
		{"5{{efn|about}}", "5§about"}, {"5{{refn|group=a|b}}", "5§b"}, {"5{{sfn|Lee|2001|p=3}}", "5§Lee 2001, p. 3"}, {"5{{citation needed|date=May}}", "5"},
		{"{{colorbox|red}} x", "x"}, {"{{steam|5|Game}}", "Game"}, {"{{version|c|1.2}}", "1.2"}, {"{{nihongo|Tokyo|東京|Tōkyō}}", "Tokyo (東京, Tōkyō)"},
		// Signs.
		{"a{{!}}{{!}}b", "a"}, {"a{{=}}b", "a=b"}, {"1{{ndash}}2", "1–2"}, {"a{{snd}}b", "a – b"}, {"{{(}}x{{)}}", "{x}"},
		// Other languages.
		{"{{Date de naissance|11|novembre|1866}}", "11 novembre 1866"}, {"{{Fecha de nacimiento|5|2|1985}}", "5 February 1985"},
		{"{{Дата рождения|5|2|1985}}", "5 February 1985"}, {"{{dni|7|9|1971}}", "7 September 1971"}, {"{{date|5|mars|1903}}", "5 mars 1903"},
		{"{{date|1903}}", "1903"}, {"{{birth date|1985|2|5}}", "February 5, 1985"}, {"{{date|5|2|85}}", "5 February 85"},
		{"{{unité|144.2|km|2}}", "144.2 km²"}, {"{{unidad|12|km}}", "12 km"}, {"{{Zahl|123456}}", "123,456"}, {"{{число|1234567}}", "1,234,567"},
		{"{{仮リンク|A|en|B}}", "A"}, {"{{仮リンク|A|label=C|en|B}}", "C"}, {"{{нп5|A|B||C}}", "B"}, {"{{нп3|A}}", "A"}, {"{{Lien|langue=en|fr=A|texte=B}}", "B"},
		{"{{Франция}}", "Франция"}, {"{{Brasilien}}", "Brasilien"}, {"{{ESP}}", "Spain"}, {"{{DEU|#}}", "Germany"}, {"{{Mitte}}", "Mitte§"},
		{"{{flagIOC|GBR|2008 Summer}}", "Great Britain"}, {"{{flagIOC|GER|2008 Summer}}", "Germany"},
		// Dates with more than a day.
		{"{{film date|1994|9|10|Venice|1994|11|3|Norway}}", "September 10, 1994 (Venice)↵November 3, 1994 (Norway)"},
		{"{{death date and age|68|6|9|37|12|15}}", "June 9, AD 68 (aged 30)"}, {"{{end date|2010}}", "2010"},
		{"{{OldStyleDate|5 November|1880|24 October}}", "5 November 1880§O.S. 24 October"}, {"{{OldStyleDateDY|7 January|1905|25 December 1904}}", "7 January 1905§O.S. 25 December 1904"},
		{"{{age in days|1841|3|4|1841|4|4}}", "31"}, {"{{age in days|1841|3|4}}", ""}, {"{{ayd|1960|2|29|2000|3|1}}", "40 years, 1 days"},
		{"{{age in months|2000|1|31|2001|1|30}}", "11"}, {"{{duration|m=3|s=5}}", "3:05"}, {"{{duration|1|2|3}}", "1:02:03"},
		{"{{composition bar|7|20|red}}", "7§of 20"}, {"x {{change|100|125}}", "x +25%"}, {"{{change|100|x}}", ""}, {"{{pop density|1000|4|km2}}", "250/km2"},
		{"{{bd|1885年|2月5日|1959年|12月25日}}", "1885年2月5日 – 1959年12月25日"}, {"{{bd|1950|1|2}}", "January 2, 1950"}, {"{{OldStyleDateNY|1 March|18 February}}", "1 March§O.S. 18 February"},
		{"{{M|12.5|k|m}}", "12.5 km"}, {"{{m|de|Haus}}", "Haus"}, {"{{flagIOCathlete|Ann|GBR|2008}}", "Ann (Great Britain)"}, {"{{small|text=x}}", "x"},
		{"{{gallery|A.jpg|One|B.jpg}}", "One↵B.jpg"}, {"{{tsl|en|Eng|A|B}}", "B"}, {"{{le|A|Eng}}", "A"},
		// What is none of these.
		{"{{no such thing|a|b=c}}", "a§"}, {"{{ nowrap | a }}", "a"}, {"{{NOWRAP|a}}", "a"}, {"{{template:nowrap|a}}", "a"}, {"{{subst:nowrap|a}}", "a"},
		{"{{nowrap}}", ""}, {"{{nowrap|1=a=b}}", "a=b"}, {"{{nowrap|a|b}}", "a"}, {"{{nowrap|a", "a"}, {"{{nowrap|{{nowrap|a}}}}", "a"}, {"{nowrap|a}", "a}"},
	} {
		doc := wikitextParse(t, "{|\n|"+c.in+"\n|}", nil)
		var text document.Text
		doc.Walk(func(_ *document.Section, b document.Block) {
			if table, ok := b.(*document.Table); ok && len(table.Rows) > 0 {
				text = table.Rows[0].Cells[0].Text
			}
		})
		got := strings.ReplaceAll(text.Plain, "\n", "↵")
		if key := text.SortKey(); key != "" {
			got += "¦" + key
		}
		for _, n := range text.Notes() {
			got += "§" + n
		}
		unknown := false
		for _, n := range doc.Notes {
			unknown = unknown || n.Code == "unknown_template"
		}
		if unknown {
			got += "§"
		}
		if got != c.want {
			t.Errorf("%s is %s, want %s", c.in, got, c.want)
		}
	}
}
