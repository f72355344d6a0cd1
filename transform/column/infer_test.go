package column

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// infer reads one column.
func infer(header string, texts ...string) Column {
	return Infer([]Source{source(header, texts...)}, Context{})[0]
}

func source(header string, texts ...string) Source {
	s := Source{Header: []string{header}}
	for _, t := range texts {
		s.Cells = append(s.Cells, Cell{Text: t})
	}
	return s
}

// values writes the values of a column as the tables show them.
func values(c Column) string {
	var list []string
	for i := range c.Values {
		v := &c.Values[i]
		switch {
		case v.Null:
			list = append(list, "~")
		case v.HasDate():
			list = append(list, v.EDTF)
		case v.HasNumber():
			list = append(list, v.Number.String())
		case v.Type == Boolean:
			list = append(list, fmt.Sprint(v.Bool))
		default:
			list = append(list, "'")
		}
	}
	return strings.Join(list, " ")
}

func TestTypes(t *testing.T) {
	for _, c := range []struct{ header, texts, want string }{
		// Numbers.
		{"Votes", "2,952|5|4", "integer: 2952 5 4"},
		{"Rate", "95.07%|7%|12.5%", "number %: 95.07 7 12.5"},
		{"Rate", "95%|7%", "integer %: 95 7"},
		{"Balance", "+5|−3|-2", "integer: 5 -3 -2"},
		{"Score", "5.0|6.0", "number: 5.0 6.0"},
		{"Sold", "1.5 million|20 thousand|7", "integer: 1500000 20000 7"},
		{"Price", "$1,000|2,000|3,000", "integer $: 1000 2000 3000"},
		{"Length", "5 km|0|1,233 km", "integer km: 5 0 1233"},
		{"Length (km)", "5|7 km", "integer km: 5 7"},
		{"Votes (thousand)", "1.5|20", "integer: 1500 20000"},
		{"Votes (million)", "1.5|20 thousand", "integer: 1500000 20000"},
		{"Place", "1st|12th|3rd", "ordinal: 1 12 3"},
		{"Place", "1st|12|3", "integer: 1 12 3"},
		{"Share %", ".625|.500", "number: 0.625 0.500"},
		{"No.", "1.|2.|3.", "integer: 1 2 3"},
		{"N", "5|—|n/a|7||?", "integer: 5 ~ ~ 7 ~ ~"},
		{"N", "5*|7[1]|†8|[b]", "integer: 5 7 8 ~"},
		{"N", "9223372036854775807|1", "integer: 9223372036854775807 1"},
		{"N", "9223372036854775808|1", "integer: 9223372036854775808 1"},
		{"N", "~7|159+|<1", "integer: 7 159 1"},
		// Decimal marks by the whole column.
		{"Wert", "12,5|1.234|7", "number: 12.5 1234 7"},
		{"Wert", "1.234.567|1.234", "integer: 1234567 1234"},
		{"Value", "1.234|12.5", "number: 1.234 12.5"},
		{"Value", "1.234|5.678", "number: 1.234 5.678"},
		// Years.
		{"Year", "1969|2013|476", "year: 1969 2013 0476"},
		{"Year", "1969|2013|476[note a]|5*", "year: 1969 2013 0476 0005"},
		{"Opened", "1969|2013|—", "year: 1969 2013 ~"},
		{"", "1969|2013", "year: 1969 2013"},
		{"Population", "1969|2013", "integer: 1969 2013"},
		{"Population year", "1969|2013", "year: 1969 2013"},
		{"population_census_year", "1969|2013", "year: 1969 2013"},
		{"Year's population", "1969|2013", "integer: 1969 2013"},
		{"Height (m)", "1969|2013", "integer m: 1969 2013"},
		{"Code", "1301|1302", "integer: 1301 1302"},
		{"Year", "1|2|3", "integer: 1 2 3"},
		{"2013", "1802|1911", "integer: 1802 1911"},
		{"Year", "44 BC|2013", "year: -0043 2013"},
		// Dates.
		{"Date", "5 March 2013|16 March 2013", "date: 2013-03-05 2013-03-16"},
		{"Date", "2013-03-05|TBA", "date: 2013-03-05 ~"},
		{"Date", "5 March 2013|March 2013|2013", "edtf: 2013-03-05 2013-03 2013"},
		{"Date", "5 March|16 March", "edtf: XXXX-03-05 XXXX-03-16"},
		{"Date", "03/04/2013|13/04/2013", "date: 2013-04-03 2013-04-13"},
		{"Date", "03/04/2013|04/13/2013", "date: 2013-03-04 2013-04-13"},
		{"Month", "March|May", "edtf: XXXX-03 XXXX-05"},
		{"Season", "2001–02|2002", "edtf: 2001/2002 2002"},
		{"Date", "2013-03-05 12:30|2013-03-06", "edtf: 2013-03-05T12:30:00 2013-03-06"},
		{"Built", "c. 1920|1935", "edtf: 1920~ 1935"},
		{"Built", "c. 500|1935", "edtf: 0500~ 1935"},
		{"Population", "c. 500|约100|300", "integer: 500 100 300"},
		{"Votes", "١٢٣|۴۵", "integer: 123 45"},
		{"Founded", "early 1990s|2013", "edtf: 199X 2013"},
		{"Date", "27-Jan-68|3 May 1967", "date: 1968-01-27 1967-05-03"},
		{"Date", "5/6/99|25/6/99|1/7/2000", "date: 1999-06-05 1999-06-25 2000-07-01"},
		{"Date", "14.03.99|15.03.1999", "date: 1999-03-14 1999-03-15"},
		{"Year", "'98|1997|’99", "year: 1998 1997 1999"},
		{"Date", "27-Jan-68|30-Jan-68", "string: ' '"},
		{"Version", "10.4.11|10.5.12|5 May 2013", "string: ' ' 2013-05-05"},
		{"Date", "5/6/99|1 July 2000", "string: ' 2000-07-01"},
		// Durations.
		{"Time", "1:23.456|58:01.5", "duration: 83.456 3481.5"},
		{"Length", "3:45|12:05|1:02:03", "duration: 225 725 3723"},
		{"Lasted", "2h 05m|3 h 10 min", "duration: 7500 11400"},
		{"Lasted", "1 year, 32 days|2 years, 1 day", "duration: ' '"},
		{"Length", "14 days|3 days", "integer d: 14 3"},
		{"Time", "14:55:43|4:22:21", "string: ' '"},
		{"Time", "7:05|12:30", "string: ' '"},
		{"R.A.", "04h 26m 16.3s|05h 1m 2s", "string: ' '"},
		// Booleans.
		{"Open", "yes|No|yes", "boolean: true false true"},
		{"Open", "✓|✗|", "boolean: true false ~"},
		// Headers that speak of names, and those that do not.
		{"Gene", "SEPT2|MARCH1|OCT4", "string: ' ' '"},
		{"Gene symbol", "Sep-02|Dec-01", "string: ' '"},
		{"Locomotive", "DEC 12|NOV 1", "string: ' '"},
		{"", "SEPT2|OCT4", "string: ' '"},
		{"Engine", "MAR 3|JUN 4", "string: ' '"},
		{"Date", "MAR 3|JUN 4", "edtf: XXXX-03-03 XXXX-06-04"},
		{"Match", "Mar 3|Jun 4", "edtf: XXXX-03-03 XXXX-06-04"},
		{"Date", "SEPT2|OCT4", "edtf: XXXX-09-02 XXXX-10-04"},
		{"Date", "Sep-02|Oct-04", "edtf: XXXX-09-02 XXXX-10-04"},
		{"Model", "5 May 2012|6 June 2013", "date: 2012-05-05 2013-06-06"},
		{"Code", "5E1|1E5", "string: ' '"},
		{"Seat", "10K|5M", "string: ' '"},
		{"Subscribers", "10K|12K", "integer: 10000 12000"},
		{"Part price", "10K|12K", "integer: 10000 12000"},
		{"Number of seats", "10K|12K", "integer: 10000 12000"},
		{"Mass", "5E1|1E5", "integer: 50 100000"},
		{"Version", "1.9|1.10|2.0", "string: ' ' '"},
		{"Driver version", "3.10|3.9", "string: ' '"},
		{"Section", "1|2|3", "integer: 1 2 3"},
		{"Version date", "5 May 2012|6 June 2013", "date: 2012-05-05 2013-06-06"},
		{"Price", "1.50|2.25", "number: 1.50 2.25"},
		{"", "1.8|1.9|1.10|1.11", "string: ' ' ' '"},
		{"", "1.8|1.9|2.0", "number: 1.8 1.9 2.0"},
		{"Lot", "5E1|12E4", "string: ' '"},
		{"", "5E1|12E4", "string: ' '"},
		{"", "1.5E1|1E-5", "number: 15 0.00001"},
		{"Size", "25mm|30mm", "integer mm: 25 30"},
		{"Size", "10K|5m", "string: ' '"},
		{"Route", "1701|1805", "integer: 1701 1805"},
		// Parentheses.
		{"Balance ($)", "(66)|50|(112)", "integer $: -66 50 -112"},
		{"Net income", "(66)|(50)", "integer: -66 -50"},
		{"Change", "(66)|−5|12", "integer: -66 -5 12"},
		{"(Gls)", "(5)|(0)|(37)", "integer: 5 0 37"},
		{"Goals", "(5)|7", "integer: 5 7"},
		{"Caps", "(5)|(1,200)", "integer: 5 1200"},
		// Trends and words for nothing.
		{"Move", "▲ 0.31|▼ 0.22|▼0.5", "number: 0.31 -0.22 -0.5"},
		{"Revenue", "▲ 5|▼ 3|▼ −2", "integer: 5 3 -2"},
		{"Balance", "▼ 3|Loss 4", "integer: 3 -4"},
		{"seat change", "▼ 3|▲ 4", "integer: -3 4"},
		{"±%", "▼ 3.5|▲ 4", "number %: -3.5 4"},
		{"Swing", "Increase 2.4|Decrease 3.1%", "number %: 2.4 -3.1"},
		{"Swing", "Decrease 2.4%|Increase 3.1%|Steady", "string: -2.4 3.1 '"},
		{"Revenue", "▲ 31|▼ 22", "integer: 31 22"},
		{"Net change", "▲ 31|▼ 22|−5", "integer: 31 -22 -5"},
		{"+/−", "▲ 31|▼ 22", "integer: 31 -22"},
		{"To par", "−1|Even|+2", "integer: -1 0 2"},
		{"Title", "Decrease|Gain 5", "string: ' 5"},
		{"Deaths", "5|nil|None|0|17", "integer: 5 0 0 0 17"},
		{"Outcome", "None|Passed|Failed", "string: ' ' '"},
		{"To par", "−10|−8|E|+1", "integer: -10 -8 0 1"},
		{"Grade", "1|2|E|3", "string: 1 2 ' 3"},
		// Numbers in words.
		{"Ships", "two hundred twenty-two thousand|nineteen", "integer: 222000 19"},
		{"Ships", "12|seven|3", "integer: 12 7 3"},
		{"Album", "Seven|One|Twenty-One", "string: ' ' '"},
		{"Album", "Seven|Ann|Bea", "string: ' ' '"},
		// Marks of two kinds, spaces that do not show, raised digits.
		{"Literacy", "45,2|53.3|55,9|60,1", "number: 45.2 53.3 55.9 60.1"},
		{"Area", "30 528\u200b km²|5 km²", "integer km2: 30528 5"},
		{"Year", "1939 ¹|1940", "year: 1939 1940"},
		{"Depth", "12|‐|‑|－", "integer: 12 ~ ~ ~"},
		// A scale that full figures refuse.
		{"Population (mil)", "20,186,000|12,043,000", "integer: 20186000 12043000"},
		{"Population (mil)", "20.2|12", "integer: 20200000 12000000"},
		{"GDP (US$ million)", "19,390,600|48,186", "integer USD: 19390600000000 48186000000"},
		// Not values: identifiers, scores, versions, times, seasons, coordinates.
		{"Code", "007|123", "string: ' '"},
		{"Phone", "+49 30 1234567|030 123456", "string: ' '"},
		{"Score", "3–2|1–0", "string: ' '"},
		{"Score", "3-2|1-0", "string: ' '"},
		{"Height", "5 ft 11 in|6 ft 2 in", "string: ' '"},
		{"Age", "12–17|14–18", "string: ' '"},
		{"Version", "1.2.3|1.10.0", "string: ' '"},
		{"Season", "2001–02|2002–03", "string: ' '"},
		{"Season", "2001-02|2002-03", "string: ' '"},
		{"Season", "2001-02|2012-13", "string: ' '"},
		{"Season", "2001/02|2002/03", "string: ' '"},
		{"Month", "2001-02|2001-04", "edtf: 2001-02 2001-04"},
		{"Name", "April|May|June", "string: ' ' '"},
		{"Coordinates", "52°31′N 13°23′E|48°8′N 11°34′E", "string: ' '"},
		{"Name", "Ann|Bea", "string: ' '"},
		{"Name", "—|—", "string: ' '"},
		{"Name", "|", "string: ~ ~"},
		{"Open", "yes|yes", "string: ' '"},
		{"Note", "5 km|3 mi", "string: 5 3"},
		{"Date", "31 February 2013|1 March 2013", "string: ' 2013-03-01"},
		{"Date", "03/04/2013|05/06/2013", "string: ' '"},
		{"Place", "Zürich|Łódź", "string: ' '"},
		{"Anzahl", "½|3½", "number: 0.5 3.5"},
		{"Dates", "14–17 January 2013|3–5 May 2013", "string: 2013-01-14/2013-01-17 2013-05-03/2013-05-05"},
		// A text of its own stands for what it is.
		{"Value", "1,234|Ann|5 March 2013|none", "string: 1234 ' 2013-03-05 '"},
	} {
		col := infer(c.header, strings.Split(c.texts, "|")...)
		got := col.Type.String()
		if col.Unit != "" {
			got += " " + col.Unit
		}
		if got += ": " + values(col); got != c.want {
			t.Errorf("%s: %s\n\tis %s\n\twant %s", c.header, c.texts, got, c.want)
		}
	}
}

