package date

import "testing"

var benchCells = map[string][]string{
	"days":  {"5 March 2013", "March 14, 2013", "2013-03-14", "14/03/2013", "16 March, 2013", "Jan. 9, 2008"},
	"mixed": {"2013", "1999–2003", "5–16 March 2013", "March 2013", "c. 1900", "44 BC", "1990s", "19th century", "2013年3月5日", "5 March"},
	"text":  {"Zhang Dejiang", "National People's Congress", "—", "n/a", "2,952", "95.07%", "12:30", "58 cars", "Great Hall", "26.6 trillion"},
}

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"days", "mixed", "text"} {
		cells := benchCells[name]
		bytes := 0
		for _, c := range cells {
			bytes += len(c)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(bytes))
			for b.Loop() {
				for _, c := range cells {
					Parse(c, nil)
				}
			}
			b.ReportMetric(float64(b.N*len(cells))/b.Elapsed().Seconds()/1e6, "Mcells/s")
		})
	}
}

func TestTextDoesNotAllocate(t *testing.T) {
	for _, c := range benchCells["text"] {
		if n := testing.AllocsPerRun(20, func() { Parse(c, nil) }); n > 0 {
			t.Errorf("%q: %v allocations", c, n)
		}
	}
}
