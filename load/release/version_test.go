package release

import (
	"errors"
	"strings"
	"testing"
)

func TestCheckVersion(t *testing.T) {
	for version, ok := range map[string]bool{
		"1.2.3": true, "0.1.0": true, "10.20.30": true, "1.0.0-rc.1": true, "1.0.0-alpha-b.2+x.5": true, "1.0.0+2024-05-06": true,
		"": false, "1": false, "1.2": false, "v1.2.3": false, "1.2.3.4": false, "01.2.3": false, "1.2.x": false, "1.2-rc.1": false,
		"1.2.3-": false, "1.2.3-01": false, " 1.2.3": false, "1.2.3/x": false, "1.2+1.2": false, "latest": false,
	} {
		if err := CheckVersion(version); (err == nil) != ok {
			t.Errorf("%q: %v", version, err)
		}
	}
}

func TestCheckStep(t *testing.T) {
	tests := []struct{ old, new, level, want string }{
		{"1.2.3", "1.2.4", "patch", ""},
		{"1.2.3", "1.2.4", "none", ""},
		{"1.2.3", "1.3.0", "minor", ""},
		{"1.2.3", "1.5.7", "minor", ""},
		{"1.2.3", "2.0.0", "major", ""},
		{"1.2.3", "2.0.0", "patch", ""},
		{"0.2.3", "0.3.0", "major", ""},
		{"1.2.3", "1.3.0-rc.1", "minor", ""},
		{"1.3.0-rc.1", "1.3.0", "major", ""},
		{"1.3.0-rc.1", "1.3.0-rc.2", "major", ""},
		{"99999999999999999999.0.0", "99999999999999999999.0.1", "patch", ""},
		{"1.2.3", "1.2.4", "minor", "1.3.0 is needed"},
		{"1.2.3", "1.9.0", "major", "2.0.0 is needed"},
		{"1.2.3", "1.2.4-rc.1", "minor", "1.3.0 is needed"},
		{"0.2.3", "0.2.4", "major", "0.3.0 is needed"},
		{"1.2.3+5", "1.2.4+6", "minor", "1.3.0 is needed"},
		{"1.2.3", "1.2.3", "none", "does not come after"},
		{"1.2.3", "1.2.3+7", "none", "does not come after"},
		{"1.2.3", "1.2.3-rc.1", "none", "does not come after"},
		{"1.10.0", "1.9.0", "none", "does not come after"},
	}
	for _, tt := range tests {
		err := CheckStep(tt.old, tt.new, tt.level)
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s -> %s, %s: %v, want %q", tt.old, tt.new, tt.level, err, tt.want)
		}
		var step *StepError
		if errors.As(err, &step) != strings.Contains(tt.want, "needed") {
			t.Errorf("%s -> %s: %T", tt.old, tt.new, err)
		}
	}
}
