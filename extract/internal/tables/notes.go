package tables

import "github.com/tidywiki/tidywiki/extract/source"

// TooDeep is the note of a table beyond MaxDepth.
func TooDeep(line int) source.Note {
	return source.Note{Severity: source.Warning, Code: "nesting_limit", Where: "table", Line: line,
		Message: "tables nest too deep: the text of this one stays in the cell around it"}
}

// Unclosed is the note of a table that is open at the end of the page.
func Unclosed(line int) source.Note {
	return source.Note{Severity: source.Warning, Code: "unclosed_table", Where: "table", Line: line,
		Message: "the table has no end: all that follows it on the page is in its last cell"}
}
