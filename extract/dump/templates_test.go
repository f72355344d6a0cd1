package dump

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
)

func templateDump(extra string) string {
	return head + pageXML(1, 10, "Template:Box", "[{{{1}}}]") + pageXML(2, 10, "Template:small letter", "s") +
		pageXML(3, 10, "Template:Old name", "#REDIRECT [[Template:Box]]") + pageXML(4, 10, "Template:Loop", "#REDIRECT [[template:loop]]") +
		pageXML(5, 10, "Template:Away", "#REDIRECT [[Box]]") + pageXML(6, 0, "Rhine", "{{Box|1}}") + pageXML(7, 10, "Template:Box", "twice") +
		pageXML(8, 10, "Template:A:b", "colon") + pageXML(9, 10, "Template:Empty", "") + extra + foot
}

func TestTemplates(t *testing.T) {
	d := file(t, "some.xml", []byte(templateDump("")), Options{Titles: NewTitles(nil, []string{"Rhine"})})
	ts, err := ReadTemplates(context.Background(), []*Dump{d})
	if err != nil {
		t.Fatal(err)
	}
	defer ts.Close()
	if ts.Len() != 7 {
		t.Errorf("%d templates, want 7", ts.Len())
	}
	for _, tt := range []struct {
		name, text string
		ok         bool
	}{
		{"Box", "[{{{1}}}]", true},
		{"box", "[{{{1}}}]", true},
		{"Old name", "[{{{1}}}]", true},
		{"Old_name", "[{{{1}}}]", true},
		{"Small letter", "s", true},
		{"A:b", "colon", true},
		{"Empty", "", true},
		{"BOX", "", false},
		{"Rhine", "", false},
		{"Loop", "", false},
		{"Away", "", false},
		{"Template:Box", "", false},
		{"", "", false},
	} {
		if text, ok := ts.Lookup(tt.name); text != tt.text || ok != tt.ok {
			t.Errorf("%q: %q, %v; want %q, %v", tt.name, text, ok, tt.text, tt.ok)
		}
	}
	pages, _, _ := pagesOf(d, d.Whole())
	if len(pages) != 1 || pages[0].Title != "Rhine" {
		t.Errorf("the dump's own pages are %v", names(pages))
	}
}

func TestTemplatesSum(t *testing.T) {
	sum := func(text string) [32]byte {
		ts, err := ReadTemplates(context.Background(), []*Dump{file(t, "some.xml", []byte(text), Options{})})
		if err != nil {
			t.Fatal(err)
		}
		defer ts.Close()
		return ts.Sum()
	}
	base := templateDump("")
	if sum(base) != sum(strings.Replace(base, "{{Box|1}}", "{{Box|2}}", 1)) {
		t.Error("another text of a page makes other templates")
	}
	if sum(base) == sum(strings.Replace(base, "[{{{1}}}]", "({{{1}}})", 1)) {
		t.Error("another text of a template makes the same templates")
	}
}

func TestTemplatesErrors(t *testing.T) {
	whole := templateDump("")
	cut := file(t, "cut.xml", []byte(whole[:len(whole)-400]), Options{})
	more := file(t, "more.xml", []byte(head+pageXML(1, 10, "Template:More", "m")+foot), Options{})
	ts, err := ReadTemplates(context.Background(), []*Dump{cut, more})
	var damage *DamageError
	if !errors.As(err, &damage) || ts == nil {
		t.Fatalf("%v", err)
	}
	defer ts.Close()
	for _, name := range []string{"Box", "More"} {
		if text, ok := ts.Lookup(name); !ok || text == "" {
			t.Errorf("%s is whole and is not there", name)
		}
	}
	d, err := OpenReader("stdin", strings.NewReader(whole), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadTemplates(context.Background(), []*Dump{d}); err == nil || !strings.Contains(err.Error(), "only be read from a file") {
		t.Errorf("from a stream: %v", err)
	}
}

// Texts are the same from memory, from the file, and in concurrent use.
func TestTextStore(t *testing.T) {
	text := func(i int) string { return strings.Repeat(fmt.Sprintf("text %d ", i), 400+i%50) }
	var s textStore
	defer func() {
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}()
	const n = 1000
	for i := range n {
		if i == n/2 {
			s.packed.Limit = 1 // as if the memory were full
		}
		if err := s.add(fmt.Sprint(i), []byte(text(i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.ready(); err != nil {
		t.Fatal(err)
	}
	if !s.packed.Used() || s.len() != n || len(s.blocks) < 8 {
		t.Fatalf("%d texts in %d blocks, file %v", s.len(), len(s.blocks), s.packed.Used())
	}
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			for i := range n {
				i = (i*7 + worker*100) % n
				if got, ok := s.get(fmt.Sprint(i)); !ok || got != text(i) {
					t.Errorf("text %d: %v, %.20q", i, ok, got)
					return
				}
			}
		})
	}
	all.Wait()
	if _, ok := s.get("none"); ok {
		t.Error("a text that was not added is there")
	}
}
