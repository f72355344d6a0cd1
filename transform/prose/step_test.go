package prose

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

var _ transform.Step = Quantities{}

// voted is a page with a few texts of each kind.
func voted() *page.Page {
	sections := dataset.NewBuilder(dataset.Sections)
	sections.Str("p").Int(0).Null().Int(1).Str("The 12th session").Str("The 12th session").Int(1)
	paragraphs := dataset.NewBuilder(dataset.Paragraphs)
	paragraphs.Str("p").Int(1).Int(0).Str("It opened 5 March.").Int(3)
	items := dataset.NewBuilder(dataset.Items)
	items.Str("p").Int(1).Int(0).Int(1).Int(1).Str("-").Str("China's GDP increased from 26.6 trillion yuan to 51.9 trillion yuan.").Int(5)
	infobox := dataset.NewBuilder(dataset.Infobox)
	for i, v := range [][2]string{{"2013", "year"}, {"between 5 and 7 km", "string"}} {
		infobox.Str("p").Int(1).Null().Null().Int(int64(i) + 1).Str("key").Str("key").Str(v[0]).Str(v[1]).
			Null().Null().Null().Null().Null().Null().Int(int64(6 + i))
	}
	cells := dataset.NewBuilder(dataset.Cells)
	for i, c := range []struct {
		row, originRow int64
		text, kind     string
	}{{1, 1, "12", "integer"}, {2, 2, "Plan for 2012", "string"}, {3, 2, "Plan for 2012", "string"}} {
		cells.Str("p").Int(1).Int(c.row).Int(1).Int(c.originRow).Int(1).Null().Str(c.text).Null().Null().Str(c.kind).
			Null().Null().Null().Null().Null().Null().Int(int64(8 + i))
	}
	return &page.Page{ID: "p", Year: 2013, Tables: []*dataset.Table{sections.Table("sections"), paragraphs.Table("paragraphs"),
		items.Table("items"), infobox.Table("infobox"), cells.Table("cells")}}
}

func TestQuantitiesStep(t *testing.T) {
	in := voted()
	out, err := Quantities{}.Apply(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	want := `section 0: ordinal 12 "12th" 4-8 line 1
paragraph 1: date 2013-03-05 "5 March" 10-17 line 3
item 1: money 2.66e+13 CNY "26.6 trillion yuan" 27-45 line 5
item 1: money 5.19e+13 CNY "51.9 trillion yuan" 49-67 line 5
infobox 2: measure 5..7 km "5 and 7 km" 8-18 line 7
cell 2: year 2012 2012 "2012" 9-13 line 9
`
	if got := dump(out.Table("quantities")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	c := out.Table("changes")
	if c.NumRows() != 1 || c.Column("subject").Str(0) != "GDP" || c.Column("difference").Value(0) != 2.53e13 || c.Column("growth_pct").Value(0) != 95.1128 {
		t.Errorf("changes: %v", c.Record)
	}
	if len(in.Tables) != 5 || len(in.Notes) != 0 {
		t.Error("the step changed what it was given")
	}
	if len(out.Notes) != 1 {
		t.Fatalf("notes: %v", out.Notes)
	}
	n := out.Notes[0]
	n.Message = ""
	if n != (source.Note{Severity: source.Info, Code: "year_from_context", Where: "paragraph", Line: 3, Observed: "5 March", Expected: "2013-03-05"}) {
		t.Errorf("note: %+v", n)
	}
}

// dump writes the rows of a table quantities.
func dump(t *dataset.Table) string {
	var b strings.Builder
	for i := range t.NumRows() {
		fmt.Fprintf(&b, "%s %d: %s", t.Column("where").Str(i), t.Column("ordinal").Int(i), t.Column("kind").Str(i))
		if v := t.Column("value").Value(i); v != nil {
			fmt.Fprintf(&b, " %v", v)
		} else if v := t.Column("lower").Value(i); v != nil {
			fmt.Fprintf(&b, " %v..%v", v, t.Column("upper").Value(i))
		}
		for _, name := range []string{"unit", "date"} {
			if v := t.Column(name).Str(i); v != "" {
				fmt.Fprintf(&b, " %s", v)
			}
		}
		fmt.Fprintf(&b, " %q %d-%d line %d\n", t.Column("raw").Str(i), t.Column("start").Int(i), t.Column("end").Int(i), t.Column("line").Int(i))
	}
	return b.String()
}

func TestQuantitiesStepWithoutTexts(t *testing.T) {
	out, err := Quantities{}.Apply(context.Background(), &page.Page{ID: "p"})
	if err != nil {
		t.Fatal(err)
	}
	if out.Table("quantities").NumRows() != 0 || out.Table("changes").NumRows() != 0 {
		t.Error("rows from nothing")
	}
}

func TestQuantitiesStepStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := (Quantities{}).Apply(ctx, voted()); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// TestLanguageOf: a Chinese name on an English page is a name.
func TestLanguageOf(t *testing.T) {
	in := voted()
	infobox := dataset.NewBuilder(dataset.Infobox)
	infobox.Str("p").Int(1).Null().Null().Int(1).Str("Chinese").Str("Chinese").Str("第十二届全国人民代表大会第一次会议").Str("string").
		Null().Null().Null().Null().Null().Null().Int(6)
	in.Put(infobox.Table("infobox"))
	out, err := Quantities{}.Apply(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	if got := dump(out.Table("quantities")); strings.Contains(got, "infobox") {
		t.Errorf("got\n%s", got)
	}
}
