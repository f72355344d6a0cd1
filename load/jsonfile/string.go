package jsonfile

// plain marks the bytes that a JSON string holds unchanged. 0xE2 is not marked:
// U+2028 begins with it.
var plain = func() (t [256]bool) {
	for b := range t {
		t[b] = b >= ' ' && b != '"' && b != '\\' && b != 0xE2
	}
	return t
}()

// appendString appends s, which is valid UTF-8, in quotes.
func appendString(buf []byte, s string) []byte {
	buf = append(buf, '"')
	start := 0
	for i := 0; i < len(s); i++ {
		if plain[s[i]] {
			continue
		}
		if s[i] == 0xE2 && !endsLine(s[i:]) {
			continue
		}
		buf = append(buf, s[start:i]...)
		buf = appendEscape(buf, s[i:])
		if s[i] == 0xE2 {
			i += 2
		}
		start = i + 1
	}
	buf = append(buf, s[start:]...)
	return append(buf, '"')
}

// endsLine reports whether s begins with U+2028 or U+2029.
func endsLine(s string) bool {
	return len(s) >= 3 && s[1] == 0x80 && s[2]&^1 == 0xA8
}

// appendEscape appends the escaped form of the first character of s.
func appendEscape(buf []byte, s string) []byte {
	const hex = "0123456789abcdef"
	switch b := s[0]; b {
	case '"', '\\':
		return append(buf, '\\', b)
	case '\n':
		return append(buf, `\n`...)
	case '\r':
		return append(buf, `\r`...)
	case '\t':
		return append(buf, `\t`...)
	case 0xE2:
		return append(append(buf, `\u202`...), hex[s[2]&0xF])
	default:
		return append(append(buf, `\u00`...), hex[b>>4], hex[b&0xF])
	}
}
