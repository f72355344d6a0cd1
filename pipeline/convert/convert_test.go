package convert

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// format is an input format whose pages say what happens to them.
type format struct{ name string }

func (f format) Extract(ctx context.Context, src *source.Source) (*document.Document, error) {
	switch text := src.Text(); {
	case strings.Contains(text, "panic"):
		panic("at the disco")
	case strings.Contains(text, "error"):
		return nil, errors.New("cannot be parsed")
	case strings.Contains(text, "slow"):
		<-ctx.Done()
		return nil, ctx.Err()
	}
	lead := &document.Section{Parent: -1, Level: 1, Line: 1}
	return &document.Document{Source: src, Format: f.name, Title: src.Title, Sections: []*document.Section{lead}}, nil
}

func input(name string, sure int) Input {
	return Input{Name: name, Detect: func([]byte) int { return sure }, New: func(Templates) extract.Extractor { return format{name} }}
}

// step adds a note, or fails.
type step struct{ err error }

func (step) Name() string { return "step" }

func (s step) Apply(_ context.Context, in *page.Page) (*page.Page, error) {
	out := in.Clone()
	out.Notes = append(out.Notes, source.Note{Code: "seen", Where: "page", Message: "the step was here"})
	return out, s.err
}

func TestTables(t *testing.T) {
	c := New(Options{Inputs: []Input{input("a", 1), input("b", 9), input("c", 9)}, Steps: []transform.Step{step{}}})
	tables, err := c.Tables(t.Context(), &source.Source{Name: "x"})
	if err != nil {
		t.Fatal(err)
	}
	for _, tab := range tables {
		if tab.Name == "findings" && (tab.NumRows() != 1 || tab.Column("code").Str(0) != "seen") {
			t.Errorf("findings has %d rows", tab.NumRows())
		}
	}
	if len(tables) != len(dataset.CoreNames) {
		t.Errorf("%d tables, want the core tables", len(tables))
	}
}

func TestFormatOfAPage(t *testing.T) {
	inputs := []Input{input("a", 1), input("b", 9), input("c", 9)}
	for _, tt := range []struct{ from, of, want string }{
		{"", "", "b"}, // the first of the surest
		{"", "c", "c"},
		{"a", "c", "a"},
	} {
		p, err := New(Options{Inputs: inputs, From: tt.from}).Page(t.Context(), &source.Source{Format: tt.of})
		if err != nil || p.Document.Format != tt.want {
			t.Errorf("from %q, source %q: %v, %v, want %s", tt.from, tt.of, p, err, tt.want)
		}
	}
}

func TestPageErrors(t *testing.T) {
	for _, tt := range []struct{ text, code, want string }{
		{"panic", "page_failed", "pipeline/convert.format.Extract: at the disco"},
		{"error", "page_failed", "cannot be parsed"},
		{"slow", "page_limit", "took longer than 1ms"},
		{"xxxxxxxxxxx", "page_limit", "11 bytes, the limit is 10"},
		{"step", "page_failed", "step: no"},
	} {
		o := Options{Inputs: []Input{input("a", 1)}, Limits: Limits{PageBytes: 10}}
		if tt.text == "slow" {
			o.Limits.PageTime = time.Millisecond
		}
		if tt.text == "step" {
			o.Steps = []transform.Step{step{errors.New("no")}}
		}
		src := &source.Source{Name: "x", Data: []byte(tt.text)}
		_, err := New(o).Page(t.Context(), src)
		var reason *PageError
		if !errors.As(err, &reason) || reason.Code != tt.code || !strings.Contains(reason.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s %s", tt.text, err, tt.code, tt.want)
			continue
		}
		p := Failed(src, reason)
		if f := p.Findings(); f.NumRows() != 1 || f.Column("code").Str(0) != tt.code || p.Table("pages").NumRows() != 1 {
			t.Errorf("%s: findings %v", tt.text, f.Record)
		}
	}
}

// The end of the caller's context is not the page's fault.
func TestCancelIsNotAPageError(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := New(Options{Inputs: []Input{input("a", 1)}, Steps: []transform.Step{step{}}}).Page(ctx, &source.Source{})
	var reason *PageError
	if !errors.Is(err, context.Canceled) || errors.As(err, &reason) {
		t.Errorf("error %v", err)
	}
}

func TestUnknownFormatPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	New(Options{Inputs: []Input{input("a", 1)}, From: "z"})
}
