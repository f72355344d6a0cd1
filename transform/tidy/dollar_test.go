package tidy

import (
	"testing"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/page"
)

func TestDollarOf(t *testing.T) {
	for text, want := range map[string]string{
		"It cost $5 and US$ 7.": "USD", "It cost $5 in the UK.": "USD",
		// Not decided.
		"It cost A$5 and $7.": "", "It cost $5, in Canadian dollars.": "", "$5 pesos": "", "It cost 5 €.": "",
	} {
		p := &page.Page{Document: &document.Document{Source: &source.Source{Data: []byte(text)}}}
		if got := dollarOf(p); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
