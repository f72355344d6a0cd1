package prose

import (
	"fmt"
	"strings"
	"testing"
)

func TestDoubtfulDates(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"", "It opened on 03/04/2013 and closed.", "ambiguous_date 03/04/2013"},
		{"", "Open from 3-4-2013, 03/04/13 and 12/11/10.", "ambiguous_date 3-4-2013; ambiguous_date 03/04/13; ambiguous_date 12/11/10"},
		{"", "It opened on 25/6/99.", "two_digit_year 25/6/99"},
		{"", "in the 90s, the early '80s and the mid-70s", "two_digit_year 90s; two_digit_year 80s; two_digit_year 70s"},
		{"", "it took 90s, 30s or 45s; in the 1990s; the 95s and the 90sec", ""},
		// Dates, or none.
		{"", "It opened on 13/04/2013 or 04/04/2013, and on 03.04.2013.", ""},
		{"de", "Es begann am 03/04/2013.", ""},
		{"", "won 3/4 of 9/11, 24/7, 31/2/2013", ""},
		{"", "versions 1.2.3, 10.4.11, 3.4.2013.5 and 5-6-10, 555-123-4567", ""},
		{"", "see a/03/04/2013 and http://x/03/04/2013", ""},
	} {
		w := &writer{scanner: newScanner(pageContext{Language: c.language})}
		w.scanner.scan(c.text)
		w.doubts(place{where: "paragraph"}, c.text)
		var got []string
		for _, n := range w.notes {
			got = append(got, fmt.Sprint(n.Code, " ", n.Observed))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q: %v, want %s", c.text, got, c.want)
		}
	}
	// The whole of a cell has a note of its column.
	w := &writer{scanner: newScanner(pageContext{})}
	w.scanner.scan("03/04/2013")
	if w.doubts(place{where: "cell"}, "03/04/2013"); len(w.notes) != 0 {
		t.Errorf("notes %v", w.notes)
	}
}
