package number_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/number"
)

func ExampleParse() {
	for _, text := range []string{"2,952", "26.6 trillion yuan", "95.07%", "10–12 km", "5 ft 11 in", "007", "3–2"} {
		v, ok := number.Parse(text, nil)
		if !ok {
			fmt.Printf("%s: not a number\n", text)
			continue
		}
		if v.Range {
			fmt.Printf("%s: from %s to %s %q\n", text, v.Lower, v.Upper, v.Unit)
			continue
		}
		fmt.Printf("%s: %s %q\n", text, v.Value, v.Unit)
	}
	// Output:
	// 2,952: 2952 ""
	// 26.6 trillion yuan: 26600000000000 "CNY"
	// 95.07%: 95.07 "%"
	// 10–12 km: from 10 to 12 "km"
	// 5 ft 11 in: 71 "[in_i]"
	// 007: not a number
	// 3–2: not a number
}

// What a comma means is decided by the whole column.
func ExampleDecimalMark() {
	column := []string{"1.234", "12,5", "980"}
	comma := false
	for _, text := range column {
		comma = comma || number.DecimalMark(text) == number.CommaMark
	}
	for _, text := range column {
		v, _ := number.Parse(text, &number.Hint{DecimalComma: comma})
		fmt.Println(v.Value)
	}
	// Output:
	// 1234
	// 12.5
	// 980
}

func ExampleScan() {
	text := "GDP increased from 26.6 trillion yuan to 51.9 trillion yuan."
	for i := 0; i < len(text); {
		v, end, ok := number.Scan(text, i, nil)
		if ok {
			fmt.Printf("%q is %s %s\n", text[i:end], v.Value, v.Unit)
		}
		i = max(end, i+1)
	}
	// Output:
	// "26.6 trillion yuan" is 26600000000000 CNY
	// "51.9 trillion yuan" is 51900000000000 CNY
}

func ExampleDecimal_Quo() {
	part, whole := number.NewDecimal(2799, 0), number.NewDecimal(2944, 0)
	rate, _ := part.Mul(number.NewDecimal(100, 0)).Quo(whole, 2)
	fmt.Println(rate)
	// Output: 95.07
}

func ExampleTrimNote() {
	fmt.Println(number.TrimNote("2,952[a]"))
	// Output: 2,952 [a]
}
