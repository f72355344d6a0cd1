package extract_test

import (
	"strings"
	"testing"
)

func TestPlainInfobox(t *testing.T) {
	plainCheck(t, []plainParse{
		{"pairs", "Infobox\n- Name: Elbe\n- Length: 1,094 km\n\ntext", `
   1   infobox to 3
   2     ⟨Name⟩ = ⟨Elbe⟩
   3     ⟨Length⟩ = ⟨1,094 km⟩
   5   paragraph ⟨text⟩`},
		{"blank lines", "Infobox\n\n- a: 1\n\n- b: 2\n\n- c\n", `
   1   infobox to 5
   3     ⟨a⟩ = ⟨1⟩
   5     ⟨b⟩ = ⟨2⟩
   7   list
   7     1 - ⟨c⟩`},
		{"a template, in any case, with stars, below a paragraph", "text\n\nINFOBOX river  list\n* a: 1", `
   1   paragraph ⟨text⟩
   3   infobox to 4 template ⟨INFOBOX river list⟩
   4     ⟨a⟩ = ⟨1⟩`},
		{"the word with a colon, in a paragraph", "text\ninfobox:\n- a: 1\nmore", `
   1   paragraph ⟨text⟩
   2   infobox to 3
   3     ⟨a⟩ = ⟨1⟩
   4   paragraph ⟨more⟩`},
		{"two boxes", "Infobox\n- a: 1\nInfobox x\n- a: 2", `
   1   infobox to 2
   2     ⟨a⟩ = ⟨1⟩
   3   infobox to 4 template ⟨Infobox x⟩
   4     ⟨a⟩ = ⟨2⟩`},
		{"colons", "Infobox\n- URL: http://a.org:80/x: y\n- Time:10:30\n- Ratio 16:9: yes\n- 状态：是：否\n- Home:http://b.org", `
   1   infobox to 6
   2     ⟨URL⟩ = ⟨http://a.org:80/x: y⟩
   3     ⟨Time⟩ = ⟨10:30⟩
   4     ⟨Ratio 16:9⟩ = ⟨yes⟩
   5     ⟨状态⟩ = ⟨是：否⟩
   6     ⟨Home⟩ = ⟨http://b.org⟩`},
		{"keys without value and repeated", "Infobox\n- a:\n- a: 1\n-   a  b :  2  3  ", `
   1   infobox to 4
   2     ⟨a⟩ = ⟨⟩
   3     ⟨a⟩ = ⟨1⟩
   4     ⟨a b⟩ = ⟨2 3⟩`},
		{"a line without a colon", "Infobox\n- a: 1\n- http://b.org\n- c: 2", `
   1   infobox to 4
   2     ⟨a⟩ = ⟨1⟩
   3     ⟨http://b.org⟩ = ⟨⟩
   4     ⟨c⟩ = ⟨2⟩
notes
   3 info missing_colon in infobox of ⟨http://b.org⟩ has ⟨- http://b.org⟩ not ⟨- http://b.org:⟩ - the line has no colon; all of it is taken for a key without a value`},
		{"lines that go on", "Infobox\n- a: 1\n  2\n- b:\n   3\n4", `
   1   infobox to 5
   2     ⟨a⟩ = ⟨1 2⟩
   4     ⟨b⟩ = ⟨3⟩
   6   paragraph ⟨4⟩`},
		{"items in a value", "Infobox\n- a:\n  - 1\n    2\n  1. 3\n- b: 4\n-- c: 5\n- d: 6", `
   1   infobox to 8
   2     ⟨a⟩ = ⟨1 2↵3⟩
   6     ⟨b⟩ = ⟨4↵c: 5⟩
   8     ⟨d⟩ = ⟨6⟩`},
		{"pairs in a group", "Infobox\n- a:\n  - b: 1\n  - c: 2\n    - 3\n  - 4\n- d: 5", `
   1   infobox to 7
   2     ⟨a⟩ = ⟨⟩
   3     group ⟨a⟩ ⟨b⟩ = ⟨1⟩
   4     group ⟨a⟩ ⟨c⟩ = ⟨2↵3↵4⟩
   7     ⟨d⟩ = ⟨5⟩`},
		{"all of it indented", "Infobox\n  - a: 1\n  - b: 2\n    - c", `
   1   infobox to 4
   2     ⟨a⟩ = ⟨1⟩
   3     ⟨b⟩ = ⟨2↵c⟩`},
		{"a row ends it", "Infobox\n- a: 1\n| b |\n- c: 2", `
   1   infobox to 2
   2     ⟨a⟩ = ⟨1⟩
   3   table to 3 flat
   3     row ⟨b⟩
   4   list
   4     1 - ⟨c: 2⟩`},
		{"a sentence ends it", "Infobox\n- a: 1\n- " + strings.Repeat("long ", 30) + "\n- b: 2", `
   1   infobox to 2
   2     ⟨a⟩ = ⟨1⟩
   3   list
   3     1 - ⟨` + strings.TrimSpace(strings.Repeat("long ", 30)) + `⟩
   4     1 - ⟨b: 2⟩`},
	})
}

