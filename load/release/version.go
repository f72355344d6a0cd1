package release

import (
	"fmt"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// CheckVersion returns what is wrong with the version of a release: it has to be a
// semantic version, https://semver.org, so that versions can be compared.
func CheckVersion(version string) error {
	core, _, _ := strings.Cut(version, "-")
	core, _, _ = strings.Cut(core, "+")
	if !semver.IsValid("v"+version) || strings.Count(core, ".") != 2 {
		return fmt.Errorf("version %q: a semantic version is needed, three numbers as in 1.2.0 (https://semver.org)", version)
	}
	return nil
}

// A StepError is a version that raises too little for what changed.
type StepError struct {
	Old, New string
	// Level is what the changes ask for, and Least the first version that does.
	Level, Least string
}

// Error names a version that is large enough.
func (e *StepError) Error() string {
	return fmt.Sprintf("version %s is too small a step from %s for a %s change: %s is needed", e.New, e.Old, e.Level, e.Least)
}

// CheckStep compares a version with the one before it. It has to be greater, and
// to raise what the changes ask for: level is none, patch, minor or major. As long
// as the version begins with 0, a minor step is enough for a major change; from a
// pre-release such as 1.0.0-rc.1 any step is. Both must be semantic versions.
func CheckStep(old, new, level string) error {
	if semver.Compare("v"+new, "v"+old) <= 0 {
		return fmt.Errorf("version %s does not come after %s, the version of the previous release", new, old)
	}
	if semver.Prerelease("v"+old) != "" {
		return nil
	}
	least := datapackage.NextVersion(old, level)
	// A pre-release of the least version is a step as large as that itself.
	released, _, _ := strings.Cut(new, "-")
	if semver.Compare("v"+released, "v"+least) < 0 {
		return &StepError{Old: old, New: new, Level: level, Least: least}
	}
	return nil
}
