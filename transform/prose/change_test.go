package prose

import (
	"fmt"
	"strings"
	"testing"
)

func listChanges(text string, ctx pageContext) string {
	var out []string
	for _, c := range findChanges(text, scanText(text, ctx)) {
		growth := "?"
		if c.HasGrowth {
			growth = c.Growth.String()
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s: %s -> %s, %s, %s %% %s", c.Subject, c.From, c.To, c.Difference, growth, c.Unit)))
	}
	return strings.Join(out, "; ")
}

func TestFindChanges(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"possessor is left out", "China's GDP increased from 26.6 trillion yuan to 51.9 trillion yuan, and now ranks second.",
			"GDP: 26600000000000 -> 51900000000000, 25300000000000, 95.1128 % CNY"},
		{"verb of two words", "Government revenue went up from 5.1 trillion yuan to 11.7 trillion yuan.",
			"Government revenue: 5100000000000 -> 11700000000000, 6600000000000, 129.4118 % CNY"},
		{"auxiliary and adverb", "The number of schools has steadily risen from 5 to 10.", "number of schools: 5 -> 10, 5, 100.0000 %"},
		{"object", "He increased the budget from $5 million to $7 million.", "budget: 5000000 -> 7000000, 2000000, 40.0000 % $"},
		{"noun of change", "There was an increase in exports from 5% to 10%.", "exports: 5 -> 10, 5, 100.0000 % %"},
		{"fall", "The price fell from $8 to $5.", "price: 8 -> 5, -3, -37.5000 % $"},
		{"exact decimals", "The rate rose from 0.1% to 0.3%.", "rate: 0.1 -> 0.3, 0.2, 200.0000 % %"},
		{"value after first", "The price rose to $8 from $5.", "price: 5 -> 8, 3, 60.0000 % $"},
		{"dates beside the values", "In 1990 the price rose from $5 in 2008 to $8 in 2012.", "price: 5 -> 8, 3, 60.0000 % $"},
		{"unit of the second", "The council was expanded from three to five members.", "council: 3 -> 5, 2, 66.6667 % member"},
		{"by and to", "Membership rose by 5 km to 30 km.", "Membership: 25 -> 30, 5, 20.0000 % km"},
		{"from nothing", "Sales rose from $0 to $5.", "Sales: 0 -> 5, 5, ? % $"},
		{"two that share the verb", "Imports rose from $5 to $8 and exports from $6 to $9.",
			"Imports: 5 -> 8, 3, 60.0000 % $; exports: 6 -> 9, 3, 50.0000 % $"},
		{"clauses that share the verb", "Deaths rose from 20% to 23% of the total, those from tumours from 14% to 20%.",
			"Deaths: 20 -> 23, 3, 15.0000 % %; those from tumours: 14 -> 20, 6, 42.8571 % %"},
		{"years in between", "It reduced the number of troops from 65,000 in 1988 to 14,500 in 2009, deaths from 25 percent in 2001 to 19 percent.",
			"number of troops: 65000 -> 14500, -50500, -77.6923 %; deaths: 25 -> 19, -6, -24.0000 % %"},
		{"Chinese", "中国国内生产总值从26.6万亿元增加到51.9万亿元", "中国国内生产总值: 26600000000000 -> 51900000000000, 25300000000000, 95.1128 % CNY"},
		{"Chinese with dates", "财政收入从2008年的5亿元增至2012年的10亿元。", "财政收入: 500000000 -> 1000000000, 500000000, 100.0000 % CNY"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := listChanges(test.text, pageContext{}); got != test.want {
				t.Errorf("%q\n got %s\nwant %s", test.text, got, test.want)
			}
		})
	}
}

func TestFindChangesIsNot(t *testing.T) {
	tests := []struct{ name, text string }{
		{"range without a verb", "It takes from 5 to 10 workers."},
		{"period", "It increased from 2003 to 2013."},
		{"dates", "The session moved from 5 March to 6 March 2013."},
		{"places", "The line was extended from Paris to London."},
		{"pages", "Read from page 5 to page 10."},
		{"different units", "It rose from 5 km to 10 yuan."},
		{"percentage of a percentage", "It rose by 5% to 30%."},
		{"ranks", "It rose from 5th to 3rd."},
		{"two sentences", "It rose from 5 km. It went to 10 km."},
		{"two statements", "It was raised to 175, and the other one shortened from 5."},
		{"only one value", "It rose to 5 km."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := listChanges(test.text, pageContext{}); got != "" {
				t.Errorf("%q\n got %s\nwant nothing", test.text, got)
			}
		})
	}
}
