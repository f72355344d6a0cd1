package column

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestCompanions(t *testing.T) {
	for _, c := range []struct{ header, texts, want string }{
		// A value with the same in other units, an age, a note.
		{"Length", "50 km (31 mi)|8.5 km (5.3 mi)|—", "_value number km: 50 8.5 ~; _second number [mi_i]: 31 5.3 ~"},
		{"Length", "50 km (31 mi)[a]|8 km", "_value integer km: 50 8"},
		{"Born", "12 May 1987 (age 26)|1 June 1990 (aged 20)*", "_date date: 6340 7456"},
		{"Born", "12 May 1987 (age 26)|1990 (aged 20)", "_start date: 6340 7305; _end date: 6340 7669"},
		{"Area (km2)", "50 (31 mi)|5", "_value integer km2: 50 5"},
		{"Length", "50 km (31 mi)|20 mi (32 km)", "_value integer: 50 20; _unit string: km [mi_i]; _second integer: 31 32"},
		{"Length", "50 km (first)|8 km (second)", "_value integer km: 50 8"},
		{"Length", "50 km (31 mi)|long", ""},
		{"Length", "50 km|8 km", ""},
		// What is beside a number: its year, a share, a rank, a second one.
		{"Population", "12,345 (2010 est.)|1,204,000 (2010 census)", "_value integer: 12345 1204000; _year year: 2010 2010"},
		{"Population", "95,855 (2007)|1,204,000 (July 2009)", "_value integer: 95855 1204000; _year year: 2007 2009"},
		{"Votes", "1,978 (38.8%)|2,001 (39.2%)", "_value integer: 1978 2001; _second number %: 38.8 39.2"},
		{"Depth", "41.790 (14)|3.5 (2)", "_value number: 41.79 3.5; _second integer: 14 2"},
		{"Apps (Goals)", "20 (6)|19 (3)", "_value integer: 20 19; _second integer: 6 3"},
		{"High °C (°F)", "3.2 (37.8)|−10.5 (13.1)", "_value number Cel: 3.2 -10.5; _second number [degF]: 37.8 13.1"},
		{"Height m (ft)", "381 (1,250)|300 (984)", "_value integer m: 381 300; _second integer [ft_i]: 1250 984"},
		{"Casualties", "454 fatalities, 700 injuries|1 fatality", "_value integer: 454 1"},
		{"Height", "6 ft 2 in (1.88 m)|5 ft 10 in (1.78 m)", "_value integer [in_i]: 74 70; _second number m: 1.88 1.78"},
		{"Height", "6 ft 2 in|5'11\"|6′7″", "_value integer [in_i]: 74 71 79"},
		{"Height", "6-2|5-11|6–7", "_value integer [in_i]: 74 71 79"},
		{"Gini", "25.4 Low (2020)|31.2 Low (2019)", "_value number: 25.4 31.2"},
		{"Revenue", "▲ $5 million (2019)|▼ $3 million (2020)", "_value integer $: 5000000 3000000; _year year: 2019 2020"},
		{"Change", "▲ 5 (2019)|▼ 3 (2020)", "_value integer: 5 -3; _year year: 2019 2020"},
		{"Latitude", "33.92 S|40.5 N", "_value number deg: -33.92 40.5"},
		{"Conductivity", "0.60 W/(m·K)|0.1", "_value number: 0.6 0.1; _unit string: W/(m.K) ~"},
		{"Result", "58.91|1:00.12", "_seconds number s: 58.91 60.12"},
		// Not values.
		{"Score", "6-2|5-11|6–7", ""},
		{"Size", "33.92 S|40.5 N", ""},
		{"Seat", "10K|12F|3A", ""},
		{"", "10K|12F|3K|4M", ""},
		{"Title", "10 Downing Street|24 Hotels|7 Brides", ""},
		{"Title", "10 Downing Street|24 (TV series)|Seven", ""},
		{"Address", "221B Baker Street|12 High Street", ""},
		// Units that differ.
		{"Cost", "$12 million|€30 million|£8 million", "_value integer: 12000000 30000000 8000000; _unit string: $ EUR GBP"},
		{"Length", "1,200 m|2.5 km", "_value number: 1200 2.5; _unit string: m km"},
		// A column that would be typed but for a few cells.
		{"Goals", "51|52|53|54|injured", "_value integer: 51 52 53 54 ~"},
		{"Goals", "51|injured|ill|54", ""},
		{"Built", "5 May 1901|unknown date|7 June 1902|8 June 1903", "_date date: -25078 ~ -24680 -24314"},
		{"Votes", "3,907 (48%)|6,002|5,104", "_value integer: 3907 6002 5104"},
		// Ranges.
		{"Depth", "15–40 m|20 m|3–5 m", "_lower integer m: 15 20 3; _upper integer m: 40 20 5"},
		{"Depth (m)", "15–40|3–5", "_lower integer m: 15 3; _upper integer m: 40 5"},
		{"Score", "3–2|10–12|1–5", ""},
		{"Record", "3–12|10–12|1–5", ""},
		{"Dates", "3–5 May 2014|30 December 2015 – 2 January 2016", "_start date: 16193 16799; _end date: 16195 16802"},
		{"Years", "1999–2001|2001–2004|2005", "_start date: 10592 11323 12784; _end date: 11687 12783 13148"},
		{"Net", "− US$3 million (2020)|US$5 million (2019)|US$8 million (2018)", "_value integer USD: -3000000 5000000 8000000; _year year: 2020 2019 2018"},
		// Times of a race.
		{"Time", "58.91|1:00.12|59.3", "_seconds number s: 58.91 60.12 59.3"},
		{"Zeit", "58,91|1:00,12|59,3", "_seconds number s: 58.91 60.12 59.3"},
		{"Gap", "+ 7\"|+ 12\"|+ 1' 02\"", "_seconds integer s: 7 12 62"},
		{"Time", "14:55:43|4:22:21", ""},
		{"Score", "1:2|3:4", ""},
		{"Lap time", "39.87 TR|44.81|DNF|41.0", "_value number: 39.87 44.81 ~ 41"},
		// Ranks.
		{"Place", "1|T2|T2|4", "_rank integer: 1 2 2 4"},
		{"Place", "1st|2nd (joint)|2nd (joint)|4th", "_rank integer: 1 2 2 4"},
		{"Rank", "1|2=|=2|4", "_rank integer: 1 2 2 4"},
		{"Place", "1st|2nd=|Joint 4th|Tied 5th", "_rank integer: 1 2 4 5"},
		{"Time", "10.01 WR|10.22|10.5 PB", "_value number: 10.01 10.22 10.5"},
		{"Player", "T2|T1000|T3", ""},
		{"Place", "Room 2|T2|Terminal 3", ""},
		// Places.
		{"Coordinates", "50°30′N 4°28′E|40.7128° N, 74.0060° W", "_lat number deg: 50.5 40.7128; _lon number deg: 4.466667 -74.006"},
		{"Latitude", "48.8567°N|33.5° S", "_value number deg: 48.8567 -33.5"},
		{"Longitude", "70.6693°W|2.35°E", "_value number deg: -70.6693 2.35"},
		{"Latitude", "98.8567°N|120.5°S", ""},
		{"Coordinates", "north of Rome|40.7128", ""},
		// Names.
		{"Part", "5 bolts (2)|6 nuts (3)", ""},
	} {
		col := infer(c.header, strings.Split(c.texts, "|")...)
		if got := companions(&col); got != c.want {
			t.Errorf("%s %q:\n\tgot  %q\n\twant %q", c.header, c.texts, got, c.want)
		}
		if len(col.Companions) > 0 && col.Type != String {
			t.Errorf("%s %q is %s", c.header, c.texts, col.Type)
		}
	}
}

