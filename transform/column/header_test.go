package column

import (
	"strings"
	"testing"
)

func TestReadHeader(t *testing.T) {
	for _, c := range []struct{ header, texts, unit, scale string }{
		{"Area (km²)", "Area", "km2", "1"},
		{"Area [km²]", "Area", "km2", "1"},
		{"Area (in km²)", "Area", "km2", "1"},
		{"Area, km²", "Area", "km2", "1"},
		{"Area in km²", "Area", "km2", "1"},
		{"Area km²", "Area", "km2", "1"},
		{"Density (per km²)", "Density", "/km2", "1"},
		{"Density\n/km²", "Density", "/km2", "1"},
		{"Share %", "Share", "%", "1"},
		{"Win%", "Win", "%", "1"},
		{"Share (%)", "Share", "%", "1"},
		{"%", "%", "%", "1"},
		{"% of votes", "% of votes", "%", "1"},
		{"Votes (thousand)", "Votes", "", "1000"},
		{"Votes (thousands)", "Votes", "", "1000"},
		{"Votes (in thousands)", "Votes", "", "1000"},
		{"Votes (000s)", "Votes", "", "1000"},
		{"Votes ('000)", "Votes", "", "1000"},
		{"Votes (×1000)", "Votes", "", "1000"},
		{"Budget (US$)", "Budget", "USD", "1"},
		{"Budget (US$ million)", "Budget", "USD", "1000000"},
		{"Budget (millions of US$)", "Budget", "USD", "1000000"},
		{"Budget (€m)", "Budget", "EUR", "1000000"},
		{"Height (m)[1]", "Height", "m", "1"},
		{"2012 > Share %", "2012 > Share", "%", "1"},
		{"Area (km²) > Land", "Area > Land", "km2", "1"},
		{"Einwohner pro km²", "Einwohner pro km²", "/km2", "1"},
		{"People per km²", "People per km²", "/km2", "1"},
		{"Habitantes/km²", "Habitantes/km²", "/km2", "1"},
		{"Density (people per sq mi)", "Density (people per sq mi)", "/[mi_i]2", "1"},
		{"Dichte (Einw./km²)", "Dichte (Einw./km²)", "/km2", "1"},
		{"Diameter / km", "Diameter", "km", "1"},
		{"Area/km²", "Area/km²", "km2", "1"},
		{"Diameter > km", "Diameter > km", "km", "1"},
		{"GDP > USD", "GDP > USD", "USD", "1"},
		{"Глубина, м", "Глубина", "m", "1"},
		{"Площа, км²", "Площа", "km2", "1"},
		{"a (pm)", "a", "pm", "1"},
		{"Area (km²) (sq mi)", "Area", "km2", "1"},
		{"High °C (°F)", "High", "Cel", "1"},
		{"Height m (ft)", "Height", "m", "1"},
		{"Income (as % of GDP)", "Income (as % of GDP)", "%", "1"},
		{"Area (km²)\u200b", "Area", "km2", "1"},
		{"Time (s)", "Time", "s", "1"},
		{"GDP in Int$ bn", "GDP", "Int$", "1000000000"},
		{"Time(s)", "Time", "s", "1"},
		{"Anteil in %", "Anteil", "%", "1"},
		{"Altitude (en m)", "Altitude", "m", "1"},
		{"長さ（m）", "長さ", "m", "1"},
		// Scales and what is counted, in many languages.
		{"Population (milliers)", "Population", "", "1000"},
		{"Budget (milliers d'euros)", "Budget", "EUR", "1000"},
		{"Popolazione (migliaia)", "Popolazione", "", "1000"},
		{"Población (miles)", "Población", "", "1000"},
		{"Población (miles de hab.)", "Población", "", "1000"},
		{"Distance (miles)", "Distance", "[mi_i]", "1"},
		{"Einwohner (in Tsd.)", "Einwohner", "", "1000"},
		{"Население, тыс. чел.", "Население", "", "1000"},
		{"Ludność (w tys.)", "Ludność", "", "1000"},
		{"Obyvatel (tis.)", "Obyvatel", "", "1000"},
		{"Dân số (nghìn người)", "Dân số", "", "1000"},
		{"人口（千人）", "人口", "", "1000"},
		{"売上高（百万円）", "売上高", "JPY", "1000000"},
		{"인구 (만 명)", "인구", "", "10000"},
		{"Sales (million units)", "Sales", "", "1000000"},
		{"Output (1000 t)", "Output", "t", "1000"},
		{"Output (in 1,000)", "Output", "", "1000"},
		// No units.
		{"Round (1,000)", "Round (1,000)", "", "1"},
		{"Sales (units)", "Sales (units)", "", "1"},
		{"名前（人）", "名前（人）", "", "1"},
		{"Name (tysk)", "Name (tysk)", "", "1"},
		{"Goal(s)", "Goal(s)", "", "1"},
		{"Area code(s)", "Area code(s)", "", "1"},
		{"Goals per game", "Goals per game", "", "1"},
		{"Start time (pm)", "Start time (pm)", "", "1"},
		{"World > CUP", "World > CUP", "", "1"},
		{"Career > in", "Career > in", "", "1"},
		{"Director/s", "Director/s", "", "1"},
		{"Visitors (2009)", "Visitors (2009)", "", "1"},
		{"Name (in English)", "Name (in English)", "", "1"},
		{"Round (1000)", "Round (1000)", "", "1"},
		{"Code (00)", "Code (00)", "", "1"},
		{"Goals (A)", "Goals (A)", "", "1"},
		{"Team (W)", "Team (W)", "", "1"},
		{"Born in", "Born in", "", "1"},
		{"Smith, John", "Smith, John", "", "1"},
		{"Round 1", "Round 1", "", "1"},
		{"()", "()", "", "1"},
		{")", ")", "", "1"},
		{"", "", "", "1"},
		{"#", "#", "", "1"},
	} {
		h := readHeader(strings.Split(c.header, " > ")...)
		if got := strings.Join(h.Texts, " > "); got != c.texts || h.Unit != c.unit || h.Scale.String() != c.scale {
			t.Errorf("%q: %q, unit %q, scale %s", c.header, got, h.Unit, h.Scale)
		}
	}
}

