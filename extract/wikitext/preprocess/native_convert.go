package preprocess

import "strings"

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
		b.WriteString(groupDigits(mixedFraction(args[i])))
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

// mixedFraction writes the 3+1/2 of {{convert}} as MediaWiki shows it: 3+1⁄2.
func mixedFraction(s string) string {
	if i := strings.IndexByte(s, '+'); i > 0 {
		return s[:i] + strings.Replace(s[i:], "/", "⁄", 1)
	}
	return s
}
