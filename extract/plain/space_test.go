package plain

import "testing"

func TestCollapse(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a": "a", "a b": "a b", " \t\u00a0\u3000": "",
		"  a  b\t\tc \n": "a b c", "a\u00a0b": "a b", "a \u2009b": "a b", "\u2003a\u2028b\u0085": "a b",
		"é â ã 中\u3000文": "é â ã 中 文", "a\u200bb": "a\u200bb",
	} {
		if got := collapse(in); got != want {
			t.Errorf("collapse(%q) = %q, want %q", in, got, want)
		}
	}
}
