package charset

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tidywiki/tidywiki/extract/source"
)

func Example() {
	var notes source.Notes
	fmt.Println(Decode("caf\xe9\n\xe2\x82\xac 5", &notes))
	for _, n := range notes.Sorted() {
		fmt.Println(n.Line, n.Code, n.Observed)
	}
	// Output:
	// café
	// € 5
	// 1 not_utf8 0xE9
}

func TestDecode(t *testing.T) {
	for _, tt := range []struct{ in, want, note string }{
		{"\xef\xbb\xbfa", "a", ""},
		{"\xff\xfea\x00\x34\xd8\x1e\xdd", "a𝄞", ""},
		{"\xfe\xff\x00a\x6c\xb3", "a河", ""},
		{"Z\xfcrich \x80 5", "Zürich € 5", "1 not_utf8 0xFC 0x80"},
		{"ok\r\n\xe9\rok\nok\n\x00", "ok\r\né\rok\nok\n\uFFFD", "2 not_utf8 0xE9; 5 control_character U+0000"},
		{"a\x81", "a\uFFFD", "1 not_utf8 0x81"},
		{"\xff\xfea\x00\x3d\xd8b\x00", "a\uFFFDb", "1 not_utf8 U+D83D"},
		{"\xff\xfea\x00\n", "a\uFFFD", "1 not_utf8 U+DC0A"},
		{"12345678\x7f", "12345678\uFFFD", "1 control_character U+007F"},
		{"1234567\x7f", "1234567\uFFFD", "1 control_character U+007F"},
		// These are as they should be.
		{"", "", ""},
		{"\uFFFD stays", "\uFFFD stays", ""},
		{"tab\tand\vfeed\fand\u0085next", "tab\tand\vfeed\fand\u0085next", ""},
		{"a\uFEFFb", "a\uFEFFb", ""},
		{"\u200bzero\u00ad width", "\u200bzero\u00ad width", ""},
	} {
		var n source.Notes
		got := Decode(tt.in, &n)
		var notes []string
		for _, note := range n.Sorted() {
			notes = append(notes, fmt.Sprint(note.Line, " ", note.Code, " ", note.Observed))
		}
		if note := strings.Join(notes, "; "); got != tt.want || note != tt.note {
			t.Errorf("%q gives %q with %q, want %q with %q", tt.in, got, note, tt.want, tt.note)
		}
	}
}

func TestTame(t *testing.T) {
	for c := range 256 {
		for at := range 8 {
			b := []byte("abcdefgh")
			b[at] = byte(c)
			if got, want := tame(string(b)), c >= ' ' && c < 0x7F; got != want {
				t.Errorf("%q: %v", b, got)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("plain text of more than eight bytes\n")
	f.Add("\xff\xfea\x00")
	f.Add("caf\xe9 \x00\x7f")
	f.Fuzz(func(t *testing.T, in string) {
		var n source.Notes
		out := Decode(in, &n)
		if !utf8.ValidString(out) || strings.ContainsAny(out, "\x00\x01\x02\x1b\x7f\uFFFE\uFFFF") {
			t.Errorf("%q gives %q", in, out)
		}
		if again := Decode(out, &n); again != out && !strings.HasPrefix(out, "\uFEFF") {
			t.Errorf("%q gives %q, and that %q", in, out, again)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for name, text := range map[string]string{
		"ascii": strings.Repeat("The Rhine is 1,233 km long; it ends in the sea.\n", 20_000),
		"other": strings.Repeat("Der Rhein ist länger; 莱茵河 и так далее.\n", 20_000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				var n source.Notes
				Decode(text, &n)
			}
		})
	}
}
