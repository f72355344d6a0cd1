package preprocess

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// expr evaluates an expression of {{#expr:}}
// (https://www.mediawiki.org/wiki/Help:Extension:ParserFunctions##expr). What
// cannot be evaluated gives MediaWiki's error text.
func expr(s string) string {
	s = strings.TrimSpace(DecodeEntities(s))
	if s == "" {
		return ""
	}
	p := exprParser{s: strings.ToLower(strings.ReplaceAll(s, "−", "-"))}
	p.next()
	v := p.binary(0)
	if p.err == "" && p.tok != "" {
		p.fail("unrecognized word " + strconv.Quote(p.tok))
	}
	if p.err != "" || math.IsNaN(v) || math.IsInf(v, 0) {
		if p.err == "" {
			p.err = "no finite result"
		}
		return fmt.Sprintf(`<strong class="error">Expression error: %s.</strong>`, p.err)
	}
	return formatResult(v)
}

// formatResult writes a number as PHP does: fourteen significant digits.
func formatResult(v float64) string {
	if v == 0 {
		return "0"
	}
	s := strconv.FormatFloat(v, 'G', 14, 64)
	if m, e, ok := strings.Cut(s, "E"); ok {
		n, _ := strconv.Atoi(e)
		if n > 0 && n < 15 {
			return strconv.FormatFloat(v, 'f', -1, 64)
		}
		if !strings.Contains(m, ".") {
			m += ".0"
		}
		return m + "E" + fmt.Sprintf("%+d", n)
	}
	return s
}

type exprParser struct {
	s     string
	tok   string
	depth int
	err   string
}

func (p *exprParser) fail(msg string) {
	if p.err == "" {
		p.err = msg
	}
}

// next reads the next number, word or sign.
func (p *exprParser) next() {
	p.s = strings.TrimLeft(p.s, " \t\n\u00a0")
	n := 0
	switch {
	case p.s == "":
	case p.s[0] >= '0' && p.s[0] <= '9' || p.s[0] == '.':
		for n < len(p.s) && (p.s[n] >= '0' && p.s[n] <= '9' || p.s[n] == '.') {
			n++
		}
	case p.s[0] >= 'a' && p.s[0] <= 'z':
		for n < len(p.s) && p.s[n] >= 'a' && p.s[n] <= 'z' {
			n++
		}
	case len(p.s) > 1 && strings.Contains(" <= >= != <> ", " "+p.s[:2]+" "):
		n = 2
	default:
		n = 1
	}
	p.tok, p.s = p.s[:n], p.s[n:]
}

// levels are the binary operators from the loosest to the tightest.
var levels = []string{" or ", " and ", " = != <> < > <= >= ", " round ", " + - ", " * / div mod fmod ", " ^ ", " e "}

func (p *exprParser) binary(level int) float64 {
	if level == len(levels) {
		return p.unary()
	}
	v := p.binary(level + 1)
	for p.err == "" && p.tok != "" && strings.Contains(levels[level], " "+p.tok+" ") {
		op := p.tok
		p.next()
		v = p.apply(op, v, p.binary(level+1))
	}
	return v
}

func (p *exprParser) apply(op string, a, b float64) float64 {
	truth := func(t bool) float64 {
		if t {
			return 1
		}
		return 0
	}
	switch op {
	case "or":
		return truth(a != 0 || b != 0)
	case "and":
		return truth(a != 0 && b != 0)
	case "=":
		return truth(a == b)
	case "!=", "<>":
		return truth(a != b)
	case "<":
		return truth(a < b)
	case ">":
		return truth(a > b)
	case "<=":
		return truth(a <= b)
	case ">=":
		return truth(a >= b)
	case "round":
		scale := math.Pow(10, math.Trunc(b))
		return math.Round(a*scale) / scale
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "^":
		return math.Pow(a, b)
	case "e":
		return a * math.Pow(10, b)
	}
	if b == 0 {
		p.fail("division by zero")
		return 0
	}
	switch op {
	case "mod":
		return math.Mod(math.Trunc(a), math.Trunc(b))
	case "fmod":
		return math.Mod(a, b)
	}
	return a / b
}

// unaryFunctions are the words that stand before their operand.
var unaryFunctions = map[string]func(float64) float64{
	"not": func(v float64) float64 {
		if v == 0 {
			return 1
		}
		return 0
	},
	"abs": math.Abs, "trunc": math.Trunc, "floor": math.Floor, "ceil": math.Ceil, "exp": math.Exp, "ln": math.Log,
	"sqrt": math.Sqrt, "sin": math.Sin, "cos": math.Cos, "tan": math.Tan, "asin": math.Asin, "acos": math.Acos, "atan": math.Atan,
}

func (p *exprParser) unary() float64 {
	if p.depth++; p.depth > 100 {
		p.fail("stack exhausted")
		return 0
	}
	defer func() { p.depth-- }()
	tok := p.tok
	switch {
	case tok == "":
		p.fail("missing operand")
		return 0
	case tok == "-" || tok == "+":
		p.next()
		v := p.unary()
		if tok == "-" {
			return -v
		}
		return v
	case tok == "(":
		p.next()
		v := p.binary(0)
		if p.tok != ")" {
			p.fail("missing closing bracket")
		}
		p.next()
		return v
	case tok == "pi":
		p.next()
		return math.Pi
	case tok == "e":
		p.next()
		return math.E
	}
	if fn := unaryFunctions[tok]; fn != nil {
		p.next()
		return fn(p.unary())
	}
	v, err := strconv.ParseFloat(tok, 64)
	if err != nil {
		p.fail("unexpected " + strconv.Quote(tok))
	}
	p.next()
	return v
}
