package preprocess

import (
	_ "embed"
	"strings"
	"sync"
)

// units.txt has the unit codes of {{convert}} with the sign a reader sees, two
// words a line. Codes that are signs already need no line.
//
//go:embed units.txt
var unitsText string

// countries.txt has codes and names of countries, "code name" a line, for {{flag}}
// and its kin.
//
//go:embed countries.txt
var countriesText string

var units = sync.OnceValue(func() map[string]string { return pairs(unitsText) })
var countries = sync.OnceValue(func() map[string]string { return pairs(countriesText) })

// pairs reads lines of a word and what it stands for.
func pairs(text string) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), " ")
		if ok && !strings.HasPrefix(key, "#") {
			out[key] = strings.TrimSpace(value)
		}
	}
	return out
}

func countryName(s string) string {
	if name := countries()[s]; name != "" {
		return name
	}
	return s
}

// fractionText is {{#frac: a | b | c}}: 1/b, a/b or a b/c as {{frac}} prints it, in
// one character where Unicode has it.
func fractionText(c *call, a string) string {
	whole, num, den := "", a, c.trimmed(1)
	if third := c.trimmed(2); third != "" {
		whole, num, den = a, c.trimmed(1), third
	} else if den == "" {
		num, den = "1", a
	}
	if v := vulgar[num+"/"+den]; v != "" {
		return whole + v
	}
	if whole != "" {
		whole += " "
	}
	return whole + num + "/" + den
}

var vulgar = map[string]string{"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾", "1/5": "⅕", "2/5": "⅖",
	"3/5": "⅗", "4/5": "⅘", "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞"}

// convertJoins are the words between the numbers of a range.
var convertJoins = map[string]string{"to": " to ", "-": "–", "–": "–", "and": " and ", "or": " or ", "x": " × ", "by": " by ",
	"×": " × ", "+/-": " ± ", "±": " ± ", "to(-)": " to ", "and(-)": " and ", "&": " & ", "xx": " × ", "+": " + "}

// convertText is what {{convert}} says of its input: numbers and unit as given. The
// conversion is left out; a unit is never changed on the way into a table.
func convertText(f *frame) string {
	args := f.positional()
	var b strings.Builder
	i := 0
	for ; i < len(args); i++ {
		if join := convertJoins[args[i]]; join != "" && i > 0 {
			b.WriteString(join)
			continue
		}
		if !isFigure(args[i]) {
			break
		}
		b.WriteString(groupDigits(args[i]))
	}
	if i == 0 {
		return strings.Join(args[:min(len(args), 1)], "") // no number: as it is
	}
	if i == len(args) {
		return b.String()
	}
	power, unit := powerOfTen(args[i])
	b.WriteString(power + " " + unitSign(unit))
	// "5|ft|10|in" is one length in two units.
	if i+2 < len(args) && isFigure(args[i+1]) && subUnits[args[i]+" "+args[i+2]] {
		b.WriteString(" " + args[i+1] + " " + unitSign(args[i+2]))
	}
	return b.String()
}

// powerOfTen divides a code such as e6km2 into the factor it means and the unit.
func powerOfTen(code string) (power, unit string) {
	digits := strings.TrimLeft(strings.TrimPrefix(code, "e"), "0123456789")
	n := len(code) - 1 - len(digits)
	if !strings.HasPrefix(code, "e") || n < 1 || n > 2 || digits == "" {
		return "", code
	}
	return "×10<sup>" + code[1:1+n] + "</sup>", digits
}

var subUnits = map[string]bool{"ft in": true, "mi yd": true, "lb oz": true, "st lb": true, "yd ft": true, "mi ft": true,
	"yd in": true, "mi chain": true, "foot in": true, "impgal impqt": true}

func unitSign(code string) string {
	if sign := units()[code]; sign != "" {
		return sign
	}
	return code
}

// isFigure tells the numbers of {{convert}} from its units, which may have digits,
// too: m2.
func isFigure(s string) bool {
	s = strings.TrimLeft(s, "+-−±~ ")
	return s != "" && strings.ContainsAny(s[:1], "0123456789.") || strings.HasPrefix(s, "½") || strings.HasPrefix(s, "¼") ||
		strings.HasPrefix(s, "¾")
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789½¼¾") }

// valText is {{val}}: number, uncertainty, power of ten and unit.
func valText(f *frame) string {
	args := f.positional()
	if len(args) == 0 {
		return ""
	}
	s := f.value("p") + groupDigits(args[0])
	switch {
	case len(args) == 2 && strings.HasPrefix(args[1], "("):
		s += args[1]
	case len(args) == 2 && args[1] != "":
		s += "±" + args[1]
	case len(args) > 2:
		s += " +" + args[1] + " −" + strings.TrimPrefix(args[2], "-")
	}
	if e := f.value("e"); e != "" {
		s += "×10<sup>" + e + "</sup>"
	}
	for _, name := range []string{"u", "ul", "upl"} {
		if u := f.value(name); u != "" {
			s += " " + unitSign(u)
		}
	}
	for _, name := range []string{"up", "upl"} {
		if u := f.value(name); u != "" {
			s += "/" + unitSign(u)
		}
	}
	return s + f.value("s")
}

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
