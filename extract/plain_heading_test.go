package extract_test

import "testing"

func TestPlainHeading(t *testing.T) {
	plainCheck(t, []plainParse{
		{"title and levels", "= T =\n\n== A ==\n=== B ===\n==== C ====\n===== D =====\n====== E ======\n== F ==", `
   1 section 0 level 1 ⟨T⟩
   3 section 1 level 2 in 0 ⟨A⟩
   4 section 2 level 3 in 1 ⟨B⟩
   5 section 3 level 4 in 2 ⟨C⟩
   6 section 4 level 5 in 3 ⟨D⟩
   7 section 5 level 6 in 4 ⟨E⟩
   8 section 6 level 2 in 0 ⟨F⟩`},
		{"no blank lines around", "text\n== A ==\nmore", `
   1   paragraph ⟨text⟩
   2 section 1 level 2 in 0 ⟨A⟩
   3   paragraph ⟨more⟩`},
		{"no spaces anywhere is a style", "=T=\n==A==\n", `
   1 section 0 level 1 ⟨T⟩
   2 section 1 level 2 in 0 ⟨A⟩`},
		{"one without spaces among others", "= T =\n==A==\n==  B\u00a0C\t==", `
   1 section 0 level 1 ⟨T⟩
   2 section 1 level 2 in 0 ⟨A⟩
   3 section 2 level 2 in 0 ⟨B C⟩
notes
   2 info heading_spacing in section of ⟨heading⟩ has ⟨==A==⟩ not ⟨== A ==⟩ - the page's other headings have spaces inside their marks`},
		{"a space on one side only", "= T =\n== A==", `
   1 section 0 level 1 ⟨T⟩
   2 section 1 level 2 in 0 ⟨A⟩
notes
   2 info heading_spacing in section of ⟨heading⟩ has ⟨== A==⟩ not ⟨== A ==⟩ - the page's other headings have spaces inside their marks`},
		{"neither way is the rule", "= T =\n== A ==\n==B==\n==C==", `
   1 section 0 level 1 ⟨T⟩
   2 section 1 level 2 in 0 ⟨A⟩
   3 section 2 level 2 in 0 ⟨B⟩
   4 section 3 level 2 in 0 ⟨C⟩`},
		{"a level is left out", "= T =\n==== A ====\n== B ==\n===== C =====\n=== D ===", `
   1 section 0 level 1 ⟨T⟩
   2 section 1 level 4 in 0 ⟨A⟩
   3 section 2 level 2 in 0 ⟨B⟩
   4 section 3 level 5 in 2 ⟨C⟩
   5 section 4 level 3 in 2 ⟨D⟩`},
		{"text before the title", "text\n= T =\nmore", `
   2 section 0 level 1 ⟨T⟩
   1   paragraph ⟨text⟩
   3   paragraph ⟨more⟩`},
		{"a second title holds what is below it", "= T =\n== A ==\n= U =\n== B ==", `
   1 section 0 level 1 ⟨T⟩
   2 section 1 level 2 in 0 ⟨A⟩
   3 section 2 level 2 in 0 ⟨U⟩
   4 section 3 level 2 in 2 ⟨B⟩
notes
   3 info extra_title in section of ⟨heading⟩ has ⟨= U =⟩ - the page has a title already; this heading becomes a section of level 2`},
		{"a title below other headings", "== A ==\n= T =\ntext", `
   1 section 0 level 1 ⟨T⟩
   1 section 1 level 2 in 0 ⟨A⟩
   2 section 2 level 2 in 0 ⟨T⟩
   3   paragraph ⟨text⟩
notes
   2 info late_title in section of ⟨heading⟩ has ⟨= T =⟩ - the page's title is below other headings`},
		{"equals signs inside", "== a = b ==\n== E=mc² ==", `
   1 section 1 level 2 in 0 ⟨a = b⟩
   2 section 2 level 2 in 0 ⟨E=mc²⟩`},
		{"white space around", "   == A ==  \t", `
   1 section 1 level 2 in 0 ⟨A⟩`},
	})
}

func TestPlainHeadingIsNot(t *testing.T) {
	plainCheck(t, []plainParse{
		{"a value", "= 5", `
   1   paragraph ⟨= 5⟩`},
		{"an equation", "a = b\na == b ==", `
   1   paragraph ⟨a = b a == b ==⟩`},
		{"a formula", "=1+1\n=SUM(A1:A3)", `
   1   paragraph ⟨=1+1 =SUM(A1:A3)⟩`},
		{"a line drawn", "Total\n====\n= = =\n== ==\n=", `
   1   paragraph ⟨Total ==== = = = == == =⟩`},
		{"an arrow", "==> next\n<==", `
   1   paragraph ⟨==> next <==⟩`},
		{"indented like a formula", "    = x =", `
   1   paragraph ⟨= x =⟩`},
		{"closed by a full stop", "== A ==.", `
   1   paragraph ⟨== A ==.⟩`},
		{"inside an item", "- == A ==", `
   1   list
   1     1 - ⟨== A ==⟩`},
		{"unequal marks", "== a =\n= b ==", `
   1   paragraph ⟨== a = = b ==⟩
notes
   1 warning odd_heading in section of ⟨heading⟩ has ⟨== a =⟩ - the line looks like a heading but its marks are unequal or more than six; it stays text
   2 warning odd_heading in section of ⟨heading⟩ has ⟨= b ==⟩ - the line looks like a heading but its marks are unequal or more than six; it stays text`},
		{"seven marks", "======= a =======", `
   1   paragraph ⟨======= a =======⟩
notes
   1 warning odd_heading in section of ⟨heading⟩ has ⟨======= a =======⟩ - the line looks like a heading but its marks are unequal or more than six; it stays text`},
	})
}
