package load_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"testing"

	"github.com/apache/arrow/go/v15/arrow/ipc"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// readCSV reads CSV files with encoding/csv, which knows no null and turns CR LF
// inside a value into LF.
func readCSV(t testing.TB, paths ...string) []content { return each(t, paths, goCSV) }

// readJSON reads JSON files with encoding/json, numbers as they are written. A file
// without records has no header.
func readJSON(t testing.TB, paths ...string) []content { return each(t, paths, goJSON) }

// readArrow reads Arrow IPC files with the library that wrote them.
func readArrow(t testing.TB, paths ...string) []content { return each(t, paths, goArrow) }

func each(t testing.TB, paths []string, read func([]byte) (content, error)) []content {
	t.Helper()
	all := make([]content, len(paths))
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if all[i], err = read(data); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	return all
}

func goCSV(data []byte) (content, error) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return content{}, err
	}
	return content{Header: rows[0], Rows: rows[1:]}, nil
}

func goJSON(data []byte) (content, error) {
	var records []json.RawMessage
	if err := json.Unmarshal(data, &records); err != nil {
		return content{}, err
	}
	var c content
	for i, record := range records {
		keys, row, err := goRecord(record)
		if err != nil {
			return c, err
		}
		if i > 0 && fmt.Sprint(keys) != fmt.Sprint(c.Header) {
			return c, fmt.Errorf("keys of record %d are %q, of the first %q", i+1, keys, c.Header)
		}
		c.Header, c.Rows = keys, append(c.Rows, row)
	}
	return c, nil
}

// goRecord reads a record without losing the order of its keys.
func goRecord(record []byte) (keys, row []string, err error) {
	dec := json.NewDecoder(bytes.NewReader(record))
	dec.UseNumber()
	for depth := 0; ; {
		token, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			return keys, row, nil
		case err != nil:
			return nil, nil, err
		case token == json.Delim('{') && depth == 0:
			depth++
		case token == json.Delim('}'):
		case len(keys) == len(row):
			keys = append(keys, token.(string))
		case token == nil:
			row = append(row, null)
		default:
			row = append(row, fmt.Sprint(token))
		}
	}
}

func goArrow(data []byte) (content, error) {
	r, err := ipc.NewFileReader(bytes.NewReader(data))
	if err != nil {
		return content{}, err
	}
	fields := make([]dataset.Field, len(r.Schema().Fields()))
	for i, f := range r.Schema().Fields() {
		fields[i] = dataset.Field{Name: f.Name, Type: typeOf(f.Type), Nullable: f.Nullable}
		if d, ok := f.Type.(interface {
			GetPrecision() int32
			GetScale() int32
		}); ok {
			fields[i].Precision, fields[i].Scale = d.GetPrecision(), d.GetScale()
		}
	}
	s := dataset.NewSchema(dataset.Schema{Fields: fields})
	tables := []*dataset.Table{dataset.NewBuilder(s).Table("")}
	for i := range r.NumRecords() {
		rec, err := r.Record(i)
		if err != nil {
			return content{}, err
		}
		rec.Retain() // the reader keeps one at a time
		tables = append(tables, &dataset.Table{Schema: s, Record: rec})
	}
	return wanted(tables...), nil
}
