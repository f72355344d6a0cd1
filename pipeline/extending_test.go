package pipeline

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/tidy"
)

// An input format: lines of "key: value" become an infobox.

type pairs struct{}

var _ extract.Extractor = pairs{}

func (pairs) Extract(_ context.Context, src *source.Source) (*document.Document, error) {
	box := &document.Infobox{Line: 1}
	line := 0
	for text := range strings.Lines(src.Text()) {
		line++
		if key, value, ok := strings.Cut(text, ":"); ok {
			box.Pairs = append(box.Pairs, document.Pair{Key: key,
				Text: document.Text{Plain: strings.TrimSpace(value)}, Line: line})
		}
	}
	box.LastLine = line
	lead := &document.Section{Parent: -1, Level: 1, Line: 1, Blocks: []document.Block{box}}
	return &document.Document{Source: src, Format: "pairs", Sections: []*document.Section{lead}, Lines: line}, nil
}

// A step: pages without a title get a finding.

type titled struct{}

var _ transform.Step = titled{}

func (titled) Name() string { return "titled" }

func (titled) Apply(_ context.Context, in *page.Page) (*page.Page, error) {
	out := in.Clone()
	if in.Document.Title == "" {
		out.Notes = append(out.Notes, source.Note{Severity: source.Info, Code: "untitled", Where: "page",
			Message: "the page has no title: its id comes from the name of its source"})
	}
	return out, nil
}

// An output format: one file with the number of rows of each table.

type countsLoader struct{}

var _ load.Loader = countsLoader{}

func (countsLoader) Open(_ context.Context, out load.Sink) (load.Writer, error) {
	f, err := out.Create("data/counts.txt")
	if err != nil {
		return nil, err
	}
	return &countsWriter{file: f, rows: map[string]int{}}, nil
}

type countsWriter struct {
	file  io.WriteCloser
	names []string
	rows  map[string]int
}

func (w *countsWriter) Write(_ context.Context, t *dataset.Table) error {
	if _, known := w.rows[t.Name]; !known {
		w.names = append(w.names, t.Name)
	}
	w.rows[t.Name] += t.NumRows()
	return nil
}

func (w *countsWriter) Close() error {
	b := bufio.NewWriter(w.file)
	for _, name := range w.names {
		fmt.Fprintf(b, "%s %d\n", name, w.rows[name])
	}
	if err := b.Flush(); err != nil {
		return err
	}
	return w.file.Close()
}

func (w *countsWriter) Abort() error { return w.file.Close() }

// Example takes a page through the three of them.
func Example_extending() {
	ctx := context.Background()
	src := &source.Source{Name: "rhine.pairs", Data: []byte("Length: 1,233 km\nMouth: North Sea\n")}
	doc, err := pairs{}.Extract(ctx, src)
	if err != nil {
		panic(err)
	}
	d := tidy.NewPage(doc)
	for _, s := range []transform.Step{tidy.Outline{}, tidy.Infobox{}, titled{}} {
		if d, err = s.Apply(ctx, d); err != nil {
			panic(err)
		}
	}
	sink := &memory{}
	w, err := countsLoader{}.Open(ctx, sink)
	if err != nil {
		panic(err)
	}
	for _, t := range d.WithFindings().Tables {
		if t.NumRows() > 0 {
			if err := w.Write(ctx, t); err != nil {
				panic(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	fmt.Print(sink.files[0].String())
	// Output:
	// pages 1
	// sections 1
	// infobox 2
	// findings 1
}

// TestExtendingIsCompiled finds each Go block of docs/extending.md in a file that is
// compiled, so that none of them can rot.
func TestExtendingIsCompiled(t *testing.T) {
	doc, err := os.ReadFile("../docs/extending.md")
	if err != nil {
		t.Fatal(err)
	}
	code, err := os.ReadFile("extending_test.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"catalog.go", "convert_example_test.go"} {
		more, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code = append(code, more...)
	}
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(doc), -1)
	if len(blocks) < 4 {
		t.Fatalf("%d Go blocks, want 4 or more", len(blocks))
	}
	for _, b := range blocks {
		if !strings.Contains(string(code), b[1]) {
			t.Errorf("not compiled anywhere:\n%s", b[1])
		}
	}
}
