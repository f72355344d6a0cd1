package preprocess

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/tidywiki/tidywiki/extract/source"
)

func run(text string, templates Templates) (string, []source.Note) {
	var r Result
	var notes source.Notes
	Run(&r, text, source.NewLines(text), Options{Title: "Rhine", Templates: templates}, &notes)
	return r.Text, notes.Sorted()
}

// tableMarks begin and end tables.
var tableMarks = regexp.MustCompile(`(?m)^\{\||^\|\}|\{\|$`)

// TestLibrary holds each built-in template to what all of them promise: a name of
// its own and text without open braces.
func TestLibrary(t *testing.T) {
	seen := map[string]string{}
	for _, entry := range libraryEntries() {
		names, body := strings.Join(entry.names, ", "), entry.text
		for _, name := range entry.names {
			switch {
			case name == "" || name != foldTitle(name):
				t.Errorf("template %q is not in lower case", name)
			case seen[name] != "":
				t.Errorf("template %q is in %q and in %q", name, seen[name], names)
			case isSilent(name):
				t.Errorf("template %q is in silent.txt, too", name)
			case IsInfobox(name):
				t.Errorf("template %q is the name of an infobox, too", name)
			}
			seen[name] = names
		}
		braces := tableMarks.ReplaceAllString(body, "")
		if strings.Count(braces, "{") != strings.Count(braces, "}") && names != "(!" && names != "!)" {
			t.Errorf("template %q has braces without a partner: %s", names, body)
		}
		name := entry.names[0]
		for _, call := range []string{"{{" + name + "}}", "{{" + name + "|a|b|c|d=e}}", "{{" + name + "|||}}"} {
			if out, notes := run(call, nil); strings.Contains(out, "{{") || strings.Contains(out, "}}") || len(notes) > 0 {
				t.Errorf("%s leaves %q with %v", call, out, notes)
			}
		}
	}
	if len(seen) < 300 {
		t.Errorf("only %d names", len(seen))
	}
}

func TestNames(t *testing.T) {
	for name, want := range map[string][2]bool{ // infobox, silent
		"Infobox": {true}, "Infobox river": {true}, "Taxobox": {true}, "Ficha de río": {true}, "Info/Rio": {true}, "Convertinfobox": {},
		"Infoboxes": {}, "My infobox": {true}, "Инфобокс град": {true}, "Кишен": {}, "Hộp thông tin sông": {true},
		"Kişi bilgi kutusu": {true}, "Kutusu": {}, "도시 정보": {true}, "정보없음": {}, "معلومات شخص": {true}, "Ιnfo": {}, "Infobox/row": {},
		"Град инфо": {true}, "Инфотека": {}, "基礎情報 国": {true}, "Biology": {}, "Informkestoj": {},
		"都市情報": {true}, "Градинфо": {}, "معلوماتي": {}, "Navbox": {false, true}, "Navbox rivers": {false, true}, "Navboxes": {false, true},
		"Reflist": {false, true}, "Nowrap": {}, "Column": {}, "User": {}, "Usersomething": {},
	} {
		if got := [2]bool{IsInfobox(name), isSilent(name)}; got != want {
			t.Errorf("%s: infobox and silent are %v, want %v", name, got, want)
		}
	}
}

