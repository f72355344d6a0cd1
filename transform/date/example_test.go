package date_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/date"
)

func ExampleParse() {
	for _, text := range []string{"5 March 2013", "March 2013", "5–16 March 2013", "c. 1900", "44 BC", "1990s", "5 March", "31 February 2013"} {
		v, ok := date.Parse(text, nil)
		switch {
		case !ok:
			fmt.Printf("%s: no date\n", text)
		case v.Known:
			fmt.Printf("%s: %s, %s to %s\n", text, v.EDTF, date.Format(v.Start), date.Format(v.End))
		default:
			fmt.Printf("%s: %s\n", text, v.EDTF)
		}
	}
	// Output:
	// 5 March 2013: 2013-03-05, 2013-03-05 to 2013-03-05
	// March 2013: 2013-03, 2013-03-01 to 2013-03-31
	// 5–16 March 2013: 2013-03-05/2013-03-16, 2013-03-05 to 2013-03-16
	// c. 1900: 1900~, 1900-01-01 to 1900-12-31
	// 44 BC: -0043, -0043-01-01 to -0043-12-31
	// 1990s: 199X, 1990-01-01 to 1999-12-31
	// 5 March: XXXX-03-05
	// 31 February 2013: no date
}

// Which number is the day is decided by the whole column.
func ExampleOrders() {
	column := []string{"03/04/2013", "14/03/2013"}
	allowed := date.DMY | date.MDY | date.YMD
	for _, text := range column {
		allowed &= date.Orders(text)
	}
	for _, text := range column {
		v, _ := date.Parse(text, &date.Hint{Order: allowed.String()})
		fmt.Println(v.EDTF)
	}
	// Output:
	// 2013-04-03
	// 2013-03-14
}

func ExampleValue_WithYear() {
	v, _ := date.Parse("5 March", nil)
	v, ok := v.WithYear(2013)
	fmt.Println(v.EDTF, ok)
	// Output: 2013-03-05 true
}

func ExampleParseDuration() {
	for _, text := range []string{"1:23.456", "2h 05m", "five years"} {
		d, _ := date.ParseDuration(text, nil)
		fmt.Println(d.ISO, d.Months, d.Seconds)
	}
	// Output:
	// PT1M23.456S 0 83.456
	// PT2H5M 0 7500
	// P5Y 60 0
}
