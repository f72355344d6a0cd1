package grid

import "testing"

func TestShape(t *testing.T) {
	for text, want := range map[string]shape{
		"":  blank,
		"–": null, "—": null, "-": null, "?": null, "...": null, "−": null,
		"10": number, "2,952": number, "−3.5": number, "95.07%": number, "$5": number,
		"12 km": number, "1st": number, "(7)": number, "1–0": number, "£3": number, "½ 2": number,
		"March 3": mixed, "3 years ago": mixed, "U+041C": mixed, "B2": mixed, "第12届": mixed,
		"Name": word, "#": word, "%": word, "±%": word, "合计": word, "Żółw": word, "n/a": word,
	} {
		if got := shapeOf(text); got != want {
			t.Errorf("shapeOf(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestYear(t *testing.T) {
	for text, want := range map[string]int{
		"1990": 1990, "1905–1911": 1905, "1996-97": 1996, "2013/14": 2013,
		"19": 0, "1990s": 0, "0990": 0, "9999": 0, "1990.5": 0, "12345": 0, "year": 0, "": 0,
	} {
		got, ok := yearOf(text)
		if ok != (want > 0) || ok && got != want {
			t.Errorf("yearOf(%q) = %d, %t", text, got, ok)
		}
	}
}
