package column

// brackets decides whether the numbers in parentheses are below zero, as bookkeepers
// write them: (66) under Balance, but not under Goals. Without evidence they are plain
// numbers, and the column says so.
func (in *inference) brackets(ctx Context) {
	count := 0
	for i := range in.values {
		if in.values[i].is(bracketed) {
			count++
		}
	}
	if count == 0 || in.isAccount(count, ctx) {
		return
	}
	for i := range in.values {
		if v := &in.values[i]; v.is(bracketed) {
			v.Number = v.Number.Neg()
			in.plainBrackets = append(in.plainBrackets, i)
		}
	}
}

// isAccount reports whether something says that parentheses are a minus: the header or
// the caption speaks of finance, the numbers or the header have a currency, or others of
// the column have a sign. A header that is itself in parentheses, or counts, says no.
func (in *inference) isAccount(count int, ctx Context) bool {
	h := &in.header
	switch {
	case h.bracketed:
		return false
	case h.finance || h.currency != "":
		return true
	}
	signed, amounts := false, false
	for i := range in.values {
		v := &in.values[i]
		signed = signed || !v.is(bracketed) && v.fits.has(Number) && v.Number.Sign() < 0
		amounts = amounts || v.is(money)
	}
	if signed || amounts {
		return true
	}
	if h.counts || h.ranks || count == len(in.values) || ctx.Caption == "" {
		return false
	}
	caption := findKinds(ctx.Caption)
	return caption.has(financeKind)
}
