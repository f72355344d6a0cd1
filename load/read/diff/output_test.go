package diff

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// hostile has values that mean something to each of the outputs.
func hostile(t *testing.T) *Report {
	t.Helper()
	old := rivers([2]string{"Rhine", "1|2 <b>*x*</b> \x1b[31m"}, [2]string{"Elbe\nLabe", "1094"}, [2]string{"نيل", "عربي"}, [2]string{"Po", ""})
	new := rivers([2]string{"Rhine", "1|2 <script>*x*</script> \x1b[31m"}, [2]string{"Elbe\nLabe", ""}, [2]string{"نيل", "عربية"}, [2]string{"Po & co", "652"})
	r := compare(t, save(t, "csv", "1.2.3", pagesTable("a"), old), save(t, "csv", "", pagesTable("a"), new, wide("tables/a/01-x", [2]string{"x", "1"})), Options{})
	r.Old.Path, r.New.Path = "old", "new" // not those of the test's folders
	return r
}

func TestWriteText(t *testing.T) {
	var b bytes.Buffer
	if err := hostile(t).WriteText(&b); err != nil {
		t.Fatal(err)
	}
	want := `old  old, a, version 1.2.3, 2 tables
new  new, a, 3 tables
rows 1 added, 1 removed, 3 changed
next version: minor, 1.3.0
  - table rivers: 1 row added
  - table rivers: 1 row removed
  - table tables/a/01-x was added

rivers: 1 added, 1 removed, 3 changed
  cells: length 3
  a
  ~ Rhine: length "1|2 <b>*x*</b> �[31m" -> "1|2 <script>*x*</script> �[31m"
  ~ Elbe⏎Labe: length 1094 -> null
  ~ نيل: length عربي -> عربية
  - Po
  + Po & co: length 652

tables/a/01-x: table added, 1 row
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestWriteMarkdown(t *testing.T) {
	var b bytes.Buffer
	if err := hostile(t).WriteMarkdown(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"\nSuggested version: **minor, 1.3.0**\n",
		"\n| rivers | 4 | 4 | 1 | 1 | 3 | 0 |\n",
		"\n### Schema\n\n- tables/a/01-x: table added, 1 row\n",
		"\n| changed | a: Rhine | length | \"1\\|2 &lt;b&gt;\\*x\\*&lt;/b&gt; �\\[31m\" |",
		"\n| changed | a: Elbe⏎Labe | length | 1094 | null |\n",
		"\n| removed | a: Po | |  |  |\n",
		"\n| added | a: Po & co | |  | length 652 |\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
	bars := regexp.MustCompile(`(^|[^\\])\|`)
	for line := range strings.SplitSeq(b.String(), "\n") {
		if n := len(bars.FindAllString(line, -1)); strings.HasPrefix(line, "| changed") && n != 6 {
			t.Errorf("%d bars in %s", n, line)
		}
	}
}

// The page needs nothing of the network, and no value becomes markup.
func TestWriteHTML(t *testing.T) {
	var b bytes.Buffer
	if err := hostile(t).WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{
		`<html lang="en">`, `default-src 'none'`, `prefers-color-scheme: dark`, `href="#tables"`, `<th scope="col">Before</th>`,
		`<del>1|2 &lt;<mark>b&gt;*x*&lt;/b</mark>&gt;`, `<ins>عربي<mark>ة</mark></ins>`, `<span class="null">null</span>`, "Po &amp; co",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in the page", want)
		}
	}
	for _, not := range []string{"<script", "<link rel=\"stylesheet", "http://", "https://", "url(", "ZgotmplZ"} {
		if strings.Contains(page, not) {
			t.Errorf("%q in the page", not)
		}
	}
	wellFormed(t, page)
}

// wellFormed checks that all elements are closed and ids are unique.
func wellFormed(t *testing.T, page string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(page))
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	ids := map[string]bool{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%v", err)
		}
		start, _ := token.(xml.StartElement)
		for _, a := range start.Attr {
			if a.Name.Local == "id" && ids[a.Value] {
				t.Errorf("id %s twice", a.Value)
			}
			ids[a.Value] = ids[a.Value] || a.Name.Local == "id"
		}
	}
}

func TestWriteJSON(t *testing.T) {
	var b bytes.Buffer
	if err := hostile(t).WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	var r struct {
		Same    bool
		Suggest struct{ Level, Version string }
		Tables  []struct {
			Name, Kind string
			Rows       struct{ Added int }
			Changes    []struct {
				Kind  string
				Cells []struct{ Column, Old, New *string }
			}
		}
		Findings struct{ Appeared, Went, List []any }
	}
	d := json.NewDecoder(&b)
	if err := d.Decode(&r); err != nil {
		t.Fatal(err)
	}
	if r.Same || r.Suggest.Level != "minor" || len(r.Tables) != 2 || r.Tables[0].Rows.Added != 1 || r.Tables[1].Kind != "added" {
		t.Errorf("%+v", r)
	}
	if c := r.Tables[0].Changes[1]; c.Kind != "changed" || *c.Cells[0].Old != "1094" || c.Cells[0].New != nil {
		t.Errorf("%+v", c)
	}
	if r.Findings.Appeared == nil || r.Findings.List == nil {
		t.Error("an empty list is null")
	}
}

func TestOutputsOfNothing(t *testing.T) {
	dir := save(t, "csv", "", pagesTable("a"))
	r := compare(t, dir, dir, Options{})
	for name, write := range map[string]func(io.Writer) error{"text": r.WriteText, "json": r.WriteJSON, "markdown": r.WriteMarkdown, "html": r.WriteHTML} {
		var b bytes.Buffer
		if err := write(&b); err != nil || !strings.Contains(strings.ToLower(b.String()), "same") {
			t.Errorf("%s: %v, %s", name, err, &b)
		}
	}
}

// Outputs are the same, byte by byte, however often they are made.
func TestDeterministic(t *testing.T) {
	var first string
	for range 3 {
		var b bytes.Buffer
		r := hostile(t)
		for _, write := range []func(io.Writer) error{r.WriteText, r.WriteJSON, r.WriteMarkdown, r.WriteHTML} {
			if err := write(&b); err != nil {
				t.Fatal(err)
			}
		}
		if first == "" {
			first = b.String()
		}
		if diff := cmp.Diff(first, b.String()); diff != "" {
			t.Fatalf("another report:\n%s", diff)
		}
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("ä", 100)
	for _, tt := range []struct{ old, new, wantOld, wantNew string }{
		{"1", "2", "1", "2"}, {"", "x", `""`, "x"}, {"a b", "a c", `"a b"`, `"a c"`},
		{long + "x", long + "y", "…" + strings.Repeat("ä", 20) + "x", "…" + strings.Repeat("ä", 20) + "y"},
		{"x" + long, long, "x" + strings.Repeat("ä", 59) + "…", strings.Repeat("ä", 60) + "…"},
	} {
		if o, n := excerpt(&tt.old, &tt.new); o != tt.wantOld || n != tt.wantNew {
			t.Errorf("%q, %q: %q, %q", tt.old, tt.new, o, n)
		}
	}
}

// Values that differ inside a character are divided before it.
func TestParts(t *testing.T) {
	old, new := "xäy", "xöy"
	c := Cell{Old: &old, New: &new}
	if got, want := parts(c, "old"), (Parts{"x", "ä", "y"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, want := parts(c, "new"), (Parts{"x", "ö", "y"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	c.New = nil
	if got, want := parts(c, "old"), (Parts{"", "xäy", ""}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}
