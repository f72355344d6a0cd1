package load_test

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/decimal128"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// readParquet reads Parquet files with the library that wrote them.
func readParquet(t testing.TB, paths ...string) []content { return each(t, paths, goParquet) }

func goParquet(data []byte) (content, error) {
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return content{}, err
	}
	var c content
	var fields []dataset.Field
	for _, column := range file.Schema().Fields() {
		f := parquetField(column)
		fields = append(fields, f)
		c.Header, c.Types = append(c.Header, f.Name), append(c.Types, f.Type.String())
	}
	for _, group := range file.RowGroups() {
		rows := group.Rows()
		err := readRows(rows, func(row parquet.Row) {
			texts := make([]string, len(row))
			for i, v := range row {
				texts[i] = showParquet(v, &fields[i])
			}
			c.Rows = append(c.Rows, texts)
		})
		if rows.Close(); err != nil {
			return c, err
		}
	}
	return c, nil
}

func readRows(rows parquet.Rows, use func(parquet.Row)) error {
	buffer := make([]parquet.Row, 256)
	for {
		n, err := rows.ReadRows(buffer)
		for _, row := range buffer[:n] {
			use(row)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func parquetField(column parquet.Field) dataset.Field {
	f := dataset.Field{Name: column.Name(), Type: dataset.String, Nullable: column.Optional()}
	logical := format.LogicalType{}
	if l := column.Type().LogicalType(); l != nil {
		logical = *l
	}
	switch l := logical.Value.(type) {
	case *format.DecimalType:
		f.Type, f.Precision, f.Scale = dataset.Decimal, l.Precision, l.Scale
	case *format.DateType:
		f.Type = dataset.Date
	case *format.IntType, nil:
		f.Type = map[parquet.Kind]dataset.Type{parquet.Int64: dataset.Integer, parquet.Int32: dataset.Year,
			parquet.Double: dataset.Number, parquet.Boolean: dataset.Boolean}[column.Type().Kind()]
	}
	return f
}

func showParquet(v parquet.Value, f *dataset.Field) string {
	switch {
	case v.IsNull():
		return null
	case f.Type == dataset.Decimal:
		return show(unscaled(v), f)
	case f.Type == dataset.Date:
		return show(arrow.Date32(v.Int32()), f)
	case f.Type == dataset.Boolean:
		return show(v.Boolean(), f)
	case f.Type == dataset.Number:
		return show(v.Double(), f)
	case f.Type == dataset.Integer:
		return show(v.Int64(), f)
	case f.Type == dataset.Year:
		return show(v.Int32(), f)
	}
	return string(v.ByteArray())
}

func unscaled(v parquet.Value) decimal128.Num {
	switch v.Kind() {
	case parquet.Int32:
		return decimal128.FromI64(int64(v.Int32()))
	case parquet.Int64:
		return decimal128.FromI64(v.Int64())
	}
	hi, lo := uint64(0), uint64(0)
	for _, b := range v.ByteArray() {
		hi, lo = hi<<8|lo>>56, lo<<8|uint64(b)
	}
	return decimal128.New(int64(hi), lo)
}