func TestNeighboursDecideTheDecimalMark(t *testing.T) {
	open, comma, point := source("A", "1.234", "5.678"), source("B", "0,5", "1,25"), source("B", "0.5", "1.25")
	if c := Infer([]Source{open, comma}, Context{})[0]; values(c) != "1234 5678" {
		t.Errorf("beside decimal commas: %s", values(c))
	}
	if c := Infer([]Source{open, point}, Context{Language: "de"})[0]; values(c) != "1.234 5.678" {
		t.Errorf("beside decimal points: %s", values(c))
	}
	if c := Infer([]Source{open}, Context{Language: "de"})[0]; values(c) != "1234 5678" {
		t.Errorf("in German: %s", values(c))
	}
}

func TestNeighboursDecideTheOrderOfDates(t *testing.T) {
	open, months := source("A", "03/04/2013"), source("B", "12/25/2013")
	if c := Infer([]Source{open, months}, Context{})[0]; values(c) != "2013-03-04" {
		t.Errorf("%s", values(c))
	}
}

func TestSortKeysDecide(t *testing.T) {
	one := func(text, key string) Column {
		return Infer([]Source{{Header: []string{"X"}, Cells: []Cell{{Text: text, SortKey: key}}}}, Context{})[0]
	}
	for _, c := range []struct{ text, key, want string }{
		{"1.234", "1234", "1234"},
		{"1,234", "1.234", "1.234"},
		{"1,234 sq. mi", "1234", "1234"},
		{"1.234", "0001234", "1234"},
		{"1.234", "1.234", "1.234"},
		{"1.234", "7003123400000000000", "1.234"}, // another number's digits say nothing
		{"1.234", "abc", "1.234"},
		{"03/04/2013", "2013-04-03", "2013-04-03"},
		{"03/04/2013", "2013-03-04 00:00", "2013-03-04"},
		{"03/04/2013", "Anything", "'"},
	} {
		if got := values(one(c.text, c.key)); got != c.want {
			t.Errorf("%s with key %s is %s, want %s", c.text, c.key, got, c.want)
		}
	}
}

