package preprocess

import "strings"

// coordText is {{coord}}: degrees as given, nothing where it only goes to the top of
// the page.
func coordText(f *frame) string {
	if d := f.value("display"); d == "title" || d == "t" {
		return ""
	}
	var numbers, out []string
	for _, a := range f.positional() {
		switch a {
		case "N", "S", "E", "W", "O":
			out = append(out, degrees(numbers)+a)
			numbers = nil
			if len(out) == 2 {
				return strings.Join(out, " ")
			}
		default:
			if !hasDigit(a) || strings.Contains(a, ":") {
				continue
			}
			numbers = append(numbers, a)
		}
	}
	if len(out) == 0 && len(numbers) >= 2 {
		return signedDegrees(numbers[0], "N", "S") + " " + signedDegrees(numbers[1], "E", "W")
	}
	return strings.Join(out, " ")
}

func degrees(parts []string) string {
	signs := []string{"°", "′", "″"}
	var b strings.Builder
	for i, p := range parts {
		if i < len(signs) {
			b.WriteString(p + signs[i])
		}
	}
	return b.String()
}

func signedDegrees(s, positive, negative string) string {
	for _, minus := range []string{"-", "−"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return rest + "°" + negative
		}
	}
	return strings.TrimPrefix(s, "+") + "°" + positive
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789½¼¾") }
