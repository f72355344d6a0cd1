package load_test

import (
	"encoding/json"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/arrowfile"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/jsonfile"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/load/xlsxfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// loaders are all formats, with the options that change how files are written.
var loaders = map[string]load.Loader{
	"csv":     csvfile.New(csvfile.Options{}),
	"csv.gz":  csvfile.New(csvfile.Options{Compression: load.Gzip}),
	"csv.zst": csvfile.New(csvfile.Options{Compression: load.Zstandard}),

	"json":     jsonfile.New(jsonfile.Options{}),
	"json.gz":  jsonfile.New(jsonfile.Options{Compression: load.Gzip}),
	"json.zst": jsonfile.New(jsonfile.Options{Compression: load.Zstandard}),

	"parquet":          parquetfile.New(parquetfile.Options{}),
	"parquet in parts": parquetfile.New(parquetfile.Options{PartBytes: 1}),

	"arrow": arrowfile.New(arrowfile.Options{}),
	"xlsx":  xlsxfile.New(xlsxfile.Options{}),
}

func TestContract(t *testing.T) {
	for name, loader := range loaders {
		t.Run(name, func(t *testing.T) { suite{loader: loader}.contract(t) })
	}
}

func TestRoundTrip(t *testing.T) {
	for name, s := range map[string]suite{
		"csv/go":           {loader: loaders["csv"], read: files(".csv", readCSV), lossy: inGoCSV},
		"csv/python":       {loader: loaders["csv"], read: files(".csv", pythonCSV), lossy: nullIsEmpty},
		"csv/duckdb":       {loader: loaders["csv"], read: files(".csv", duckDB), lossy: inCSV},
		"csv.gz/duckdb":    {loader: loaders["csv.gz"], read: files(".csv.gz", duckDB), lossy: inCSV},
		"csv.zst/duckdb":   {loader: loaders["csv.zst"], read: files(".csv.zst", duckDB), lossy: inCSV},
		"csv safe/go":      {loader: csvfile.New(csvfile.Options{Safe: true}), read: files(".csv", readCSV), lossy: inSafeCSV},
		"parquet/go":       {loader: loaders["parquet"], read: files(".parquet", readParquet)},
		"parquet/duckdb":   {loader: loaders["parquet"], read: files(".parquet", duckDB)},
		"parquet/js":       {loader: loaders["parquet"], read: files(".parquet", hyparquet)},
		"parquet parts":    {loader: loaders["parquet in parts"], read: files("/*.parquet", duckDB), skip: []string{"wide_table"}},
		"arrow/go":         {loader: loaders["arrow"], read: files(".arrow", readArrow)},
		"arrow/js":         {loader: loaders["arrow"], read: files(".arrow", arrowJS)},
		"json/go":          {loader: loaders["json"], read: files(".json", readJSON), skip: noRecords},
		"json/python":      {loader: loaders["json"], read: files(".json", pythonJSON), skip: noRecords},
		"xlsx/openpyxl":    {loader: loaders["xlsx"], read: workbooks(openPyXL), lossy: inWorksheet, skip: emptyEnd},
		"xlsx/libreOffice": {loader: loaders["xlsx"], read: workbooks(libreOffice), lossy: inLibreOffice, skip: emptyEnd},
	} {
		t.Run(name, func(t *testing.T) { s.roundTrip(t) })
	}
}

var (
	noRecords = []string{"empty"}      // an array without records has no field names
	emptyEnd  = []string{"only_field"} // its last row is empty, and a worksheet ends before it
)

// DuckDB is what most people read JSON with.
func TestJSONInDuckDB(t *testing.T) {
	s := dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String}, {Name: "length", Type: dataset.Integer, Nullable: true},
		{Name: "flow", Type: dataset.Number}, {Name: "day", Type: dataset.Date},
	}})
	b := dataset.NewBuilder(s)
	table := b.Str("Rhine").Int(1233).Num(2300.5).Day(15769).Str("Main").Null().Num(200).Day(-1).Table("rivers")
	for _, c := range load.Compressions {
		dir := saveDir(t, save(t, jsonfile.New(jsonfile.Options{Compression: c}), table))
		path := load.TablePath{Table: "rivers", Format: "json", Compression: c}.String()
		equal(t, duckDB(t, dir+"/"+path)[0], wanted(table))
	}
}