func TestReadKeyWithSpaces(t *testing.T) {
	for key, want := range map[string]string{
		"Jan high F": "[degF]", "Feb precipitation mm": "mm", "year low C": "Cel", "area km2": "km2",
		"Group C": "", "Team F": "", "Born in": "", "Serie C": "",
	} {
		if h := readKey(key); h.Unit != want {
			t.Errorf("%q: unit %q, want %q", key, h.Unit, want)
		}
	}
}

func TestHeaderKeepsTheUnitOfTexts(t *testing.T) {
	c := infer("Team (m)", "Ann", "Bea")
	if strings.Join(c.Texts, "") != "Team (m)" || c.Unit != "" {
		t.Errorf("%q %q", c.Texts, c.Unit)
	}
	c = infer("Length (km)", "5 mi", "7 mi")
	if strings.Join(c.Texts, "") != "Length (km)" || c.Unit != "[mi_i]" {
		t.Errorf("the cells' unit must win: %q %q", c.Texts, c.Unit)
	}
}

func TestReadKey(t *testing.T) {
	for key, want := range map[string]string{
		"elevation_ft": "[ft_i]", "area_total_km2": "km2", "Course_km": "km", "population_density_sq_mi": "/[mi_i]2",
		"population_density_km2": "/km2", "area_sq_mi": "[mi_i]2", "Area (km²)": "km2",
		"height_in": "[in_i]", "born_in": "", "name": "", "km": "", "ft": "", "population_total": "", "Employee(s)": "",
	} {
		if h := readKey(key); h.Unit != want {
			t.Errorf("%q has the unit %q, want %q", key, h.Unit, want)
		}
	}
}
