package recipe

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

const gaugesRecipe = `recipe: gauges
match: [{title: Gauge}]
tables:
  gauges:
    export:
      file: stations.json
      list: stations
      by: [river]
      object:
        id: object.id
        kind: '"gauge"'
        river: {name: river, url: page.url?}
        heights: {each: height}
        tags: [river, '"a b"']
    rows: [{from: tables, columns: {river: text, height: number}}]
    fields: {river: {type: string}, height: {type: number}}
`

func TestExport(t *testing.T) {
	r, err := Load([]byte(gaugesRecipe), "gauges.yaml")
	if err != nil {
		t.Fatal(err)
	}
	word := func(name string) dataset.Template { return dataset.Template{Value: name} }
	want := &dataset.Export{File: "stations.json", List: "stations", By: []string{"river"}, Object: dataset.Template{Members: []dataset.Member{
		{Name: "id", Form: word("object.id")},
		{Name: "kind", Form: dataset.Template{Text: "gauge"}},
		{Name: "river", Form: dataset.Template{Members: []dataset.Member{{Name: "name", Form: word("river")}, {Name: "url", Form: dataset.Template{Value: "page.url", Optional: true}}}}},
		{Name: "heights", Form: dataset.Template{Rows: &dataset.Template{Value: "height"}}},
		{Name: "tags", Form: dataset.Template{Items: []dataset.Template{word("river"), {Text: "a b"}}}},
	}}}
	if diff := cmp.Diff(want, r.Tables[0].Schema.Export); diff != "" {
		t.Error(diff)
	}
}

func TestExportErrors(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"file: stations.json", "file: ../stations.json", "gauges.yaml:6: export: file must be a name in lower case"},
		{"file: stations.json", "file: datapackage.json", "gauges.yaml:6: export: file must be a name in lower case"},
		{"file: stations.json", "file: data/x.json", "gauges.yaml:6: export: file"},
		{"      file: stations.json\n", "", "gauges.yaml:6: export: file"},
		{"      list: stations\n", "", "gauges.yaml:6: export: list must name the member"},
		{"by: [river]", "by: [rivr]", `gauges.yaml:8: export: by: the table has no field "rivr"; did you mean "river"?`},
		{"by: [river]", "by: [page.url]", `gauges.yaml:8: export: by: the table has no field "page.url"`},
		{"{each: height}", "{each: heigth}", `gauges.yaml:13: export: "heigth" is neither a field nor a text in nested quotes; did you mean "height"?`},
		{"id: object.id", "id: object.name", `gauges.yaml:10: export: "object.name"`},
		{`'"gauge"'`, `'"gauge'`, `gauges.yaml:11: export: "gauge is not a quoted text`},
		{"list: stations", "lists: stations", `gauges.yaml:7: export has no key "lists"; did you mean "list"?`},
	} {
		text := strings.Replace(gaugesRecipe, c.old, c.new, 1)
		if text == gaugesRecipe {
			t.Errorf("no %q in the recipe", c.old)
		}
		if _, err := Load([]byte(text), "gauges.yaml"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("with %q: error %v, want %q", c.new, err, c.want)
		}
	}
	if _, err := Load([]byte(strings.Replace(gaugesRecipe, "id: object.id", "- x", 1)), "gauges.yaml"); err == nil {
		t.Error("an object that is a list is one")
	}
}
