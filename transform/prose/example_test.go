package prose_test

import (
	"fmt"

	"github.com/tidywiki/tidywiki/transform/prose"
)

func ExampleScan() {
	const text = "About 300 people met on 5 March and 16 March 2013, the 12th time."
	for _, q := range prose.Scan(text, prose.Context{Language: "en"}) {
		raw := text[q.Span.Start:q.Span.End]
		if q.Kind == prose.Date {
			fmt.Println(q.Kind, q.Date.EDTF, raw)
			continue
		}
		fmt.Println(q.Kind, q.Number.Value, q.Number.Unit, raw)
	}
	// Output:
	// count 300 person 300
	// date 2013-03-05 5 March
	// date 2013-03-16 16 March 2013
	// ordinal 12  12th
}

func ExampleFindChanges() {
	const text = "China's GDP increased from 26.6 trillion yuan to 51.9 trillion yuan."
	quantities := prose.Scan(text, prose.Context{})
	for _, c := range prose.FindChanges(text, quantities) {
		fmt.Println(c.Subject, c.From, c.To, c.Unit, c.Growth)
	}
	// Output:
	// GDP 26600000000000 51900000000000 CNY 95.1128
}
