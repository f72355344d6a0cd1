package recipe

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func docs(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docs/recipes.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestDocsExample converts the page in docs/recipes.md with the recipe there.
func TestDocsExample(t *testing.T) {
	blocks := regexp.MustCompile("(?s)```[a-z]*\n(.*?)```").FindAllStringSubmatch(docs(t), 3)
	page, recipe, want := blocks[0][1], blocks[1][1], blocks[2][1]
	r, err := Load([]byte(recipe), "rivers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	d := convert(t, page, r)
	var b strings.Builder
	for _, table := range r.Tables {
		b.WriteString(table.Name + "\n" + dump(d.Table(table.Name)) + "\n")
	}
	b.WriteString("findings\n" + dumpNotes(d.Notes))
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	labels := d.Table("infobox").Column("label")
	if got := labels.Str(1) + " " + labels.Str(2); got != "spring_1_name spring_1_height" {
		t.Errorf("labels %s", got)
	}
}

// TestDocsNameEverything checks that the reference has every key and function.
func TestDocsNameEverything(t *testing.T) {
	text := docs(t)
	names := append(functionNames(), iterators...)
	for _, keys := range sourceKeys {
		names = append(names, keys...)
	}
	for name := range fieldTypes {
		names = append(names, name)
	}
	names = append(names, tableVariables...)
	names = append(names, append(textVariables, keyVariables...)...)
	names = append(names, pageVariables...)
	for _, name := range names {
		if !regexp.MustCompile("`[^`\n]*\\b" + name + "\\b[^`\n]*`").MatchString(text) {
			t.Errorf("docs/recipes.md does not name %s", name)
		}
	}
}
