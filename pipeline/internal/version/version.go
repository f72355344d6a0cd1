// Package version has the version of tidywiki, as datasets name it.
package version

// Version is a semantic version.
const Version = "0.1.0"

// Generator is the program and its version, "tidywiki 0.1.0".
const Generator = "tidywiki " + Version
