package load_test

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A testCase is one table. Each of its Tables, which share a name, is one Write.
type testCase struct {
	Name   string
	Tables []*dataset.Table
}

// allCases returns tables that formats and readers get wrong.
func allCases() []testCase {
	return []testCase{
		extremes(), texts(), controls(), empty(), nulls(), onlyField(),
		manyWrites(), manyRows(), manyColumns(), longCells(), wideTable(),
	}
}

// textValues mean something to a format or a reader.
var textValues = []string{
	"", " ", "a", `"`, `""`, `a "quoted" word`, ",", "a,b", ";", "\t", "a\tb", "'", `\`, `\n`, `C:\new`,
	"two\nlines", "\nfirst", "last\n", "two\r\nlines", "two\rlines", "\n\n", " spaces ", "a  b", "\u00a0",
	"null", "NULL", "NA", "N/A", "NaN", "inf", "true", "None", "-", "#", "# comment", "#REF!",
	"007", "1e5", "1,234", "12.50", "2013-03-05", "3/4", "+1", "=1+1", "@sum", "-x", "0x1F",
	"العربية والأرقام ١٢٣", "עִבְרִית", "a\u200fb\u200e", "中华人民共和国", "日本語", "Ünïcödé", "u\u0308",
	"𝔘𝔫𝔦", "😀", "👩‍👩‍👧", "🇩🇪", "a\ufeffb", "line\u2028separator", "paragraph\u2029separator", "\u0085",
	"<b>&amp;</b>", "]]>", "</script>", "\ufffd", "\U0010ffff", "\u2026\u2027\u202a",
}

func texts() testCase {
	s := schema(field("text", dataset.String, false), field("maybe", dataset.String, true))
	b := dataset.NewBuilder(s)
	for i, text := range textValues {
		b.Str("page").Str(text)
		if i%3 == 0 {
			b.Null()
		} else {
			b.Str(text)
		}
	}
	return testCase{"texts", []*dataset.Table{b.Table("texts")}}
}

// controls has the characters below a space that Excel cannot hold. None is the first or
// the last of its text, where some readers trim.
func controls() testCase {
	b := dataset.NewBuilder(schema(field("text", dataset.String, false)))
	for c := rune(0); c < ' '; c++ {
		if c != '\t' && c != '\n' && c != '\r' {
			b.Str("page").Str("a" + string(c) + "b")
		}
	}
	b.Str("page").Str("a\u007fb").Str("page").Str("a\u009fb")
	return testCase{"controls", []*dataset.Table{b.Table("controls")}}
}

var (
	integers = []int64{0, 1, -1, 7, math.MaxInt32, math.MinInt32, 1<<53 - 1, 1<<53 + 1, math.MaxInt64, math.MinInt64}
	numbers  = []float64{0, 1, -1, 0.1, 95.07, -3.5, 1.0 / 3, 26600000000000, 1e15, 123456789012345680, 1e20, 1e21,
		1e-6, 1e-7, 1.5e-10, 1.7976931348623157e308, 5e-324, math.Copysign(0, -1), 0.30000000000000004, 2251799813685249.5}
	dates = []int32{0, -1, 15769, 16071, -25568, -25567, -719162, -719163, -719528, -735159, 2932896, 11016, -141428}
	years = []int32{2013, 0, -43, 1, 9999, -9999, 1899, 12345}
)

// decimals are digits for the three widths in which formats hold decimals.
var decimals = [][3]string{
	{"0", "0", "0"}, {"1", "1", "1"}, {"-1", "-1", "-1"}, {"1250", "-1250", "12345678901234567890"},
	{"999999999", "999999999999999999", "99999999999999999999999999999999999999"},
	{"-999999999", "-999999999999999999", "-99999999999999999999999999999999999999"},
	{"100", "1000000", "10000000000000000000000000000000000000"}, {"-5", "-50", "-18446744073709551616"},
}

func extremes() testCase {
	s := schema(
		field("integer", dataset.Integer, true), field("number", dataset.Number, true),
		decimal("small", 9, 2), decimal("middle", 18, 4), decimal("large", 38, 10), decimal("whole", 38, 0),
		field("flag", dataset.Boolean, true), field("day", dataset.Date, true), field("year", dataset.Year, true))
	b := dataset.NewBuilder(s)
	for i := range len(numbers) {
		b.Str("page")
		pick(b, integers, i, b.Int)
		pick(b, numbers, i, b.Num)
		for k := range 3 {
			pick(b, decimals, i, func(d [3]string) *dataset.Builder { return b.Dec(digits(d[k])) })
		}
		pick(b, decimals, i, func(d [3]string) *dataset.Builder { return b.Dec(digits(d[2])) })
		pick(b, []bool{true, false}, i, b.Bool)
		pick(b, dates, i, b.Day)
		pick(b, years, i, b.Year)
	}
	return testCase{"extremes", []*dataset.Table{b.Table("extremes")}}
}

// pick adds value i, or null where there are fewer.
func pick[T any](b *dataset.Builder, values []T, i int, add func(T) *dataset.Builder) {
	if i < len(values) {
		add(values[i])
	} else {
		b.Null()
	}
}

func digits(s string) decimal128.Num {
	n, _ := new(big.Int).SetString(s, 10)
	return decimal128.FromBigInt(n)
}

func empty() testCase {
	b := dataset.NewBuilder(allTypes())
	return testCase{"empty", []*dataset.Table{b.Table("empty")}}
}

func nulls() testCase {
	b := dataset.NewBuilder(allTypes())
	for range 20 {
		b.Str("page").Null().Null().Null().Null().Null().Null().Null().Null()
	}
	return testCase{"nulls", []*dataset.Table{b.Table("nulls")}}
}

func onlyField() testCase {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{field("only", dataset.Integer, true)}}))
	b.Int(1).Null().Int(3).Null()
	return testCase{"only_field", []*dataset.Table{b.Table("only_field")}}
}

// manyWrites has nulls in some of its Writes and no rows in others.
func manyWrites() testCase {
	c := testCase{Name: "many_writes"}
	b := dataset.NewBuilder(allTypes())
	for i, rows := range []int{0, 3, 0, 1, 9, 70, 0} {
		for row := range rows {
			addRow(b, int64(i*100+row), i%2 == 1)
		}
		c.Tables = append(c.Tables, b.Table("many_writes"))
	}
	return c
}

// manyRows fills several batches of every format, a few rows at a time.
func manyRows() testCase {
	c := testCase{Name: "many_rows"}
	b := dataset.NewBuilder(allTypes())
	for page := range 900 {
		for row := range 23 {
			addRow(b, int64(page*100+row), row%5 == 0)
		}
		c.Tables = append(c.Tables, b.Table("many_rows"))
	}
	return c
}

func addRow(b *dataset.Builder, n int64, null bool) {
	b.Str(fmt.Sprint("page-", n/100))
	if null {
		b.Null().Null().Null().Null().Null().Null().Null().Null()
		return
	}
	b.Str(fmt.Sprint("text ", n%7)).Int(n).Num(float64(n) / 8).Dec(decimal128.FromI64(-n)).
		Dec(decimal128.FromI64(n * 3)).Bool(n%3 == 0).Day(int32(n)).Year(int32(n))
}

// manyColumns are as many as a worksheet has, page_id among them.
func manyColumns() testCase {
	var fields []dataset.Field
	for i := range 16_384 - 1 {
		f := field(fmt.Sprintf("column_%d", i), dataset.Integer, true)
		if i%2 == 0 {
			f.Type = dataset.String
		}
		fields = append(fields, f)
	}
	b := dataset.NewBuilder(schema(fields...))
	for row := range 3 {
		b.Str("page")
		for i := range fields {
			if i%2 == 0 {
				b.Opt(fmt.Sprint("value ", i)[:row*3])
			} else {
				b.Int(int64(i * row))
			}
		}
	}
	return testCase{"many_columns", []*dataset.Table{b.Table("many_columns")}}
}

// longCells are longer than a cell of Excel (32,767), than what formats gather,
// and than a batch.
func longCells() testCase {
	b := dataset.NewBuilder(schema(field("text", dataset.String, true)))
	for _, n := range []int{32_767, 32_768, 40_000, 70_000, 300_000, 5 << 20} {
		b.Str("page").Str(strings.Repeat("x", n-1) + "y").Str("page").Null()
	}
	b.Str("page").Str(strings.Repeat("𝔘", 20_000)).Str("page").Str(strings.Repeat("\"\n", 50_000))
	return testCase{"long_cells", []*dataset.Table{b.Table("long_cells")}}
}

// wideTable is complete with one Write and in a folder of its own.
func wideTable() testCase {
	b := dataset.NewBuilder(schema(field("river", dataset.String, false), field("length", dataset.Integer, true)))
	t := b.Str("rivers").Str("Rhine").Int(1233).Str("rivers").Str("Main").Null().Table("tables/rivers/01-lengths")
	t.Whole = true
	return testCase{"wide_table", []*dataset.Table{t}}
}

func allTypes() *dataset.Schema {
	return schema(
		field("text", dataset.String, true), field("integer", dataset.Integer, true), field("number", dataset.Number, true),
		decimal("small", 9, 2), decimal("large", 38, 3),
		field("flag", dataset.Boolean, true), field("day", dataset.Date, true), field("year", dataset.Year, true))
}

func schema(fields ...dataset.Field) *dataset.Schema {
	return dataset.NewSchema(dataset.Schema{
		Title:       "Rivers & lakes",
		Description: `Lengths "as printed"`,
		Fields:      append([]dataset.Field{dataset.PageIDField}, fields...),
		Meta:        []dataset.Meta{{Key: "license", Value: "CC-BY-SA-4.0"}},
	})
}

func field(name string, t dataset.Type, null bool) dataset.Field {
	return dataset.Field{Name: name, Title: strings.ToUpper(name), Type: t, Nullable: null}
}

func decimal(name string, precision, scale int32) dataset.Field {
	f := field(name, dataset.Decimal, true)
	f.Precision, f.Scale, f.Unit = precision, scale, "EUR"
	return f
}
