package extract_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
)

func TestPlainDecode(t *testing.T) {
	const text = "= Ä𝄞 =\r\n\r\n| 河 | é |\r\n"
	for name, in := range map[string]string{
		"UTF-8":                  text,
		"byte order mark":        "\uFEFF" + text,
		"UTF-16LE":               plainUtf16Of(text, 0, 1),
		"UTF-16BE":               plainUtf16Of(text, 1, 0),
		"LF":                     strings.ReplaceAll(text, "\r\n", "\n"),
		"CR":                     strings.ReplaceAll(text, "\r\n", "\r"),
		"no line end at the end": strings.TrimRight(text, "\r\n"),
	} {
		plainCheck(t, []plainParse{{name, in, `
   1 section 0 level 1 ⟨Ä𝄞⟩
   3   table to 3 flat
   3     row ⟨河⟩ ⟨é⟩`}})
	}
}

func plainUtf16Of(s string, lo, hi int) string {
	var b strings.Builder
	for _, u := range append([]uint16{0xFEFF}, utf16.Encode([]rune(s))...) {
		pair := [2]byte{}
		pair[lo], pair[hi] = byte(u), byte(u>>8)
		b.Write(pair[:])
	}
	return b.String()
}

func TestPlainRepair(t *testing.T) {
	for _, c := range []struct{ in, text, note string }{
		{"Z\xfcrich \x80 5", "Zürich € 5", "not_utf8 0xFC 0x80"},
		{"caf\xc3\xa9 caf\xe9", "café café", "not_utf8 0xE9"},
		{"cut off: \xe6\xb2", "cut off: æ²", "not_utf8 0xE6 0xB2"},
		{"a\x00b\x1b[31mc\x7f", "a\uFFFDb\uFFFD[31mc\uFFFD", "control_character U+0000 U+001B U+007F"},
		{"a\u0081b\uFFFEc", "a\uFFFDb\uFFFDc", "control_character U+0081 U+FFFE"},
		{"a\x81", "a\uFFFD", "not_utf8 0x81"},
		{"\xff\xfea\x00\x3d\xd8b\x00", "a\uFFFDb", "not_utf8 U+D83D"},
		{"\xff\xfea\x00\n", "a\uFFFD", "not_utf8 U+DC0A"},
		{strings.Repeat("\x00", 20), strings.Repeat("\uFFFD", 20),
			"control_character" + strings.Repeat(" U+0000", 8) + " and 12 more"},
		// These are as they should be.
		{"\uFFFD stays", "\uFFFD stays", ""},
		{"tab\tand\vfeed\fand\u0085next", "tab and feed and next", ""},
		{"\u200bzero\u00ad width", "\u200bzero\u00ad width", ""},
		{"\ue000 private \U0010FFFD", "\ue000 private \U0010FFFD", ""},
	} {
		d := plainExtracted(t, c.in)
		var notes []string
		for _, n := range d.Notes {
			notes = append(notes, n.Code+" "+n.Observed)
			if n.Line != 1 || n.Severity != source.Warning {
				t.Errorf("%q: %s on line %d is %s", c.in, n.Code, n.Line, n.Severity)
			}
		}
		text := d.Sections[0].Blocks[0].(*document.Paragraph).Text.Plain
		if got := strings.Join(notes, "; "); text != c.text || got != c.note {
			t.Errorf("%q gives %q with %s, want %q with %s", c.in, text, got, c.text, c.note)
		}
	}
}

func TestPlainRepairNotesEachLine(t *testing.T) {
	d := plainExtracted(t, "a\n\xe9\r\nb\r\x00\xe9\n")
	if got, want := plainNotesOf(d), "not_utf8.. not_utf8.... control_character...."; got != want {
		t.Errorf("notes are %s, want %s", got, want)
	}
}

func TestPlainNotesAreLimited(t *testing.T) {
	d := plainExtracted(t, strings.Repeat("\xe9\n", 1500)+"Infobox\n- #: 1\n")
	if len(d.Notes) != 1002 {
		t.Fatalf("%d notes, want 1000, the count of the others and odd_key", len(d.Notes))
	}
	last := d.Notes[1000]
	if got, want := fmt.Sprint(last.Code, " ", last.Line, " ", last.Message), "not_utf8 1001 500 more of these on lines 1001 to 1500 are not listed"; got != want {
		t.Errorf("the last note is %s, want %s", got, want)
	}
}
