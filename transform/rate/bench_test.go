package rate

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkStep explains the percentages of a table of 2,000 rows, and reads one
// that has none.
func BenchmarkStep(b *testing.B) {
	var votes, towns strings.Builder
	votes.WriteString("| Topic | For | Against | Abstain | Absent | Rate |\n")
	towns.WriteString("| Name | Since | Gold | Silver | Bronze | Total | Area | Note |\n")
	for i := range 2000 {
		yes, no, none := 1000+i, 900-i%800, i%90
		fmt.Fprintf(&votes, "| %d | %d | %d | %d | %d | %.2f%% |\n", i, yes, no, none, i%7, 100*float64(yes)/float64(yes+no+none))
		fmt.Fprintf(&towns, "| Town %d | %d | %d | %d | %d | %d | %d.%d | x |\n", i, 1900+i%100, i, 2*i, 7, 3*i+7, i, i%10)
	}
	for name, page := range map[string]string{"percentages": votes.String(), "none": towns.String()} {
		b.Run(name, func(b *testing.B) {
			d, _ := check(b, page)
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (Step{}).Apply(b.Context(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
