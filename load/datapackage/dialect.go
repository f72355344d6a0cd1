package datapackage

// A Dialect is how a CSV file is written: the properties of a Table Dialect that
// matter for text. [DefaultDialect] is RFC 4180.
type Dialect struct {
	// FormulaGuard is an addition of tidywiki: what is before texts that would otherwise
	// begin like a formula, and before texts that begin with it. It is not part of the
	// text. "" for nothing.
	FormulaGuard string `json:"formulaGuard,omitempty"`

	// The others are read, and never written.
	Delimiter  string `json:"-"` // between cells
	Terminator string `json:"-"` // of rows; "" for LF, CR LF and CR alike
	Quote      byte   `json:"-"` // 0 for none
	// DoubleQuote is true where two quotes within quotes are one.
	DoubleQuote bool `json:"-"`
	Escape      byte `json:"-"` // before a character that has no other meaning then; 0 for none
	// SkipSpace leaves out white space after a delimiter.
	SkipSpace bool `json:"-"`
	// Comment begins rows to leave out; "" for none. CommentRows are the numbers
	// of others.
	Comment     string `json:"-"`
	CommentRows []int  `json:"-"`
	// HeaderRows are the numbers of the rows that name the columns, none if there
	// is none. HeaderJoin joins their texts.
	HeaderRows []int  `json:"-"`
	HeaderJoin string `json:"-"`
}

// DefaultDialect returns the dialect of RFC 4180, with a header.
func DefaultDialect() Dialect {
	return Dialect{Delimiter: ",", Quote: '"', DoubleQuote: true, HeaderRows: []int{1}, HeaderJoin: " "}
}

// readDialect reads how the text of a table is written, by version 1 or 2.
func (p *parser) readDialect(o object, r *Resource) {
	if o.has("dialect") {
		d, ok := p.described(o, "dialect", "dialect-error", r)
		if !ok || !r.Dialect.read(d, r) {
			r.Broken = true
		}
	}
}

// read reads a dialect and reports whether it is without faults.
func (into *Dialect) read(d object, r *Resource) bool {
	before := len(r.Faults)
	text := func(key string, to *string) {
		if d.has(key) {
			*to = d.text(key)
		}
	}
	char := func(key string, to *byte) {
		if s := d.text(key); len(s) == 1 {
			*to = s[0]
		} else if s != "" {
			d.fail("%s: %s is %q, not one character of ASCII", d.at, key, s)
		} else if d.has(key) {
			*to = 0
		}
	}
	text("delimiter", &into.Delimiter)
	if into.Delimiter == "" {
		d.fail("%s: delimiter is empty", d.at)
		into.Delimiter = ","
	}
	if text("lineTerminator", &into.Terminator); into.Terminator == "\n" || into.Terminator == "\r\n" {
		into.Terminator = "" // each of them is found in practice where the other is declared
	}
	char("quoteChar", &into.Quote)
	char("escapeChar", &into.Escape)
	into.DoubleQuote = d.flag("doubleQuote", into.DoubleQuote)
	into.SkipSpace = d.flag("skipInitialSpace", false)
	text("commentChar", &into.Comment)
	text("formulaGuard", &into.FormulaGuard)
	into.CommentRows = d.numbers("commentRows", nil)
	if into.HeaderRows = d.numbers("headerRows", into.HeaderRows); !d.flag("header", true) {
		into.HeaderRows = nil
	}
	text("headerJoin", &into.HeaderJoin)
	r.Property = d.text("property")
	return len(r.Faults) == before
}

// numbers returns an array of numbers of rows, which count from 1.
func (o object) numbers(key string, byDefault []int) []int {
	if !o.has(key) {
		return byDefault
	}
	numbers := []int{}
	for _, v := range o.list(key) {
		n, ok := whole(v)
		if !ok || n < 1 {
			o.fail("%s: %s has %s, not the number of a row", o.at, key, Describe(v))
			continue
		}
		numbers = append(numbers, int(n))
	}
	return numbers
}
