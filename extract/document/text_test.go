package document_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/extract/document"
)

func TestJoin(t *testing.T) {
	link := func(target string, start, end int) []document.Link {
		return []document.Link{{Target: target, Start: start, End: end}}
	}
	carrying := func(plain string, a document.Aside) document.Text { return document.Text{Plain: plain, Aside: &a} }
	for _, tt := range []struct {
		name  string
		texts []document.Text
		want  document.Text
	}{
		{"none", nil, document.Text{}},
		{"one", []document.Text{text("a")}, text("a")},
		{"two", []document.Text{text("a"), text("b")}, text("a\nb")},
		{"an empty one has no line", []document.Text{text(""), text("a"), text(""), text("b"), text("")}, text("a\nb")},
		{"links move", []document.Text{text("é"), carrying("b", document.Aside{Links: link("B", 0, 1)})},
			carrying("é\nb", document.Aside{Links: link("B", 3, 4)})},
		{"the first sort key counts", []document.Text{text("a"), carrying("b", document.Aside{SortKey: "2"}), carrying("c", document.Aside{SortKey: "3"})},
			carrying("a\nb\nc", document.Aside{SortKey: "2"})},
		{"notes and images of all", []document.Text{carrying("", document.Aside{Notes: []string{"n"}, Images: []string{"i"}}),
			carrying("a", document.Aside{Notes: []string{"m"}, Images: []string{"j"}})},
			carrying("a", document.Aside{Notes: []string{"n", "m"}, Images: []string{"i", "j"}})},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, document.Join(tt.texts)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestJoinLeavesTheTextsAlone(t *testing.T) {
	a := document.Text{Plain: "b", Aside: &document.Aside{Links: []document.Link{{Target: "B", End: 1}}}}
	document.Join([]document.Text{text("a"), a})
	if l := a.Links()[0]; l.Start != 0 || l.End != 1 {
		t.Errorf("the link became %+v", l)
	}
}
