package extract_test

import (
	"strings"
	"testing"
)

func TestPlainList(t *testing.T) {
	plainCheck(t, []plainParse{
		{"markers", "- a\n* b\n# c\n1. d\n2) e\n• f\n•g", `
   1   list
   1     1 - ⟨a⟩
   2     1 * ⟨b⟩
   3     1 # ⟨c⟩
   4     1 1. ⟨d⟩
   5     1 2) ⟨e⟩
   6     1 • ⟨f⟩
   7     1 • ⟨g⟩`},
		{"depth by markers", "- a\n-- b\n** c\n*# d\n### e\n- f", `
   1   list
   1     1 - ⟨a⟩
   2     2 -- ⟨b⟩
   3     2 ** ⟨c⟩
   4     2 *# ⟨d⟩
   5     3 ### ⟨e⟩
   6     1 - ⟨f⟩`},
		{"depth by indentation", "- a\n  - b\n    1. c\n\t- d\n - e\n   - f\n  -- g", `
   1   list
   1     1 - ⟨a⟩
   2     2 - ⟨b⟩
   3     3 1. ⟨c⟩
   4     2 - ⟨d⟩
   5     1 - ⟨e⟩
   6     2 - ⟨f⟩
   7     3 -- ⟨g⟩`},
		{"stars need no space", "*a\n**b\n*", `
   1   list
   1     1 * ⟨a⟩
   2     2 ** ⟨b⟩
   3     1 * ⟨⟩`},
		{"keys and values outside a box", "- Key: value", `
   1   list
   1     1 - ⟨Key: value⟩`},
		{"blank lines do not end it", "- a\n\n\n- b", `
   1   list
   1     1 - ⟨a⟩
   4     1 - ⟨b⟩`},
		{"a paragraph does", "- a\nb\n- c", `
   1   list
   1     1 - ⟨a⟩
   2   paragraph ⟨b⟩
   3   list
   3     1 - ⟨c⟩`},
		{"indented lines go on with the item", "- a\n  b\n   c\n- d\n\n  e", `
   1   list
   1     1 - ⟨a b c⟩
   4     1 - ⟨d⟩
   6   paragraph ⟨e⟩`},
		{"directly below a paragraph", "Points:\n- a\n1. b", `
   1   paragraph ⟨Points:⟩
   2   list
   2     1 - ⟨a⟩
   3     1 1. ⟨b⟩`},
		{"numbers go on after another block", "1. a\n\ntext\n\n2. b\n", `
   1   list
   1     1 1. ⟨a⟩
   3   paragraph ⟨text⟩
   5   list
   5     1 2. ⟨b⟩`},
		{"numbers around other items", "1. a\n  - b\n2. c\n7. d", `
   1   list
   1     1 1. ⟨a⟩
   2     2 - ⟨b⟩
   3     1 2. ⟨c⟩
   4     1 7. ⟨d⟩`},
		{"numbers that do not begin at 1", "3. a\n2. b\n1. c", `
   1   list
   1     1 3. ⟨a⟩
   2     1 2. ⟨b⟩
   3     1 1. ⟨c⟩`},
	})
}

func TestPlainListIsNot(t *testing.T) {
	plainCheck(t, []plainParse{
		{"a negative number", "-5 degrees\n--verbose\n−3", `
   1   paragraph ⟨-5 degrees --verbose −3⟩`},
		{"a hash tag", "#1 in the charts\n#tag", `
   1   paragraph ⟨#1 in the charts #tag⟩`},
		{"emphasis", "*never* again\n**Note** this", `
   1   paragraph ⟨*never* again **Note** this⟩`},
		{"a footnote mark in a wrapped line", "costs 5 or\n*6 a piece", `
   1   paragraph ⟨costs 5 or *6 a piece⟩`},
		{"a decimal", "1.5 million\n3.14", `
   1   paragraph ⟨1.5 million 3.14⟩`},
		{"a year", "It ended in\n2013. The year after it began again.\n2014.", `
   1   paragraph ⟨It ended in 2013. The year after it began again. 2014.⟩`},
		{"a day", "5. März 2013 begann es.\n\n16. März endete es.", `
   1   paragraph ⟨5. März 2013 begann es.⟩
   3   paragraph ⟨16. März endete es.⟩`},
		{"numbers of another section", "1. a\n== S ==\n2. b", `
   1   list
   1     1 1. ⟨a⟩
   2 section 1 level 2 in 0 ⟨S⟩
   3   paragraph ⟨2. b⟩`},
		{"lines drawn", "***\n* * *\n--\n##", `
   1   paragraph ⟨***⟩
   2   list
   2     1 * ⟨* *⟩
   3   paragraph ⟨-- ##⟩`},
		{"an equation", "1 + 1\n1", `
   1   paragraph ⟨1 + 1 1⟩`},
	})
}

func TestPlainListDepthLimit(t *testing.T) {
	d := plainExtracted(t, strings.Repeat("-", 40)+" a\n"+strings.Repeat(" ", 1000)+"- b\n- c")
	if got, want := plainNotesOf(d), "list_depth. list_depth.."; got != want {
		t.Errorf("notes are %s, want %s", got, want)
	}
	plainCheck(t, []plainParse{{"at the limit", strings.Repeat("*", 32) + " a", `
   1   list
   1     32 ` + strings.Repeat("*", 32) + ` ⟨a⟩`}})
}
