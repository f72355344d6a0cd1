package dump

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// TestPagesStopWithTheContext: a loop that ends because its context is done gets nothing
// more, not even the context's error.
func TestPagesStopWithTheContext(t *testing.T) {
	var b strings.Builder
	b.WriteString("<mediawiki>")
	for i := range 100 {
		fmt.Fprintf(&b, "<page><title>P%d</title><ns>0</ns><revision><id>%d</id><text>x</text></revision></page>", i, i+1)
	}
	b.WriteString("</mediawiki>")
	d, err := OpenReader("d.xml", strings.NewReader(b.String()), Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for _, err := range d.Pages(ctx, d.Whole(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 5 {
			cancel()
			break
		}
	}
	if n != 5 {
		t.Errorf("%d pages", n)
	}
}
