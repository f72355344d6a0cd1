package datapackage

import (
	"fmt"

	"golang.org/x/mod/semver"
)

// NextVersion returns the first version that changes of a level (patch, minor or major)
// ask for after another, or "" after one that is not a semantic version. As long as the
// version begins with 0, a minor step is enough for a major change.
func NextVersion(version, level string) string {
	var major, minor, patch int
	if _, err := fmt.Sscanf(version, "%d.%d.%d", &major, &minor, &patch); err != nil || !semver.IsValid("v"+version) {
		return ""
	}
	switch {
	case level == "major" && major > 0:
		return fmt.Sprintf("%d.0.0", major+1)
	case level == "major" || level == "minor":
		return fmt.Sprintf("%d.%d.0", major, minor+1)
	}
	return fmt.Sprintf("%d.%d.%d", major, minor, patch+1)
}
