package tidy

import "testing"

func TestInfobox(t *testing.T) {
	d := convert(t, `= Rally =

Infobox rally
- Year: 2013
- term_begin: 5 March
- Leap: 29 February
- Width: 100px
- Area: 1,233 km²
- Previousyear: 2012
- Seats: 2000
- Open: yes
- Code: 007
- Site: none
- Formula: =1+1
- Signed: 03/04/2013
- Left: 13/04/2013
- Length: 50 km (31 mi)
- Born: 12 May 1987 (age 26)
- Opened: 5 March 87
- Founded: early 1990s
`)
	same(t, "infobox", show(d.Table("infobox"), "box", "template", "ordinal", "label", "text", "type", "decimal", "date", "date_start", "unit", "line"), `
		1 | Infobox rally | 1 | Year | 2013 | year | 2013 | 2013 | 2013-01-01 | ~ | 4
		1 | Infobox rally | 2 | Term begin | 5 March | date | ~ | 2013-03-05 | 2013-03-05 | ~ | 5
		1 | Infobox rally | 3 | Leap | 29 February | edtf | ~ | XXXX-02-29 | ~ | ~ | 6
		1 | Infobox rally | 4 | Width | 100px | integer | 100 | ~ | ~ | px | 7
		1 | Infobox rally | 5 | Area | 1,233 km² | integer | 1233 | ~ | ~ | km2 | 8
		1 | Infobox rally | 6 | Previousyear | 2012 | year | 2012 | 2012 | 2012-01-01 | ~ | 9
		1 | Infobox rally | 7 | Seats | 2000 | integer | 2000 | ~ | ~ | ~ | 10
		1 | Infobox rally | 8 | Open | yes | boolean | ~ | ~ | ~ | ~ | 11
		1 | Infobox rally | 9 | Code | 007 | string | ~ | ~ | ~ | ~ | 12
		1 | Infobox rally | 10 | Site | none | string | ~ | ~ | ~ | ~ | 13
		1 | Infobox rally | 11 | Formula | =1+1 | string | ~ | ~ | ~ | ~ | 14
		1 | Infobox rally | 12 | Signed | 03/04/2013 | string | ~ | ~ | ~ | ~ | 15
		1 | Infobox rally | 13 | Left | 13/04/2013 | date | ~ | 2013-04-13 | 2013-04-13 | ~ | 16
		1 | Infobox rally | 14 | Length | 50 km (31 mi) | integer | 50 | ~ | ~ | km | 17
		1 | Infobox rally | 15 | Born | 12 May 1987 (age 26) | date | ~ | 1987-05-12 | 1987-05-12 | ~ | 18
		1 | Infobox rally | 16 | Opened | 5 March 87 | date | ~ | 1987-03-05 | 1987-03-05 | ~ | 19
		1 | Infobox rally | 17 | Founded | early 1990s | edtf | ~ | 199X | 1990-01-01 | ~ | 20
		`)
	same(t, "findings", show(d.Table("findings"), "severity", "code", "where", "field", "observed", "expected", "line"), `
		info | year_from_context | infobox | term_begin | 5 March | 2013-03-05 | 5
		info | formula_like | infobox | Formula | =1+1 | ~ | 14
		warning | ambiguous_date | infobox | Signed | 03/04/2013 | ~ | 15
		warning | two_digit_year | infobox | Opened | 5 March 87 | 1987-03-05 | 19
		info | inexact_values | infobox | Founded | early 1990s | 199X | 20
		`)
	if d.Year != 2013 {
		t.Errorf("year %d", d.Year)
	}
}

func TestInfoboxWithoutYear(t *testing.T) {
	d := convert(t, "= A =\nInfobox\n- Begin: 5 March\n- Founded: 1950\n")
	same(t, "infobox", show(d.Table("infobox"), "text", "type", "date", "date_start"), "5 March | edtf | XXXX-03-05 | ~\n1950 | year | 1950 | 1950-01-01\n")
	if d.Year != 0 || d.Table("findings").NumRows() != 0 {
		t.Errorf("year %d, findings %s", d.Year, show(d.Table("findings"), "code"))
	}
}

func TestYearInOtherLanguages(t *testing.T) {
	for _, key := range []string{"Jahr", "Année", "Año", "Год", "年"} {
		if d := convert(t, "= A =\nInfobox\n- "+key+": 1987\n"); d.Year != 1987 {
			t.Errorf("%s: year %d", key, d.Year)
		}
	}
	for _, line := range []string{"Years: 1987", "Year: 1987–1990", "Year: 12", "Name: 1987"} {
		if d := convert(t, "= A =\nInfobox\n- "+line+"\n"); d.Year != 0 {
			t.Errorf("%s: year %d", line, d.Year)
		}
	}
}

// TestDatesForMachines: a value that is no date as a whole has the date that the page
// gives beside it.
func TestDatesForMachines(t *testing.T) {
	d := convertHTML(t, `<table class="infobox"><tr><th>Born<td>Ann Lee, 5. května 1950<span style="display:none"> (<span class="bday">1950-05-05</span>)</span>, Oslo
<tr><th>In office<td>years of war<span style="display:none"><span class="dtstart">1940-05-10</span><span class="dtend">1945-06-02</span></span>
<tr><th>Built<td>1960<span style="display:none" class="dtstart">1961-01-01</span><tr><th>Shown<td>twice<span style="display:none"><span class="dtstart">2001-01-01</span><span class="dtstart">2002-01-01</span></span></table>`)
	same(t, "infobox", show(d.Table("infobox"), "key", "text", "type", "date", "date_start", "date_end"), `
		Born | Ann Lee, 5. května 1950, Oslo | date | 1950-05-05 | 1950-05-05 | 1950-05-05
		In office | years of war | edtf | 1940-05-10/1945-06-02 | 1940-05-10 | 1945-06-02
		Built | 1960 | year | 1960 | 1960-01-01 | 1960-12-31
		Shown | twice | string | ~ | ~ | ~
	`)
}
