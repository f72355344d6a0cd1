package plain

import "testing"

func TestOddKey(t *testing.T) {
	for key, want := range map[string]bool{
		"#": true, "": true, "1": true, "%": true, "C#": true, "a=b": true, "<b>": true, "—": true,
		"Name": false, "term-begin": false, "Area (km²)": false, "面积": false, "GDP, per head": false, "2nd": false, "ß": false,
	} {
		if got := oddKey(key); got != want {
			t.Errorf("oddKey(%q) = %t", key, got)
		}
	}
}
