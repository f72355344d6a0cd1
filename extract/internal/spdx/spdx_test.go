package spdx

import "testing"

func TestByURL(t *testing.T) {
	for _, c := range []struct{ url, want string }{
		{"https://creativecommons.org/licenses/by-sa/4.0/", "CC-BY-SA-4.0"},
		{"//creativecommons.org/licenses/by-sa/3.0/", "CC-BY-SA-3.0"},
		{"http://www.creativecommons.org/licenses/by-nc-nd/2.5", "CC-BY-NC-ND-2.5"},
		{"https://creativecommons.org/licenses/by/4.0/deed.en", "CC-BY-4.0"},
		{"https://creativecommons.org/licenses/by-sa/3.0/de/", "CC-BY-SA-3.0-DE"},
		{"https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"},
		{"https://www.gnu.org/licenses/fdl-1.3.html", "GFDL-1.3-or-later"},
		{"https://creativecommons.org/licenses/by-sa/3.0/es/", ""},
		{"https://creativecommons.org/licenses/by-sa/5.0/", ""},
		{"https://creativecommons.org/licenses/", ""},
		{"https://example.invalid/licenses/by-sa/4.0/", ""},
		{"https://creativecommons.org.example.invalid/licenses/by/4.0/", ""},
		{"", ""},
		{"%zz", ""},
	} {
		if got := ByURL(c.url); got != c.want {
			t.Errorf("%s is %q, want %q", c.url, got, c.want)
		}
	}
}