func TestMixedColumn(t *testing.T) {
	texts := make([]string, 20)
	for i := range texts {
		texts[i] = fmt.Sprint(i)
	}
	texts[4], texts[9] = "did not finish", "x"
	c := infer("Laps", texts...)
	if c.Type != String || c.Near != Integer || fmt.Sprint(c.Spoilers) != "[4 9]" {
		t.Errorf("type %s, near %s, spoilers %v", c.Type, c.Near, c.Spoilers)
	}
	if c.Storage != dataset.String || c.Values[3].Type != Integer || c.Values[4].Type != String {
		t.Errorf("storage %s, types %s and %s", c.Storage, c.Values[3].Type, c.Values[4].Type)
	}
	texts[14] = "three in twenty are too many"
	if c := infer("Laps", texts...); c.Near != String || c.Spoilers != nil {
		t.Errorf("near %s, spoilers %v", c.Near, c.Spoilers)
	}
	if c := infer("Code", append(texts[15:], "5", "6", "7", "8", "9", "007")...); c.Near != String {
		t.Errorf("identifiers are near %s", c.Near)
	}
}

func TestRemarks(t *testing.T) {
	s := source("Won", "5", "did not play", "7")
	s.Cells[1].Remark = true
	c := Infer([]Source{s}, Context{})[0]
	if c.Type != Integer || values(c) != "5 ~ 7" || !c.LeftOut(1) || c.LeftOut(0) {
		t.Errorf("%s: %s", c.Type, values(c))
	}
	s.Cells[1].Text = "6" // a number that spans columns is one in each
	if c := Infer([]Source{s}, Context{})[0]; values(c) != "5 6 7" || c.LeftOut(1) {
		t.Errorf("%s: %s", c.Type, values(c))
	}
}

