package source

// Severity ranks a [Note].
type Severity uint8

// A person should know an Info, check a Warning, and not publish over an Error.
const (
	Info Severity = iota
	Warning
	Error
)

// String returns "info", "warning" or "error".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "info"
}

// A Note is one thing somebody should know about a place of a page: what was
// dropped, guessed, cut or does not add up. Notes become the rows of the table
// findings. The source's word is never corrected: what it should perhaps say
// goes to Expected.
type Note struct {
	Severity Severity
	// Code is the snake_case name under which docs/findings.md explains it.
	Code string
	// Where names the kind of place: page, section, paragraph, item, infobox,
	// table, row, cell or column.
	Where string
	// Line is the 1-based source line, or 0 where the page as a whole is meant.
	Line int
	// Table, Row and Col count from 1; 0 means that none is meant. Row and Col
	// speak of the grid as the page has it.
	Table, Row, Col int
	// Field is the column, key or check concerned, Observed what the page says,
	// Expected what it would have to say, Message a sentence for people.
	Field, Observed, Expected, Message string
}
