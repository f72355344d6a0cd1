package csvfile

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

func TestNeedsGuard(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-", "-3.5", "@sum", "\tx", "\rx", "\n=x", "  =1", "＝1", "＋1", "－1", "＠x", "'tis", "'"} {
		if !needsGuard(s) {
			t.Errorf("%q is not guarded", s)
		}
	}
	for _, s := range []string{"", " ", "a=1", "1+1", "1-2", "a@b", "–3", "−3", "—", "(1)", "\"=1\"", "x\t=", "12", "ʼtis", "%", ";=1"} {
		if needsGuard(s) {
			t.Errorf("%q is guarded", s)
		}
	}
}

// TestSafeBytes: texts and labels are guarded, numbers are not.
func TestSafeBytes(t *testing.T) {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "=name", Type: dataset.String, Nullable: true}, {Name: "x", Type: dataset.Number}}}))
	b.Str("=cmd|' /C calc'!A0").Num(-1.5)
	b.Str(`=HYPERLINK("x",1)`).Num(0)
	b.Str("'tis").Num(1)
	b.Str("").Num(2)
	b.Null().Num(3)
	sink, err := memory.Write(t.Context(), New(Options{Safe: true, BOM: true}), b.Table("t"))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{"\uFEFF'=name,x", "'=cmd|' /C calc'!A0,-1.5", `"'=HYPERLINK(""x"",1)",0`, "''tis,1", `"",2`, ",3", ""}, "\n")
	if got := string(sink.Bytes("data/t.csv")); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
