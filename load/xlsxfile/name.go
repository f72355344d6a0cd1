package xlsxfile

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// maxSheetName is how many UTF-16 units the name of a worksheet may have.
const maxSheetName = 31

// sheetNames gives the worksheets of a workbook their names.
type sheetNames map[string]bool

// unique returns a name similar to want that Excel allows and no other sheet has. To
// Excel, names that differ only in case are equal.
func (n sheetNames) unique(want string) string {
	base := cleanName(want)
	name := base
	for i := 2; n[strings.ToLower(name)] || strings.EqualFold(name, "history"); i++ {
		name = numbered(base, i)
	}
	n[strings.ToLower(name)] = true
	return name
}

// partName returns the name of a table's n-th worksheet: "cells (2)".
func partName(table string, n int) string {
	name := cleanName(lastName(table))
	if n == 1 {
		return name
	}
	return numbered(name, n)
}

func numbered(name string, n int) string {
	suffix := fmt.Sprintf(" (%d)", n)
	return shorten(name, maxSheetName-len(suffix)) + suffix
}

// cleanName replaces characters that the name of a worksheet must not have.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\`, r):
			return '-'
		case r < ' ':
			return ' '
		}
		return r
	}, strings.ToValidUTF8(name, "-"))
	if name = shorten(strings.Trim(name, "' "), maxSheetName); name == "" {
		return "table"
	}
	return name
}

// shorten cuts a name to that many UTF-16 units, not within a character.
func shorten(name string, most int) string {
	units := 0
	for i, r := range name {
		if units += utf16.RuneLen(r); units > most {
			return strings.TrimRight(name[:i], "' ")
		}
	}
	return name
}

// quoteSheet quotes a worksheet's name for references.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