// inCSV is what CSV cannot hold: a null that is the only value of its row.
func inCSV(f dataset.Field, text string) string {
	if f.Name == "only" {
		return nullIsEmpty(f, text)
	}
	return text
}

// inGoCSV is what encoding/csv keeps of values.
func inGoCSV(f dataset.Field, text string) string {
	return strings.ReplaceAll(nullIsEmpty(f, text), "\r\n", "\n")
}

// inSafeCSV has a guard before each text that a spreadsheet could take for a formula.
func inSafeCSV(f dataset.Field, text string) string {
	begin := strings.TrimLeft(text, " ")
	formula := begin != "" && strings.ContainsAny(string([]rune(begin)[0]), "=+-@\t\r\n＝＋－＠")
	if f.Type == dataset.String && text != null && (formula || strings.HasPrefix(text, "'")) {
		text = csvfile.Guard + text
	}
	return inGoCSV(f, text)
}

const (
	cellUnits   = 32_767 // UTF-16 units in a cell of Excel
	excelDigits = 15     // digits that Excel keeps of a number
)

// inWorksheet is what a worksheet keeps of a value: no more than its cells hold, no
// control characters, numbers without trailing zeros and without a negative zero.
func inWorksheet(f dataset.Field, text string) string {
	switch {
	case text == null:
		return text
	case f.Type == dataset.String:
		return strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
				return '\uFFFD'
			}
			return r
		}, firstUnits(text, cellUnits))
	case f.Type == dataset.Decimal && significant(text) <= excelDigits || text == "-0":
		n, _ := strconv.ParseFloat(text, 64)
		js, _ := json.Marshal(n + 0)
		return string(js)
	}
	return text
}

// firstUnits cuts a text after that many UTF-16 units.
func firstUnits(s string, most int) string {
	units := 0
	for i, r := range s {
		if units++; r > 0xFFFF {
			units++
		}
		if units > most {
			return s[:i]
		}
	}
	return s
}

// significant counts the digits of a number from the first that is not 0.
func significant(number string) int {
	digits := strings.NewReplacer("-", "", ".", "").Replace(number)
	return len(strings.TrimLeft(digits, "0"))
}

// inLibreOffice is what LibreOffice keeps of a worksheet when it saves it: 15 digits
// of a number, one kind of line ends, and no empty text.
func inLibreOffice(f dataset.Field, text string) string {
	text = strings.ReplaceAll(inWorksheet(f, text), "\r\n", "\n")
	switch {
	case text == "":
		return null
	case text == null || f.Type != dataset.Number && f.Type != dataset.Decimal:
		return text
	}
	exact, err := strconv.ParseFloat(text, 64)
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(exact, 'g', excelDigits, 64), 64)
	if err != nil || math.IsInf(rounded, 0) || f.Type == dataset.Decimal && significant(text) > excelDigits {
		return text
	}
	js, _ := json.Marshal(rounded)
	return string(js)
}

// workbooks finds each table on its sheet or in its workbook.
func workbooks(read func(testing.TB, ...string) []content) func(testing.TB, string, ...string) []content {
	return func(t testing.TB, dir string, tables ...string) []content {
		t.Helper()
		byName := map[string]content{}
		for _, c := range read(t, filepath.Join(dir, "data", "dataset.xlsx")) {
			byName[c.Name] = c
		}
		contents := make([]content, len(tables))
		for i, name := range tables {
			c, found := byName[name]
			if !found {
				c = read(t, filepath.Join(dir, "data", filepath.FromSlash(name)+".xlsx"))[0]
			}
			contents[i] = c
		}
		return contents
	}
}
