package language_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/number/language"
)

func ExampleLexicon() {
	var eras language.Lexicon[string]
	eras.Add("v. Chr.", "BC")
	meaning, end, _ := eras.Find("44 v.Chr. geboren", 3)
	fmt.Println(meaning, end)
	// Output: BC 8
}

func ExampleFind() {
	german := language.Find("de-AT")
	fmt.Println(german.DecimalComma, german.Order)
	// Output: true dmy
}
