package check

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkStep checks a table of 2,000 rows of eight columns.
func BenchmarkStep(b *testing.B) {
	var page strings.Builder
	page.WriteString("| Name | Since | Gold | Silver | Bronze | Total | Area | Note |\n")
	for i := range 2000 {
		fmt.Fprintf(&page, "| Town %d | %d | %d | %d | %d | %d | %d.%d | x |\n", i, 1900+i%100, i, 2*i, 7, 3*i+7, i, i%10)
	}
	d := pageOf(b, page.String())
	b.SetBytes(int64(page.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Step{}).Apply(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}
