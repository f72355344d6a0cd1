package tidy

import (
	"context"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/page"
)

// convertWikitext takes a page in MediaWiki markup through the steps that read its
// templates and tables.
func convertWikitext(t *testing.T, text string) *page.Page {
	t.Helper()
	doc, err := wikitext.New(wikitext.Options{}).Extract(context.Background(), &source.Source{Name: "page.wiki", Data: []byte(text)})
	if err != nil {
		t.Fatal(err)
	}
	d := NewPage(doc)
	for _, step := range []transform.Step{Outline{}, Infobox{}, Parameters{}, Tables{}} {
		if d, err = step.Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
	return d.WithFindings()
}

func TestParameters(t *testing.T) {
	d := convertWikitext(t, `{{Infobox storm|name=Ana|formed={{start date|2001|5|7}}}}
Text {{nowrap|5 km}}.<ref>{{cite web|title=x}}</ref>
== Winds ==
{{Gusts
| place = [[Elm]]
| speed = 1,200 km
| list = {{Gust|5 May 2001|note=}}
| table = {{{!}}
{{!}} 1
{{!}}}
}}`)
	same(t, "parameters", show(d.Table("parameters"), "call", "template", "parent", "section", "ordinal", "key", "text", "type", "decimal", "date", "unit", "line"), `
		1 | Start date | ~ | 0 | 1 | 1 | 2001 | integer | 2001 | ~ | ~ | 1
		1 | Start date | ~ | 0 | 2 | 2 | 5 | integer | 5 | ~ | ~ | 1
		1 | Start date | ~ | 0 | 3 | 3 | 7 | integer | 7 | ~ | ~ | 1
		2 | Gusts | ~ | 1 | 1 | place | Elm | string | ~ | ~ | ~ | 5
		2 | Gusts | ~ | 1 | 2 | speed | 1,200 km | integer | 1200 | ~ | km | 6
		2 | Gusts | ~ | 1 | 3 | list | 5 May 2001 | date | ~ | 2001-05-05 | ~ | 7
		3 | Gust | 2 | 1 | 1 | 1 | 5 May 2001 | date | ~ | 2001-05-05 | ~ | 7
	`)
}

// A row is a warning only where it is short and beside a template that is not known.
func TestTemplateCells(t *testing.T) {
	for text, want := range map[string]string{
		"| {{odd|5|6}} || 2":          "",
		"| {{odd|5|6}}":               "Odd | 2 | 1 | 2\n",
		"{{odd|5|6}}\n| 2":            "Odd | 2 | 1 | 2\n",
		"| {{nowrap|5}}":              "",
		"| {{odd|5}} || 2\n|-\n| 1":   "",
		"| 1\n|}\n{{odd|5}}\n{|\n| 1": "",
	} {
		d := convertWikitext(t, "{|\n! A !! B\n|-\n"+text+"\n|-\n| 3 || 4\n|}")
		var got string
		for _, n := range d.Notes {
			if n.Code == "template_cells" {
				got += n.Field + " | " + string(rune('0'+n.Row)) + " | " + n.Observed + " | " + n.Expected + "\n"
			}
		}
		if got != want {
			t.Errorf("%s gives %q, want %q", text, got, want)
		}
	}
}

// A blank column under a header that reaches over it is left out, unless it has a text
// of its own or no other column has one.
func TestBlankColumnUnderAHeader(t *testing.T) {
	for rows, want := range map[string]string{
		"| style=x | || Reform || 5\n|-\n| || Unity || 7":  "party string, seats integer, line integer",
		"| x || Reform || 5\n|-\n| || Unity || 7":          "party string, party_2 string, seats integer, line integer",
		"| Reform || || 5\n|-\n| Unity || || 7":            "party string, seats integer, line integer",
		"| || || 5\n|-\n| || || 7":                         "party string, seats integer, line integer",
		"| colspan=2 | Reform || 5\n|-\n| || Unity || 7":   "party string, party_2 string, seats integer, line integer",
		"| || Reform || 5\n|-\n| || Unity || 7\n|-\n| c\n": "party string, party_2 string, seats integer, line integer",
	} {
		d := convertWikitext(t, "{|\n! colspan=2 | Party !! Seats\n|-\n"+rows+"\n|}")
		if got := fields(d.Table("tables/page/01-table")); got != want {
			t.Errorf("%q has the fields %s, want %s", rows, got, want)
		}
	}
}
