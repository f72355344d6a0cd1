package number

import (
	"math"
	"math/big"
	"testing"
)

func dec(t testing.TB, text string) Decimal {
	t.Helper()
	d, ok := ParseDecimal(text)
	if !ok {
		t.Fatalf("ParseDecimal(%q) refused", text)
	}
	return d
}

func TestParseDecimal(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0": "0", "1.50": "1.50", "-1.50": "-1.50", ".5": "0.5", "5.": "5", "+7": "7",
		"26.6e12": "26600000000000", "1e-3": "0.001", "-0.004": "-0.004", "0e9": "0", "0.00": "0.00",
		"9223372036854775807": "9223372036854775807", "-9223372036854775808": "-9223372036854775808",
		"9223372036854775808":       "9223372036854775808",
		"-202107211321363588510367": "-202107211321363588510367",
		"12345678901234567890.1234": "12345678901234567890.1234",
	} {
		if got := dec(t, in).String(); got != want {
			t.Errorf("ParseDecimal(%q) = %s, want %s", in, got, want)
		}
	}
	for _, in := range []string{"", ".", "-", "+-1", "--1", "1,000", "1e", "e5", "1e301", "1e-301",
		"1.2.3", "1 ", "٣", "0x1F", "inf", "NaN", "1_000"} {
		if d, ok := ParseDecimal(in); ok {
			t.Errorf("ParseDecimal(%q) = %s, want none", in, d)
		}
	}
}

func TestArithmetic(t *testing.T) {
	const largest = "9223372036854775807"
	for _, c := range []struct{ a, op, b, want string }{
		{"0.1", "+", "0.2", "0.3"},
		{"1.50", "+", "1", "2.50"},
		{largest, "+", "1", "9223372036854775808"},
		{"-" + largest, "-", "2", "-9223372036854775809"},
		{largest, "+", "-" + largest, "0"},
		{"1e30", "+", "0.5", "1000000000000000000000000000000.5"},
		{"51.9e12", "-", "26.6e12", "25300000000000"},
		{"1.5", "*", "-0.20", "-0.300"},
		{largest, "*", largest, "85070591730234615847396907784232501249"},
		{"-9223372036854775808", "*", "-1", "9223372036854775808"},
		{"-1", "*", "-9223372036854775808", "9223372036854775808"},
		{"9223372036854775808", "-", "1", largest},
	} {
		a, b := dec(t, c.a), dec(t, c.b)
		got := map[string]func(Decimal) Decimal{"+": a.Add, "-": a.Sub, "*": a.Mul}[c.op](b)
		if got.String() != c.want {
			t.Errorf("%s %s %s = %s, want %s", c.a, c.op, c.b, got, c.want)
		}
	}
}

func TestQuo(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		places int
		want   string
	}{
		{"2799", "2944", 4, "0.9507"},
		{"1", "3", 2, "0.33"},
		{"2", "3", 0, "1"},
		{"1", "2", 0, "1"}, {"-1", "2", 0, "-1"}, {"1", "-2", 0, "-1"},
		{"-1", "3", 4, "-0.3333"},
		{"1e20", "1e-20", 0, "10000000000000000000000000000000000000000"},
		{"12345", "1", -2, "12300"},
		{"0", "7", 3, "0.000"},
	} {
		got, ok := dec(t, c.a).Quo(dec(t, c.b), c.places)
		if !ok || got.String() != c.want {
			t.Errorf("%s / %s at %d = %s %v, want %s", c.a, c.b, c.places, got, ok, c.want)
		}
	}
	if _, ok := NewDecimal(1, 0).Quo(NewDecimal(0, 5), 2); ok {
		t.Error("a quotient by 0")
	}
}

func TestRound(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int
		want   string
	}{
		{"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"2.449", 1, "2.4"}, {"0.005", 2, "0.01"},
		{"7", 2, "7.00"}, {"1250", -2, "1300"}, {"9223372036854775807", 1, "9223372036854775807.0"},
		{"99.999", 2, "100.00"}, {"1e30", 0, "1000000000000000000000000000000"},
	} {
		if got := dec(t, c.in).Round(c.places).String(); got != c.want {
			t.Errorf("Round(%s, %d) = %s, want %s", c.in, c.places, got, c.want)
		}
	}
}

