package tidy

import (
	"strings"
	"testing"
)

func TestPageID(t *testing.T) {
	for _, c := range []struct{ title, name, want string }{
		{"First session of the 12th National People's Congress", "x.txt", "first-session-of-the-12th-national-peoples-congress"},
		{"Côte d’Ivoire, 2013", "", "cote-divoire-2013"},
		{"  Rivers  ", "", "rivers"},
		{"AC/DC: ½ & ②", "", "ac-dc-1-2-2"},
		{"Ｆｕｌｌ width", "", "full-width"},
		{"../x", "", "x"},
		{"x...", "", "x"},
		{"..", "a_b.txt", "page-"},
		{"", "dir/my_page.wiki.txt", "my-page-wiki"},
		{"", ".hidden", "hidden"},
		{"", "a\\b.txt", "a-b"},
		{"河流", "", "he-liu"},
		{"第1章", "", "di-1-zhang"},
		{"東京Tower", "", "dong-jing-tower"},
		{"Нил", "", "nil"},
		{"Московское метро", "", "moskovskoe-metro"},
		{"Большой съезд", "", "bolshoi-sezd"},
		{"Ελλάδα (νομός)", "", "ellada-nomos"},
		{"Μαΐου 2013", "", "maiou-2013"},
		{"とうきょう", "", "toukiyou"},
		{"がっこう", "", "gatsukou"},
		{"서울 지하철", "", "seoul-jihaceol"},
		{"مدينة القاهرة ١٢", "", "mdyna-lqhra-12"},
		{"हिन्दी", "", "hindii"},
		{"किताब", "", "kitaab"},
		{"ירושלים", "", "yrvshlym"},
		{"Møller, Đặng, Straße, Łódź, Æsir, Þór", "", "moller-dang-strasse-lodz-aesir-thor"},
		{"Əliyev", "", "aliyev"},
		// Symbols are not letters: they separate words, and do not make a hash.
		{"C++ → C#", "", "c-c"},
		{"100 € / №5 ❤️", "", "100-no5"},
		{"people’s", "", "peoples"},
		// No letter has a transliteration, or there is no letter.
		{"𐍈", "", "page-"},
		{"a 𐍈 b", "", "a-b"},
		{"☃", "", "page-"},
		{"? (film)", "", "film"},
		{"con", "", "con-"},
		{"AUX", "", "aux-"},
		{"Com1", "", "com1-"},
		{"lpt9", "", "lpt9-"},
		{"\x00", "", "page-"},
		{"a\xffb", "", "a-b"},
		{"", "", "page-"},
		{strings.Repeat("long ", 50), "", "long-"},
		// Not reserved: longer or shorter than the devices' names.
		{"Console", "", "console"},
		{"com", "", "com"},
		{"com10", "", "com10"},
	} {
		got := PageID(c.title, c.name)
		rest, ok := strings.CutPrefix(got, c.want)
		hashed := strings.HasSuffix(c.want, "-")
		if !ok || !hashed && rest != "" || hashed && len(rest) < 8 {
			t.Errorf("PageID(%q, %q) = %q, want %q", c.title, c.name, got, c.want)
		}
		if len(got) > maxName {
			t.Errorf("PageID(%q, %q) has %d bytes", c.title, c.name, len(got))
		}
	}
}

func TestPageIDTellsLostTitlesApart(t *testing.T) {
	a, b := PageID("𐍈", ""), PageID("𐌰", "")
	if a == b || len(a) != len("page-")+8 {
		t.Errorf("%q and %q", a, b)
	}
	long := strings.Repeat("x", 200)
	if a, b := PageID(long+"a", ""), PageID(long+"b", ""); a == b || len(a) != maxName {
		t.Errorf("%q and %q", a, b)
	}
}

func TestFileSlug(t *testing.T) {
	for text, want := range map[string]string{
		"State positions": "state-positions",
		"河流":              "he-liu",
		"Станции":         "stantsii",
		"𐍈":               "table",
		"":                "table",
		"con":             "con", // safe behind its number
	} {
		if got := fileSlug(text); got != want {
			t.Errorf("fileSlug(%q) = %q", text, got)
		}
	}
	if got := fileSlug(strings.Repeat("long ", 50)); len(got) > maxName || strings.HasSuffix(got, "-") {
		t.Errorf("%q", got)
	}
}

func FuzzPageID(f *testing.F) {
	for _, s := range []string{"Côte d'Ivoire", "../x", "con", "河流", "a\xff", strings.Repeat("é", 99)} {
		f.Add(s, "a/b_c.txt")
	}
	f.Fuzz(func(t *testing.T, title, name string) {
		id := PageID(title, name)
		if id == "" || len(id) > maxName || reserved(id) {
			t.Fatalf("%q", id)
		}
		for i := range len(id) {
			if c := id[i]; !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && i > 0 && i < len(id)-1) {
				t.Fatalf("%q", id)
			}
		}
	})
}