func TestUnseparated(t *testing.T) {
	for _, c := range []struct{ texts, want string }{
		{"2,952|2908|5", "[1] 2,908"},
		{"12 345|1 234|45678", "[2] 45 678"},
		{"2,952|2,951|2,950|2908|2907", "[]"}, // too many to be slips
		{"12,345|2908|23,456", "[]"},          // four digits without is a style
		{"12,345|20908|23,456", "[1] 20,908"},
		{"2952|2908", "[]"},
		{"2,952|908", "[]"},
		{"2.5|2908", "[]"},
	} {
		texts := strings.Split(c.texts, "|")
		col := infer("N", texts...)
		got := fmt.Sprint(col.Unseparated)
		for _, i := range col.Unseparated {
			got += " " + col.Separated(texts[i])
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.texts, got, c.want)
		}
	}
}

func TestStorage(t *testing.T) {
	for _, c := range []struct {
		texts string
		want  dataset.Type
		scale int32
	}{
		{"1|2", dataset.Integer, 0},
		{"1.5|2", dataset.Number, 0},
		{"0.1|123456789.123", dataset.Number, 0},
		{"1234567890.12345678|2", dataset.Decimal, 8},
		{"9007199254740993.5|2", dataset.Decimal, 1},
		{"9223372036854775808|2", dataset.Decimal, 0},
		{"123456789012345678901234567890123456789|2", dataset.String, 0},
	} {
		col := infer("N", strings.Split(c.texts, "|")...)
		if col.Storage != c.want || col.Scale != c.scale {
			t.Errorf("%s: %s with %d decimals", c.texts, col.Storage, col.Scale)
		}
	}
}