func TestPlainInfoboxIsNot(t *testing.T) {
	plainCheck(t, []plainParse{
		{"the word alone", "Infobox\n\ntext", `
   1   paragraph ⟨Infobox⟩
   3   paragraph ⟨text⟩`},
		{"above items without a key", "Infobox\n- a\n- b: 1", `
   1   paragraph ⟨Infobox⟩
   2   list
   2     1 - ⟨a⟩
   3     1 - ⟨b: 1⟩`},
		{"above numbered items", "Infobox\n1. a: b", `
   1   paragraph ⟨Infobox⟩
   2   list
   2     1 1. ⟨a: b⟩`},
		{"a sentence", "Infobox templates have keys.\n- a: 1", `
   1   paragraph ⟨Infobox templates have keys.⟩
   2   list
   2     1 - ⟨a: 1⟩`},
		{"the rest of a sentence", "This is an\ninfobox of pairs\n- a: 1", `
   1   paragraph ⟨This is an infobox of pairs⟩
   3   list
   3     1 - ⟨a: 1⟩`},
		{"another word", "Infoboxes\n- a: 1", `
   1   paragraph ⟨Infoboxes⟩
   2   list
   2     1 - ⟨a: 1⟩`},
		{"the last line", "Infobox\n", `
   1   paragraph ⟨Infobox⟩`},
	})
}

func TestPlainFused(t *testing.T) {
	for _, c := range []struct{ value, want, codes string }{
		{"1st | # = 12th | begin = 5 March", "a=1st #=12th begin=5 March", "fused_parameters.. odd_key.."},
		{"1st |b=2", "a=1st b=2", "fused_parameters.."},
		{"| b = 2", "a= b=2", "fused_parameters.."},
		{"1 | b = | c = x = y", "a=1 b= c=x = y", "fused_parameters.."},
		{"1 | two words = 2 | and a pipe", "a=1 two words=2 | and a pipe", "fused_parameters.."},
		{"1 | a = 2", "a=1 a=2", "fused_parameters.."},
		// These are values with a pipe in them.
		{"b | c", "a=b | c", ""},
		{"b|c=d", "a=b|c=d", ""},
		{"b | c == d", "a=b | c == d", ""},
		{"b | c != d | e >= f | g => h", "a=b | c != d | e >= f | g => h", ""},
		{"b | = c", "a=b | = c", ""},
		{"{{convert | 1 | km | abbr = on}}", "a={{convert | 1 | km | abbr = on}}", ""},
		{"[[b | c = d]] e", "a=[[b | c = d]] e", ""},
		{"b | " + strings.Repeat("x", 120) + " = 1", "a=b | " + strings.Repeat("x", 120) + " = 1", ""},
	} {
		d := plainExtracted(t, "Infobox\n- a: "+c.value+"\n")
		var got []string
		for _, p := range plainBoxOf(d).Pairs {
			got = append(got, p.Key+"="+p.Text.Plain)
		}
		if s := strings.Join(got, " "); s != c.want || plainNotesOf(d) != c.codes {
			t.Errorf("%q gives %s with %s, want %s with %s", c.value, s, plainNotesOf(d), c.want, c.codes)
		}
	}
}

func TestPlainFusedNote(t *testing.T) {
	plainCheck(t, []plainParse{{"", "Infobox\n- Session: 1st | # = 12th | term-begin = 5 March\n  - x", `
   1   infobox to 3
   2     ⟨Session⟩ = ⟨1st⟩
   2     ⟨#⟩ = ⟨12th⟩
   2     ⟨term-begin⟩ = ⟨5 March↵x⟩
notes
   2 warning fused_parameters in infobox of ⟨Session⟩ has ⟨1st | # = 12th | term-begin = 5 March⟩ not ⟨3 pairs⟩ - the value of Session holds further parameters; each became a pair of its own
   2 info odd_key in infobox of ⟨#⟩ has ⟨#⟩ - the key is not an identifier`}})
}
