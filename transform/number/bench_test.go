package number

import "testing"

var benchCells = map[string][]string{
	"integers": {"60", "2013", "7", "884", "156", "200", "2", "12345", "0", "48"},
	"mixed": {"2,952", "95.07%", "54.2", "$167,780,960", "−3.5", "24 mm", "12th", "26.6 trillion yuan", "10–12", "1,234,567.89",
		"118.35 km", "2006*", "c. 1,200", "1 234"},
	"text": {"Zhang Dejiang", "National People's Congress", "—", "n/a", "Aerosmith", "2nd Lt. John Smith", "Great Hall", "3–2", "12:30", "Beijing, China"},
}

func BenchmarkParse(b *testing.B) {
	for _, name := range []string{"integers", "mixed", "text"} {
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

func BenchmarkScan(b *testing.B) {
	const text = "China's GDP increased from 26.6 trillion yuan to 51.9 trillion yuan, and now ranks second in the world."
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for i := 0; i < len(text); {
			_, end, _ := Scan(text, i, nil)
			i = max(end, i+1)
		}
	}
}

func TestParseDoesNotAllocate(t *testing.T) {
	hint := &Hint{Nouns: true, DecimalComma: true}
	for _, cells := range benchCells {
		for _, c := range cells {
			if n := testing.AllocsPerRun(20, func() { Parse(c, nil); Parse(c, hint) }); n > 0 {
				t.Errorf("%q: %v allocations", c, n)
			}
		}
	}
}
