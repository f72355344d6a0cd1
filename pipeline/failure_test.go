package pipeline

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/extract"
	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/pipeline/publish"
)

func writeText(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// faulty is an extractor that does what the page says.
type faulty struct{ extract.Extractor }

func (f faulty) Extract(ctx context.Context, src *source.Source) (*document.Document, error) {
	switch text := src.Text(); {
	case strings.Contains(text, "panic"):
		var none []int
		_ = none[len(text)]
	case strings.Contains(text, "slow"):
		<-ctx.Done()
		return nil, ctx.Err()
	case strings.Contains(text, "error"):
		return nil, errors.New("cannot be parsed")
	}
	return f.Extractor.Extract(ctx, src)
}

// withFaults makes pages of plain text do what they say.
func withFaults(t *testing.T) {
	old := Inputs[0].New
	t.Cleanup(func() { Inputs[0].New = old })
	Inputs[0].New = func(t convert.Templates) extract.Extractor {
		return faulty{old(t)}
	}
}

func TestPagesThatFail(t *testing.T) {
	withFaults(t)
	for _, c := range []struct {
		name, text, code, want string
		spoil                  func(path string)
	}{
		{"panic", "= A =\npanic\n", "page_failed", "a fault of the program in pipeline.faulty.Extract: runtime error: index out of range", nil},
		{"error", "= A =\nerror\n", "page_failed", "cannot be parsed", nil},
		{"slow", "= A =\nslow\n", "page_limit", "the page took longer than 3s: raise --max-page-time", nil},
		{"too large", "= A =\n" + strings.Repeat("x", 2000), "unreadable_page", "larger than 1000 bytes", nil},
		{"gone", "= A =\n", "unreadable_page", "no such file", func(path string) { os.Remove(path) }},
		{"grown", "= A =\n", "unreadable_page", "larger than 1000 bytes", func(path string) { os.Truncate(path, 5000) }},
		{"a folder now", "= A =\n", "unreadable_page", "is a folder", func(path string) { os.Remove(path); os.Mkdir(path, 0o755) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			writeText(t, filepath.Join(dir, "a.txt"), "= Before =\n- one\n")
			writeText(t, filepath.Join(dir, "b.txt"), c.text)
			writeText(t, filepath.Join(dir, "c.txt"), "= After =\n- two\n")
			plan := Plan{Sources: []string{dir}, Formats: []string{"csv"}, Out: filepath.Join(t.TempDir(), "out"),
				Workers: 1, Limits: Limits{PageBytes: 1000}}
			if c.name == "slow" {
				plan.Limits.PageTime = 3 * time.Second // much more than the two other pages need on any machine
			}
			if c.spoil != nil {
				once := Inputs[0].New
				defer func() { Inputs[0].New = once }()
				Inputs[0].New = func(t convert.Templates) extract.Extractor {
					c.spoil(filepath.Join(dir, "b.txt"))
					return once(t)
				}
			}
			report, err := Run(context.Background(), plan)
			if err != nil {
				t.Fatal(err)
			}
			if report.FailedPages != 1 || len(report.Failed) != 1 || report.Failed[0].Source != "b.txt" || !strings.Contains(report.Failed[0].Reason, c.want) {
				t.Errorf("failed: %v, want b.txt: %s", report.Failed, c.want)
			}
			findings, err := os.ReadFile(filepath.Join(plan.Out, "data/findings.csv"))
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(findings, []byte("error,"+c.code+",page")) {
				t.Errorf("findings are\n%s", findings)
			}
			pages, err := os.ReadFile(filepath.Join(plan.Out, "data/pages.csv"))
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"before,", ",b.txt,", "after,"} {
				if !bytes.Contains(pages, []byte(want)) {
					t.Errorf("no %s in pages:\n%s", want, pages)
				}
			}
			if v, err := publish.Validate(context.Background(), plan.Out); err != nil || !v.Valid {
				t.Errorf("the dataset is not valid: %v, %v", v, err)
			}

			os.RemoveAll(filepath.Join(dir, "b.txt"))
			writeText(t, filepath.Join(dir, "b.txt"), c.text)
			plan.Strict = true
			if _, err := Run(context.Background(), plan); err == nil || !strings.Contains(err.Error(), "b.txt: ") {
				t.Errorf("strict: error %v", err)
			}
		})
	}
}

func TestNoPageLeft(t *testing.T) {
	withFaults(t)
	dir := t.TempDir()
	writeText(t, filepath.Join(dir, "a.txt"), "error")
	plan := Plan{Sources: []string{dir}, Formats: []string{"csv"}, Out: filepath.Join(t.TempDir(), "out")}
	if _, err := Run(context.Background(), plan); err == nil || err.Error() != "a.txt: cannot be parsed" {
		t.Errorf("one page: error %v", err)
	}
	writeText(t, filepath.Join(dir, "b.txt"), "panic")
	if _, err := Run(context.Background(), plan); err == nil || !strings.HasPrefix(err.Error(), "none of 2 pages could be converted; the first is a.txt: ") {
		t.Errorf("two pages: error %v", err)
	}
	if _, err := os.Stat(plan.Out); err == nil {
		t.Error("there is an output folder")
	}
}
