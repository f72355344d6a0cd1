package text

import (
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"testing"
	"time"

	"github.com/apache/arrow/go/v15/arrow/decimal128"
)

func TestAppendNumber(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0", 1: "1", -1: "-1", 0.1: "0.1", -0.05: "-0.05", 95.07: "95.07", 12.5: "12.5", 100: "100",
		26600000000000: "26600000000000", 1e15: "1000000000000000", 1e20: "100000000000000000000", 1e21: "1e+21",
		1e-6: "0.000001", 1.5e-7: "1.5e-7", 1e-10: "1e-10", 1.25e100: "1.25e+100", 5e-324: "5e-324",
		1.0 / 3: "0.3333333333333333", 0.30000000000000004: "0.30000000000000004", 123456.789: "123456.789",
		999999999999999.9: "999999999999999.9", 2251799813685249.5: "2251799813685249.5",
		math.Inf(1): "Infinity", math.Inf(-1): "-Infinity",
	} {
		if got := string(AppendNumber(nil, f)); got != want {
			t.Errorf("%g is %s, want %s", f, got, want)
		}
	}
	if got := string(AppendNumber([]byte("x"), math.NaN())); got != "xNaN" {
		t.Errorf("NaN is %s", got)
	}
	if got := string(AppendNumber(nil, math.Copysign(0, -1))); got != "-0" {
		t.Errorf("-0 is %s", got)
	}
}

// encoding/json writes numbers the same way.
func FuzzNumber(f *testing.F) {
	for _, v := range []float64{0, 0.1, 95.07, 1e15, 99999999999999.95, 1e21, 1e-6, 9.999e-7, math.MaxFloat64, 2.5e-8} {
		f.Add(math.Float64bits(v), int64(v*100), uint8(2))
	}
	f.Fuzz(func(t *testing.T, bits uint64, n int64, places uint8) {
		for _, v := range []float64{math.Float64frombits(bits), float64(n) / math.Pow10(int(places%12))} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				continue
			}
			want, err := json.Marshal(v)
			if got := AppendNumber(nil, v); err != nil || string(got) != string(want) {
				t.Errorf("%g is %s, want %s", v, got, want)
			}
		}
	})
}

func FuzzDecimal(f *testing.F) {
	f.Add(int64(0), uint64(0), uint8(0))
	f.Add(int64(0), uint64(5), uint8(2))
	f.Add(int64(-1), ^uint64(0), uint8(38))
	f.Add(int64(math.MaxInt64), ^uint64(0), uint8(10))
	f.Add(int64(math.MinInt64), uint64(0), uint8(1))
	f.Add(int64(1), uint64(0), uint8(0))
	f.Add(int64(0x4563918244F4), uint64(0), uint8(19))
	f.Fuzz(func(t *testing.T, hi int64, lo uint64, scale uint8) {
		n, places := decimal128.New(hi, lo), int(scale%39)
		power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
		want := new(big.Rat).SetFrac(n.BigInt(), power).FloatString(places)
		if got := string(AppendDecimal(nil, n, int32(places))); got != want {
			t.Errorf("%v with scale %d is %s, want %s", n.BigInt(), places, got, want)
		}
	})
}

func TestAppendDate(t *testing.T) {
	for days, want := range map[int32]string{
		0: "1970-01-01", -1: "1969-12-31", 11016: "2000-02-29", 15769: "2013-03-05", -25568: "1899-12-31", -25569: "1899-12-30",
		-719162: "0001-01-01", -719163: "0000-12-31", -719468: "0000-03-01", -719469: "0000-02-29",
		-719529: "-0001-12-31", 2932896: "9999-12-31", 2932897: "10000-01-01",
		math.MaxInt32: "5881580-07-11", math.MinInt32: "-5877641-06-23",
	} {
		if got := string(AppendDate(nil, days)); got != want {
			t.Errorf("%d is %s, want %s", days, got, want)
		}
	}
}

func FuzzDate(f *testing.F) {
	f.Add(int32(0))
	f.Add(int32(-719529))
	f.Fuzz(func(t *testing.T, days int32) {
		d := time.Unix(int64(days)*86400, 0).UTC()
		want := fmt.Sprintf("%04d-%02d-%02d", d.Year(), d.Month(), d.Day())
		if d.Year() < 0 {
			want = fmt.Sprintf("-%04d-%02d-%02d", -d.Year(), d.Month(), d.Day())
		}
		if got := string(AppendDate(nil, days)); got != want {
			t.Errorf("%d is %s, want %s", days, got, want)
		}
	})
}
