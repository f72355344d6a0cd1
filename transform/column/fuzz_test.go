package column

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func FuzzInfer(f *testing.F) {
	for _, s := range []string{"1,234|5*|—", "12,5|1.234", "3/4/2013|5 March", "$5|€6|7%", "007|\xff|½", "1969|44 BC"} {
		f.Add("Area (km²)", s)
	}
	f.Fuzz(func(t *testing.T, header, text string) {
		checkColumn(t, header, strings.Split(text, "|"))
	})
}

// FuzzPieces is FuzzInfer over columns of what cells are made of: a 0 ends a cell.
func FuzzPieces(f *testing.F) {
	f.Add([]byte{1, 2, 0, 3, 2, 0, 1}, uint8(3))
	f.Fuzz(func(t *testing.T, indices []byte, header uint8) {
		var b strings.Builder
		for _, i := range indices[:min(len(indices), 40)] {
			b.WriteString(pieces[int(i)%len(pieces)])
		}
		checkColumn(t, headers[int(header)%len(headers)], strings.Split(b.String(), "|"))
	})
}

var headers = []string{"", "Name", "Year", "Date", "Area (km²)", "Share %", "Votes (thousand)", "Rank", "Time", "No.", "Score", "Population", "Price ($)", "Length (m)"}

var pieces = []string{
	"|", "0", "1", "5", "12", "007", "1,234", "1.234", "1.5", "12,5", "½", "3/4", "3/4/2013", "25/12/2013", "2013", "1999", "1998–99", "5 March", " 2013", "44 BC",
	" ", "-", "–", "—", "n/a", "?", "*", "†", "[a]", "(2)", "(31 mi)", "(aged 50)", "+", "−", "±", "~", "c. ", ">", "%", " km", " mi", "m", "$", "€", "px",
	"st", "th", "1st", "III", "yes", "no", "Yes", "true", "3–2", "12:30", "1:23.456", "2h 05m", "5 ft 11 in", "48°51′N", "million", "bn", "k", "x", "Total", "\n", "\xff", "十", "万",
}

// checkColumn checks what must hold for every column.
func checkColumn(t *testing.T, header string, texts []string) {
	t.Helper()
	c := infer(header, texts...)
	if len(c.Values) != len(texts) || c.Nulls+c.Count != len(texts) {
		t.Fatalf("%d values, %d nulls and %d others of %d", len(c.Values), c.Nulls, c.Count, len(texts))
	}
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: c.Fields("x")}))
	for i := range texts {
		c.Append(b, i, texts[i])
	}
	tab := b.Table("t")
	for i := range texts {
		if tab.Column("x").Null(i) != c.Values[i].Null {
			t.Errorf("%s: %q: %q is null in one place only", header, texts, texts[i])
		}
	}
}
