package wikitext

import "testing"

func TestDetect(t *testing.T) {
	tests := []struct {
		page string
		sure bool
	}{
		{"{| class=wikitable\n| a\n|}", true},
		{"Text.\n:{|\n| a\n|}", true},
		{"{{Infobox river\n| name = Rhine\n}}", true},
		{"The '''Rhine''' is a [[river]].", true},
		{"#REDIRECT [[Rhine]]", true},
		{"= Rivers =\n| Name | Length |\n| Rhine | 1,233 |", false},
		{"Infobox\n- Name: Rhine", false},
		{"The set {|x| < 1} is open.", false},
		{"- an item\n- another", false},
		{"", false},
	}
	for _, tt := range tests {
		if got := Detect([]byte(tt.page)); got >= 80 != tt.sure {
			t.Errorf("Detect(%q) = %d, want sure %v", tt.page, got, tt.sure)
		}
	}
}
