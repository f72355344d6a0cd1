package prose

import "fmt"

func Example() {
	const text = "China's GDP increased from 26.6 trillion yuan to 51.9 trillion yuan on 5 March 2013, the 12th time."
	s := newScanner(pageContext{Language: "en"})
	s.scan(text)
	for _, q := range s.out {
		fmt.Println(q.Kind, q.Number.Value, q.Number.Unit, q.Date.EDTF, text[q.Span.Start:q.Span.End])
	}
	for _, c := range findChanges(text, s.out) {
		fmt.Println(c.Subject, c.From, c.To, c.Unit, c.Growth)
	}
	// Output:
	// money 26600000000000 CNY  26.6 trillion yuan
	// money 51900000000000 CNY  51.9 trillion yuan
	// date 0  2013-03-05 5 March 2013
	// ordinal 12   12th
	// GDP 26600000000000 51900000000000 CNY 95.1128
}
