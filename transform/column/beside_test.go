package column

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestBeside(t *testing.T) {
	for _, c := range []struct{ header, texts, want string }{
		{"Length", "50 km (31 mi)|8.5 km (5.3 mi)|—", "number km: 50 8.5 ~"},
		{"Length", "50 km (31 mi)[a]|8 km", "integer km: 50 8"},
		{"Born", "12 May 1987 (age 26)|1 June 1990 (aged 20)*", "date : 6340 7456"},
		{"Area (km2)", "50 (31 mi)|5", ""},
		{"Length", "50 km (31 mi)|5 km|6 km", ""},
		{"Length", "50 km (31 mi)|20 mi (32 km)", ""},
		{"Length", "50 km (31 mi)|long", ""},
		{"Length", "50 km (first)|8 km (second)", ""},
		{"Length", "50 km|8 km", ""},
		{"Born", "12 May 1987 (age 26)|1990 (aged 20)", ""},
	} {
		col := infer(c.header, strings.Split(c.texts, "|")...)
		if got := besides(&col); got != c.want {
			t.Errorf("%s %q: beside is %q, want %q", c.header, c.texts, got, c.want)
		}
		if col.Beside != nil && (col.Type != String || col.Values[0].Mark != "" && col.Values[0].Mark != "[a]") {
			t.Errorf("%s %q is %s with the mark %q", c.header, c.texts, col.Type, col.Values[0].Mark)
		}
	}
}

// besides writes the field beside a column.
func besides(c *Column) string {
	if c.Beside == nil {
		return ""
	}
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: c.Fields("x")}))
	for i := range c.Values {
		c.Append(b, i, "text")
	}
	column := b.Table("t").ColumnAt(1)
	var list []string
	for i := range c.Values {
		switch {
		case column.Null(i):
			list = append(list, "~")
		default:
			list = append(list, fmt.Sprint(column.Value(i)))
		}
	}
	return fmt.Sprintf("%s %s: %s", c.Beside.Type, c.Beside.Unit, strings.Join(list, " "))
}

func TestReadWithAside(t *testing.T) {
	for text, want := range map[string]string{"50 km (31 mi)": "integer 50 km (31 mi)", "12 May 1987 (age 26)[1]": "date 0  (age 26)[1]", "50 km (31)": "string 0  "} {
		v := Read(text, "x", Context{})
		if got := fmt.Sprint(v.Type, " ", v.Number, " ", v.Unit, " ", v.Mark); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
