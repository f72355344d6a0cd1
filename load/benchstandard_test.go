//go:build unix

package load_test

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"testing"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// BenchmarkEncodingCSV is the standard library doing the same work.
func BenchmarkEncodingCSV(b *testing.B) {
	for _, columns := range []int{4, 8} {
		b.Run(fmt.Sprintf("rows=1M/columns=%d", columns), func(b *testing.B) {
			measure(b, benchTables(1_000_000, columns), encodingCSV)
		})
	}
}

func encodingCSV(tables []*dataset.Table) error {
	w := csv.NewWriter(io.Discard)
	record := make([]string, len(tables[0].Schema.Fields))
	for _, t := range tables {
		for row := range t.NumRows() {
			for i := range record {
				record[i] = plain(t.ColumnAt(i), row)
			}
			if err := w.Write(record); err != nil {
				return err
			}
		}
	}
	w.Flush()
	return w.Error()
}

// plain shows a value as a program would that uses the standard library.
func plain(c dataset.Column, row int) string {
	switch v := c.Value(row).(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case arrow.Date32:
		return v.ToTime().Format(time.DateOnly)
	case decimal128.Num:
		return strconv.FormatFloat(v.ToFloat64(c.Field.Scale), 'f', 2, 64)
	}
	return ""
}

// BenchmarkEncodingJSON is the standard library doing the same work.
func BenchmarkEncodingJSON(b *testing.B) {
	for _, columns := range []int{4, 8} {
		b.Run(fmt.Sprintf("rows=1M/columns=%d", columns), func(b *testing.B) {
			measure(b, benchTables(1_000_000, columns), encodingJSON)
		})
	}
}

// A record is the row of the benchmark as a program declares it.
type record struct {
	PageID    string   `json:"page_id"`
	Text      *string  `json:"text"`
	Line      int64    `json:"line"`
	Number    *float64 `json:"number"`
	Header    string   `json:"header,omitempty"`
	DateStart string   `json:"date_start,omitempty"`
	Approx    *bool    `json:"approx,omitempty"`
	Amount    float64  `json:"amount,omitempty"`
}

func encodingJSON(tables []*dataset.Table) error {
	enc := json.NewEncoder(io.Discard)
	enc.SetEscapeHTML(false)
	for _, t := range tables {
		columns := make([]dataset.Column, len(t.Schema.Fields))
		for i := range columns {
			columns[i] = t.ColumnAt(i)
		}
		for row := range t.NumRows() {
			if err := enc.Encode(recordOf(columns, row)); err != nil {
				return err
			}
		}
	}
	return nil
}

func recordOf(columns []dataset.Column, row int) *record {
	r := &record{PageID: columns[0].Str(row), Line: columns[2].Int(row)}
	if text, ok := columns[1].Value(row).(string); ok {
		r.Text = &text
	}
	if number, ok := columns[3].Value(row).(float64); ok {
		r.Number = &number
	}
	if len(columns) == 8 {
		approx := columns[6].Value(row).(bool)
		r.Header, r.Approx = columns[4].Str(row), &approx
		r.DateStart = columns[5].Value(row).(arrow.Date32).FormattedString()
		r.Amount = columns[7].Value(row).(decimal128.Num).ToFloat64(2)
	}
	return r
}