func TestCmp(t *testing.T) {
	ordered := []string{"-1e40", "-3", "-2.5", "-0.001", "0", "0.001", "1", "1.01", "5",
		"9223372036854775807", "9223372036854775807.5", "1e30"}
	for i, a := range ordered {
		for j, b := range ordered {
			want := map[bool]int{i < j: -1, i > j: 1}[true]
			if got := dec(t, a).Cmp(dec(t, b)); got != want {
				t.Errorf("Cmp(%s, %s) = %d, want %d", a, b, got, want)
			}
		}
	}
	if dec(t, "1.50").Cmp(dec(t, "1.5")) != 0 || dec(t, "0.00").Cmp(dec(t, "-0")) != 0 {
		t.Error("the same number at two exponents differs")
	}
}

func TestInt64(t *testing.T) {
	for in, want := range map[string]int64{"2.00": 2, "26.6e12": 26600000000000, "0.0": 0, "-5": -5,
		"9223372036854775807.0": math.MaxInt64} {
		if got, ok := dec(t, in).Int64(); !ok || got != want {
			t.Errorf("Int64(%s) = %d %v", in, got, ok)
		}
	}
	for _, in := range []string{"1.5", "9223372036854775808", "1e19", "0.01"} {
		if got, ok := dec(t, in).Int64(); ok {
			t.Errorf("Int64(%s) = %d, want none", in, got)
		}
	}
	if got := NewDecimal(1, 400).Float64(); got != math.Inf(1) {
		t.Errorf("Float64(1e400) = %v", got)
	}
	for in, want := range map[string]bool{"1e19": true, "1.50": false, "3.0": true, "1e-5": false,
		"12345678901234567890.0": true, "12345678901234567890.5": false} {
		if got := dec(t, in).IsInteger(); got != want {
			t.Errorf("IsInteger(%s) = %v", in, got)
		}
	}
}

func TestFloat64(t *testing.T) {
	for in, want := range map[string]float64{"0.1": 0.1, "95.07": 95.07, "26.6e12": 26.6e12, "-3.5": -3.5,
		"9007199254740993": 9007199254740992, "1e300": 1e300, "-1e300": -1e300,
		"0.30000000000000004": 0.30000000000000004} {
		if got := dec(t, in).Float64(); got != want {
			t.Errorf("Float64(%s) = %v, want %v", in, got, want)
		}
	}
}

func TestScaled128(t *testing.T) {
	for _, c := range []struct {
		in     string
		places int32
	}{{"1.50", 2}, {"-1.5", 4}, {"0", 9}, {"-9223372036854775808", 0}, {"9223372036854775808", 0},
		{"-12345678901234567890.5", 3}, {"170141183460469231731687303715884105727", 0}} {
		hi, lo, ok := dec(t, c.in).Scaled128(c.places)
		got := new(big.Int).Lsh(big.NewInt(hi), 64)
		got.Add(got, new(big.Int).SetUint64(lo))
		if want := dec(t, c.in); !ok || newBig(got, -c.places).Cmp(want) != 0 {
			t.Errorf("Scaled128(%s, %d) = %v %v", c.in, c.places, got, ok)
		}
	}
	for in, places := range map[string]int32{"1.55": 1, "1e39": 0, "170141183460469231731687303715884105728": 0} {
		if _, _, ok := dec(t, in).Scaled128(places); ok {
			t.Errorf("Scaled128(%s, %d) accepted", in, places)
		}
	}
}

func TestDecimalIsNotChanged(t *testing.T) {
	d := dec(t, "-202107211321363588510367")
	c, _ := d.Big()
	c.SetInt64(1)
	d.Neg()
	d.Mul(d)
	if d.String() != "-202107211321363588510367" {
		t.Errorf("it became %s", d)
	}
}

func FuzzParseDecimal(f *testing.F) {
	for _, s := range []string{"1.50", "-1e9", "99999999999999999999.9", ".e", "1e300"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, ok := ParseDecimal(in)
		if !ok {
			return
		}
		again, ok := ParseDecimal(d.String())
		if !ok || again.Cmp(d) != 0 || again.String() != d.String() {
			t.Errorf("%q gives %s, which gives %s", in, d, again)
		}
		if zero := d.Sub(d); zero.Sign() != 0 {
			t.Errorf("%s - itself = %s", d, zero)
		}
	})
}
