package preprocess

import (
	"strings"
	"testing"
)

func TestRedirect(t *testing.T) {
	for text, want := range map[string]string{
		"#REDIRECT [[Rhine]]": "Rhine", "#redirect[[rhine|x]] more": "rhine", " \n#REDIRECT: [[:Category:Rivers]]": "Category:Rivers",
		"#WEITERLEITUNG [[Rhein &amp; Elbe]]": "Rhein & Elbe", "#REDIRECT [[ User  talk:a&nbsp; b ]]": "User talk:a b", "#перенаправление [[Рейн]]": "Рейн",
		"#REDIRECT Rhine": "", "# REDIRECT [[Rhine]]": "", "#REDIRECT\n[[Rhine]]": "", "x #REDIRECT [[Rhine]]": "", "#REDIRECT [[Rhine": "",
		"#list [[Rhine]]": "", "": "", "#": "",
	} {
		if got, end := Redirect(text); got != want || end > len(text) {
			t.Errorf("%q leads to %q, %d; want %q", text, got, end, want)
		}
	}
}

func TestTemplateRedirects(t *testing.T) {
	folder := Folder{"row": "R{{{1|}}}", "old row": "#REDIRECT [[Template:Row]]", "older row": "#REDIRECT [[Template:Old row]]",
		"box": "#redirect [[Template:Infobox river]]", "number": "#REDIRECT [[Template:nts]]", "ring": "#REDIRECT [[Template:Gnir]]",
		"gnir": "#REDIRECT [[Template:Ring]]", "lost": "#REDIRECT [[Template:Gone]]", "bad": "#REDIRECT [[<>]]"}
	for call, want := range map[string]string{
		"{{old row|5}}": "R5", "{{older row|6}}": "R6", "{{Row|7}}": "R7", "{{lost|x}}": "x",
		"{{ring}}": "#REDIRECT [[Template:Ring]]", "{{bad}}": "#REDIRECT [[<>]]",
	} {
		if got, _ := run(call, folder); got != want {
			t.Errorf("%s is %q, want %q", call, got, want)
		}
	}
	// A box, and a number with its sort key, are kept aside.
	for _, call := range []string{"{{box|a=1}}", "{{number|5}}"} {
		if got, notes := run(call, folder); !strings.ContainsRune(got, markBegin) || len(notes) > 0 {
			t.Errorf("%s is %q, %v", call, got, notes)
		}
	}
}
