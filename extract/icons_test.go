package extract_test

import (
	"context"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/html"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

// TestIconsAgree reads the same cells in both markups: the wikitext that makes them, and
// the HTML that wikis make of it.
func TestIconsAgree(t *testing.T) {
	picture := func(alt, file string) string {
		return `<span typeof="mw:File"><span title="` + alt + `"><img alt="` + alt + `" src="//u.example/thumb/1/12/` + file + `/11px-` + file + `.png"></span></span>`
	}
	for _, tt := range []struct{ wiki, html, want string }{
		{"{{decrease}} 2.4", picture("Decrease", "Decrease2.svg") + " 2.4", "▼ 2.4 (Decrease)"},
		{"{{increase}} $5", picture("Increase", "Increase2.svg") + "&nbsp;$5", "▲ $5 (Increase)"},
		{"[[File:Decrease2.svg|11px]] 2.4", `<img alt="" src="Decrease2.svg"> 2.4`, "▼ 2.4 (Decrease)"},
		{"[[File:X.svg|alt=en diminution]] 2", picture("en diminution", "X.svg") + "<b>2</b>", "▼ 2 (Decrease)"},
		{"{{steady}} 7", picture("Steady", "Steady2.svg") + " 7", "7 (Steady)"},
		{"{{decrease}}", picture("Decrease", "Decrease2.svg"), "Decrease"},
		{"{{gold1}}", picture("1st place, gold medalist(s)", "Gold medal icon.svg"), "1"},
		{"{{silver2}} Ann", picture("Silver medal – second place", "Silver medal.svg") + " Ann", "Ann (2)"},
		{"{{flagicon|NOR}}", picture("Norway", "Flag of Norway.svg"), "Norway"},
		{"{{flagicon|NOR}} Ola", picture("Norway", "Flag of Norway.svg") + " Ola", "Ola (Norway)"},
		{"{{flagicon|NOR}} Norway", picture("Norway", "Flag of Norway.svg") + " Norway", "Norway"},
		{"[[File:Flag.svg|20px|Norland]]", `<a href="/wiki/Norland" title="Norland"><img alt="" src="Flag.svg"></a>`, "Norland"},
		{"[[File:Yes.svg|12px|alt=Yes]]", picture("Yes", "Yes.svg"), "Yes"},
		// Not these: the number has its own sign, or there is none, or the picture means something else.
		{"{{decrease}} −2.4", picture("Decrease", "Decrease2.svg") + " −2.4", "−2.4 (Decrease)"},
		{"{{increase}} +3", picture("Increase", "Increase2.svg") + " +3", "+3 (Increase)"},
		{"{{decrease}} (2.4)", picture("Decrease", "Decrease2.svg") + " (2.4)", "(2.4) (Decrease)"},
		{"2.4 {{decrease}}", "2.4 " + picture("Decrease", "Decrease2.svg"), "2.4 (Decrease)"},
		{"{{decrease}}<br>2.4", picture("Decrease", "Decrease2.svg") + "<br>2.4", "2.4 (Decrease)"},
		{"[[File:A.svg|alt=Decrease of rain]] 5", picture("Decrease of rain", "A.svg") + " 5", "5 (Decrease of rain)"},
		{"[[File:A.svg|alt=Gold]]", picture("Gold", "A.svg"), "Gold"},
	} {
		if got := firstCell(t, wikitext.New(wikitext.Options{}), "{|\n| "+tt.wiki+"\n|}"); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.wiki, got, tt.want)
		}
		if got := firstCell(t, html.New(html.Options{}), "<table><tr><td>"+tt.html+"</td></tr></table>"); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.html, got, tt.want)
		}
	}
}

// firstCell is the text of the only cell of a page, with its notes in parentheses.
func firstCell(t *testing.T, e extract.Extractor, page string) string {
	t.Helper()
	doc, err := e.Extract(context.Background(), &source.Source{Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	text := doc.Sections[0].Blocks[0].(*document.Table).Rows[0].Cells[0].Text
	if notes := text.Notes(); len(notes) > 0 {
		return text.Plain + " (" + strings.Join(notes, ", ") + ")"
	}
	return text.Plain
}