func TestFolder(t *testing.T) {
	folder, err := LoadFolder(fstest.MapFS{
		"Nts.wiki": {Data: []byte("N{{{1}}}")}, "sub/Template:big_river.txt": {Data: []byte("R")}, "Template%3AA%2Fb": {Data: []byte("S")},
		".git/x": {Data: []byte("no")}, ".hidden.wiki": {Data: []byte("no")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for call, want := range map[string]string{"{{nts|5}}": "N5", "{{Big river}}": "R", "{{a/b}}": "S", "{{NTS|5}}": "N5"} {
		if got, _ := run(call, folder); got != want {
			t.Errorf("%s is %q, want %q", call, got, want)
		}
	}
	if len(folder) != 3 {
		t.Errorf("templates are %v", folder)
	}
	if _, err := LoadFolder(fstest.MapFS{"A.wiki": {}, "b/a.txt": {}}); err == nil || !strings.Contains(err.Error(), `"a"`) {
		t.Errorf("two files for one template: %v", err)
	}
}

func TestExpr(t *testing.T) {
	for in, want := range map[string]string{
		"1+2*3": "7", "(1+2)*3": "9", "2^10": "1024", "7 mod 3": "1", "7/2": "3.5", "1/3": "0.33333333333333", "-3 + +5": "2",
		"3 > 2": "1", "3 <= 2": "0", "1 and 0": "0", "1 or 0": "1", "not 0": "1", "1.25 round 1": "1.3", "1234 round -2": "1200",
		"floor 2.7": "2", "abs (0-3)": "3", "1e3": "1000", "2e-3": "0.002", "1e20": "1.0E+20", "": "", "pi round 2": "3.14", "−5": "-5",
	} {
		if got := expr(in); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
	for _, in := range []string{"1/0", "1+", "(1", "x", "1 2", "1..2", strings.Repeat("(", 500)} {
		if got := expr(in); !strings.Contains(got, `class="error"`) {
			t.Errorf("%s is %s, want an error", in, got)
		}
	}
}

func TestFunctions(t *testing.T) {
	for in, want := range map[string]string{
		"{{#titleparts:A/B/C|1|2}}": "B", "{{#titleparts:A/B/C|2}}": "A/B", "{{#titleparts:A/B/C|-1}}": "A/B", "{{#titleparts:A/B/C||-1}}": "C",
		"{{#titleparts:A|5|7}}": "", "{{#titleparts:A/B|-5|-9}}": "", "{{gender:x|his|her}}": "his", "{{gender:x|his|her|their}}": "their",
		"{{grammar:genitive|Rhine}}": "Rhine", "{{#time: Y|2013-03-05}}": "{{#time: Y|2013-03-05}}", "{{:Rivers}}": "{{:Rivers}}",
		"{{#if:a|b|c}}": "b", "{{#if: |b|c}}": "c", "{{#if:}}": "", "{{#ifeq:01|1|same|other}}": "same", "{{#ifeq:a|A|same|other}}": "other",
		"{{#ifeq:inf|infinity|same|other}}": "other", "{{#switch:b|a=1|b|c=2|3}}": "2", "{{#switch:x|a=1|#default=2|b=3}}": "2", "{{#switch:x|a=1|d}}": "d",
		"{{#switch:x|a=1}}": "", "{{#iferror:{{#expr:1/0}}|bad|good}}": "bad", "{{#ifexpr:1>2|a|b}}": "b", "{{lc:ÄB}}": "äb", "{{ucfirst:éa}}": "Éa",
		"{{padleft:7|3}}": "007", "{{padright:é|3|ab}}": "éab", "{{formatnum:-12345.678}}": "-12,345.678", "{{formatnum:abc}}": "abc", "{{formatnum:999}}": "999",
		"{{PAGENAME}}": "Rhine", "{{!}}": "|", "{{=}}": "=", "{{#tag:b|x}}": "x", "{{plural:1|a|b}}": "a", "{{plural:2|a|b}}": "b", "{{safesubst:#if:a|b}}": "b",
		"{{{1}}}": "{{{1}}}", "{{{1|a}}}": "a", "{{{|a}}}": "a", "{{ }}": "{{ }}", "{{[[a]]}}": "{{[[a]]}}", "{{#unknown:a}}": "{{#unknown:a}}",
	} {
		if got, _ := run(in, nil); got != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
}

func TestUnknownCalls(t *testing.T) {
	for call, want := range map[string]string{
		"{{#time: Y|2013-03-05}}": "#time", "{{#TIME:Y}} {{#time:m}}": "#time", "{{:Rivers of Europe}}": ":Rivers of Europe",
		"{{#invoke:M|f}}": "#invoke:M", "{{Frob:x}}": "Frob:x",
		"{{#1:x}}": "", "{{#:x}}": "", "{{#time}}": "", "{{: }}": "", "{{:}}": "", "{{# x:y}}": "",
	} {
		_, notes := run(call, nil)
		var got string
		for _, n := range notes {
			got += n.Field
			if n.Code != "unknown_template" || !strings.Contains(n.Message, strings.TrimLeft(n.Field, ":")) {
				t.Errorf("%s: %+v", call, n)
			}
		}
		if got != want {
			t.Errorf("%s: %q is not known, want %q", call, got, want)
		}
	}
}
