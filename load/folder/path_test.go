package folder

import (
	"strings"
	"testing"
)

func TestCheckPath(t *testing.T) {
	tests := []struct {
		path, why string // why "": it is good
	}{
		{"a", ""},
		{"data/cells.csv", ""},
		{"data/tables/rivers/01-lengths.csv", ""},
		{"data/.hidden", ""},
		{"data/河川.csv", ""},
		{"data/a b.csv", ""},
		{"data/console.csv", ""},
		{"data/com.csv", ""},
		{"data/com10.csv", ""},
		{"data/lpt.csv", ""},
		{"data/icon.csv", ""},
		{"data/..a", ""},
		{"", "empty part"},
		{"/etc/passwd", "absolute"},
		{"data//a", "empty part"},
		{"data/", "empty part"},
		{".", "part ."},
		{"..", "part .."},
		{"../x", "part .."},
		{"data/../../x", "part .."},
		{`data\..\x`, "Windows"},
		{`C:\x`, "Windows"},
		{"C:/x", "Windows"},
		{"data/a*", "Windows"},
		{"data/a\x00b", "control"},
		{"data/a\nb", "control"},
		{"data/a\xff", "UTF-8"},
		{"data/a.", "dot or a space"},
		{"data/a ", "dot or a space"},
		{"con", "device"},
		{"data/AUX.csv", "device"},
		{"data/nul .txt", "device"},
		{"data/Com1.csv/x", "device"},
		{"data/lpt².csv", "device"},
		{"data/" + strings.Repeat("x", 256), "longer"},
	}
	for _, tt := range tests {
		err := checkPath(tt.path)
		if tt.why == "" && err != nil {
			t.Errorf("%q: %v", tt.path, err)
		}
		if tt.why != "" && (err == nil || !strings.Contains(err.Error(), tt.why)) {
			t.Errorf("%q: error %v, want one with %q", tt.path, err, tt.why)
		}
	}
}