func TestUnordered(t *testing.T) {
	c := infer("Date", "03/04/2013", "4 / 9", "31/02/2013", "05-06-2013", "7/7/2013")
	if fmt.Sprint(c.Unordered) != "[0 3]" || c.Type != String {
		t.Errorf("%s, unordered %v", c.Type, c.Unordered)
	}
}

func TestYearOfThePage(t *testing.T) {
	s := source("Day", "5 March", "29 February", "16 March")
	c := Infer([]Source{s}, Context{Year: 2013})[0]
	if c.Type != EDTF || values(c) != "2013-03-05 XXXX-02-29 2013-03-16" || fmt.Sprint(c.Completed) != "[0 2]" {
		t.Errorf("%s: %s, completed %v", c.Type, values(c), c.Completed)
	}
	if v := Read("5 March", "Begin", Context{Year: 2013}); v.Type != Date || !v.Completed || v.EDTF != "2013-03-05" {
		t.Errorf("%+v", v)
	}
}

func TestReadByKey(t *testing.T) {
	for _, c := range []struct {
		key, text string
		want      Type
	}{
		{"Year", "2013", Year}, {"Lastyear", "2012", Year}, {"Seats", "2013", Integer}, {"Anything", "2013", Integer},
		{"Pmimage", "100px", Integer}, {"Session", "1st", Ordinal}, {"Area", "12.5 km²", Number},
		{"Chinese", "第十二届全国人民代表大会第一次会议", String}, {"Status", "inactive", String}, {"Code", "0123", String},
	} {
		if v := Read(c.text, c.key, Context{}); v.Type != c.want {
			t.Errorf("%s: %s is %s, want %s", c.key, c.text, v.Type, c.want)
		}
	}
}
