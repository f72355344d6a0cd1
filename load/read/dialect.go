package read

// A Dialect is how a CSV file is written: the properties of a Table Dialect that
// matter for text. [DefaultDialect] is RFC 4180.
type Dialect struct {
	Delimiter  string // between cells
	Terminator string // of rows; "" for LF, CR LF and CR alike
	Quote      byte   // 0 for none
	// DoubleQuote says that two quotes within quotes are one.
	DoubleQuote bool
	Escape      byte // before a character that has no other meaning then; 0 for none
	// SkipSpace leaves out white space after a delimiter.
	SkipSpace bool
	// Comment begins rows to leave out; "" for none. CommentRows are the numbers
	// of others.
	Comment     string
	CommentRows []int
	// HeaderRows are the numbers of the rows that name the columns, none if there
	// is none. HeaderJoin joins their texts.
	HeaderRows []int
	HeaderJoin string
	// Guard is what stands before texts that would otherwise begin like a formula,
	// and before texts that begin with it: it is taken off. "" for nothing.
	Guard string
}

// DefaultDialect returns the dialect of RFC 4180, with a header.
func DefaultDialect() Dialect {
	return Dialect{Delimiter: ",", Quote: '"', DoubleQuote: true, HeaderRows: []int{1}, HeaderJoin: " "}
}