// A rank in another column makes 2:05:30 the time of a race.
func TestTimesBesideRanks(t *testing.T) {
	times := source("Time", "2:05:30", "3:00:59")
	if c := Infer([]Source{times, source("Place", "1", "2")}, Context{})[0]; companions(&c) != "_seconds integer s: 7530 10859" {
		t.Errorf("beside ranks: %q", companions(&c))
	}
	if c := Infer([]Source{times, source("Event", "Launch", "Landing")}, Context{})[0]; companions(&c) != "" {
		t.Errorf("beside events: %q", companions(&c))
	}
}

// companions writes the fields beside a column.
func companions(c *Column) string {
	if len(c.Companions) == 0 {
		return ""
	}
	fields := c.Fields("")
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: fields}))
	for i := range c.Values {
		c.Append(b, i, "text")
	}
	table := b.Table("t")
	var list []string
	for k, f := range fields[1:] {
		text := strings.TrimSuffix(fmt.Sprintf("%s %s %s", f.Name, f.Type, f.Unit), " ") + ":"
		for i := range c.Values {
			switch column := table.ColumnAt(k + 1); {
			case column.Null(i):
				text += " ~"
			default:
				text += fmt.Sprint(" ", column.Value(i))
			}
		}
		list = append(list, text)
	}
	return strings.Join(list, "; ")
}

func TestReadWithAside(t *testing.T) {
	for text, want := range map[string]string{"50 km (31 mi)": "integer 50 km (31 mi)", "12 May 1987 (age 26)[1]": "date 0  (age 26)[1]", "50 km (31)": "integer 50 km "} {
		v := Read(text, "x", Context{})
		if got := fmt.Sprint(v.Type, " ", v.Number, " ", v.Unit, " ", v.Mark); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
