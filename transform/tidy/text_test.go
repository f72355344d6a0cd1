package tidy

import (
	"testing"

	"github.com/tidywiki/tidywiki/transform/column"
)

func TestLikeFormula(t *testing.T) {
	for text, want := range map[string]bool{
		"=1+1": true, "@SUM(A1)": true, "+A1": true, "-(2)": true,
		// A game away from home, signs, words.
		"@ Detroit": false, "+/-": false, "- none": false, "=": false, "Detroit": false,
	} {
		if likeFormula(text, &column.Value{}) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
