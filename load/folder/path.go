package folder

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is the longest name, in bytes, that common file systems allow.
const maxName = 255

// checkPath refuses a path that leaves the folder or that is not valid on all systems,
// so that a dataset can be copied anywhere.
func checkPath(path string) error {
	for name := range strings.SplitSeq(path, "/") {
		if why := badName(name); why != "" {
			return fmt.Errorf("path %q cannot be created: %s", path, why)
		}
	}
	return nil
}

// badName returns what is wrong with one name of a path, or "".
func badName(name string) string {
	switch {
	case name == "":
		return "it is absolute or has an empty part"
	case name == "." || name == "..":
		return "it has a part " + name
	case len(name) > maxName:
		return fmt.Sprintf("it has a part longer than %d bytes", maxName)
	case !utf8.ValidString(name):
		return "it is not UTF-8"
	case strings.ContainsAny(name, `\<>:"|?*`):
		return "it has a character that Windows does not allow"
	case strings.ContainsFunc(name, unicode.IsControl):
		return "it has a control character"
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "a part ends with a dot or a space"
	case reserved(name):
		return "it has a part that is the name of a device on Windows"
	}
	return ""
}

// reserved reports whether Windows takes the name for a device, which it does in any
// case and with any extension.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToLower(strings.TrimRight(stem, " "))
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	port, isCom := strings.CutPrefix(stem, "com")
	if !isCom {
		var isLpt bool
		if port, isLpt = strings.CutPrefix(stem, "lpt"); !isLpt {
			return false
		}
	}
	n, size := utf8.DecodeRuneInString(port)
	return size == len(port) && strings.ContainsRune("0123456789¹²³", n)
}

// fold maps paths that are the same on a case-insensitive file system to one string.
func fold(path string) string { return strings.ToLower(strings.ToUpper(path)) }
