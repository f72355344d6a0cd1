package pipeline

import (
	"bytes"
	"encoding/json"
	"github.com/tidywiki/tidywiki/pipeline/publish"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What testdata/browser/look.mjs has seen.
type (
	looks struct {
		Views []view
		Use   struct {
			view
			Light, Dark, LightOnDark string
			InfoBefore, InfoAfter    int
			ErrorsBefore             int
			ErrorsAfter              int
			FirstFocus               string
			PDF                      int
		}
	}
	view struct {
		Name, Picture     string
		Console, Requests []string
		Overflow, Flat    int
		Ground            string
		Violations        []struct {
			ID, Impact, First, Why string
			Count                  int
		}
	}
)

// TestReportInBrowser opens the report of the seed page in a real browser.
func TestReportInBrowser(t *testing.T) {
	browser := os.Getenv("TIDYWIKI_BROWSER")
	if browser == "" {
		t.Skip("TIDYWIKI_BROWSER is not set: run testdata/browser/setup and name its folder")
	}
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	if _, err := Run(t.Context(), Plan{Sources: []string{"../testdata/pages/first-session-12th-npc.txt"}, Out: out, Formats: []string{"csv"}}); err != nil {
		t.Fatal(err)
	}
	report, err := publish.MakeReport(t.Context(), out, "", 0)
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := report.WriteHTML(&page); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "out-report.html"), page.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	seen := look(t, browser, filepath.Join(dir, "out-report.html"))
	if len(seen.Views) != 4 {
		t.Fatalf("%d views", len(seen.Views))
	}
	for _, v := range seen.Views {
		t.Run(v.Name, func(t *testing.T) { checkView(t, v) })
	}
	if seen.Views[0].Ground == seen.Views[1].Ground {
		t.Errorf("light and dark have the same ground, %s", seen.Views[0].Ground)
	}
	u := seen.Use
	if u.Light == u.Dark || u.LightOnDark != u.Light {
		t.Errorf("the choice of colours does nothing: light %s, dark %s, light on a dark system %s", u.Light, u.Dark, u.LightOnDark)
	}
	if u.InfoBefore == 0 || u.InfoAfter != 0 || u.ErrorsBefore == 0 || u.ErrorsAfter != u.ErrorsBefore {
		t.Errorf("the filter: info %d -> %d, errors %d -> %d", u.InfoBefore, u.InfoAfter, u.ErrorsBefore, u.ErrorsAfter)
	}
	if u.FirstFocus != "skip" || u.PDF < 10_000 {
		t.Errorf("first focus on %q, %d bytes on paper", u.FirstFocus, u.PDF)
	}
}

// A page with faults, so that it is known that they would be seen.
func TestBrowserSeesFaults(t *testing.T) {
	browser := os.Getenv("TIDYWIKI_BROWSER")
	if browser == "" || testing.Short() {
		t.Skip("TIDYWIKI_BROWSER is not set, or time is short")
	}
	page := filepath.Join(t.TempDir(), "page.html")
	const faulty = `<!DOCTYPE html><html><head><title>x</title></head><body>
		<script>console.log("said"); throw new Error("thrown")</script>
		<img src="missing.png"><div style="width: 3000px; height: 9px"></div><svg role="img" width="0" height="0"></svg></body></html>`
	if err := os.WriteFile(page, []byte(faulty), 0o644); err != nil {
		t.Fatal(err)
	}
	seen := look(t, browser, page)
	for _, v := range seen.Views {
		var ids []string
		for _, w := range v.Violations {
			ids = append(ids, w.ID)
		}
		if len(v.Console) < 2 || len(v.Requests) != 1 || v.Overflow < 1000 || v.Flat != 1 || !slices.Contains(ids, "html-has-lang") || !slices.Contains(ids, "image-alt") {
			t.Errorf("%s: console %q, requests %q, %d too wide, %d flat, violations %v", v.Name, v.Console, v.Requests, v.Overflow, v.Flat, ids)
		}
		if ink := inkOf(t, v.Picture); ink > 0.02 {
			t.Errorf("%s: %.2f %% ink on a blank page", v.Name, ink*100)
		}
	}
}

// look runs the browser. Pictures stay in TIDYWIKI_PICTURES, if it is set.
func look(t *testing.T, browser, page string) looks {
	t.Helper()
	pictures := os.Getenv("TIDYWIKI_PICTURES")
	if pictures == "" {
		pictures = t.TempDir()
	}
	var stderr bytes.Buffer
	cmd := exec.CommandContext(t.Context(), "node", filepath.Join(browser, "look.mjs"), page, pictures)
	cmd.Stderr = &stderr
	data, err := cmd.Output()
	if err != nil {
		t.Fatalf("look.mjs: %v: %s", err, stderr.String())
	}
	var seen looks
	if err := json.Unmarshal(data, &seen); err != nil {
		t.Fatal(err)
	}
	return seen
}

func checkView(t *testing.T, v view) {
	if len(v.Console) > 0 {
		t.Errorf("the console has\n%s", strings.Join(v.Console, "\n"))
	}
	if len(v.Requests) > 0 {
		t.Errorf("the page asks for %s", strings.Join(v.Requests, ", "))
	}
	if v.Overflow > 0 {
		t.Errorf("the page is %d pixels wider than the screen", v.Overflow)
	}
	if v.Flat > 0 {
		t.Errorf("%d pictures have no size", v.Flat)
	}
	for _, w := range v.Violations {
		t.Errorf("axe: %s, %s, %d times: %s\n%s", w.ID, w.Impact, w.Count, w.First, w.Why)
	}
	if ink := inkOf(t, v.Picture); ink < 0.02 || ink > 0.6 {
		t.Errorf("%.1f %% of the picture differ from its ground", ink*100)
	}
}

// inkOf is how much of a picture differs from its first point.
func inkOf(t *testing.T, path string) float64 {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	picture, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	b := picture.Bounds()
	ground, ink := picture.At(b.Min.X, b.Min.Y), 0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if picture.At(x, y) != ground {
				ink++
			}
		}
	}
	return float64(ink) / float64(area(b))
}

func area(r image.Rectangle) int { return r.Dx() * r.Dy() }
