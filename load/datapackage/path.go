package datapackage

import "strings"

// IsAddress reports whether a path is one of the network.
func IsAddress(p string) bool { return strings.Contains(p, "://") }

// BadPath tells what is wrong with a path that must be below the folder of a package;
// "" if nothing is.
func BadPath(p string) string {
	switch {
	case p == "":
		return "is empty"
	case strings.HasPrefix(p, "/") || strings.HasPrefix(p, "~") || strings.HasPrefix(p, "file:") || len(p) > 1 && p[1] == ':':
		return "is absolute"
	case strings.Contains(p, `\`):
		return "has a backslash"
	case strings.ContainsRune(p, 0):
		return "has a zero byte"
	}
	for _, part := range strings.Split(p, "/") {
		if part == ".." {
			return "leaves the folder"
		}
	}
	return ""
}
