package validate

// readDialect reads how the text of a table is written, by version 1 or 2.
func (c *check) readDialect(o object, r *resource) {
	if !o.has("dialect") {
		return
	}
	d, ok := c.described(o, "dialect", "dialect-error", r.task)
	if !ok {
		r.broken = true
		return
	}
	before := r.task.errors
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
	into := &r.dialect
	text("delimiter", &into.Delimiter)
	if into.Delimiter == "" {
		d.fail("%s: delimiter is empty", d.at)
	}
	if text("lineTerminator", &into.Terminator); into.Terminator == "\n" || into.Terminator == "\r\n" {
		into.Terminator = "" // each of them is found in practice where the other is declared
	}
	char("quoteChar", &into.Quote)
	char("escapeChar", &into.Escape)
	into.DoubleQuote = d.flag("doubleQuote", into.DoubleQuote)
	into.SkipSpace = d.flag("skipInitialSpace", false)
	text("commentChar", &into.Comment)
	text("formulaGuard", &into.Guard)
	into.CommentRows = d.numbers("commentRows", nil)
	if into.HeaderRows = d.numbers("headerRows", into.HeaderRows); !d.flag("header", true) {
		into.HeaderRows = nil
	}
	text("headerJoin", &into.HeaderJoin)
	r.property = d.text("property")
	r.broken = r.broken || r.task.errors > before
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
			o.fail("%s: %s has %s, no number of a row", o.at, key, describe(v))
			continue
		}
		numbers = append(numbers, int(n))
	}
	return numbers
}
