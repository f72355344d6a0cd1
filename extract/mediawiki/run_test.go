package mediawiki_test

import (
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tidywiki/tidywiki/pipeline"
)

// convert makes a dataset of pages of a wiki.
func convert(t *testing.T, base, out string, wiki pipeline.WikiOptions, args ...string) error {
	t.Helper()
	plan := pipeline.Plan{Out: out, Formats: []string{"csv"}, Wiki: wiki}
	for _, a := range args {
		plan.Sources = append(plan.Sources, base+a)
	}
	_, err := pipeline.Run(t.Context(), plan)
	return err
}

// files returns the files of a dataset that are the same in every run.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "run.json" {
			return err
		}
		data, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// column is one column of a table of a dataset.
func column(t *testing.T, out, table, name string) string {
	t.Helper()
	f, err := os.Open(filepath.Join(out, "data", table+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, header := range rows[0] {
		if header != name {
			continue
		}
		var values []string
		for _, row := range rows[1:] {
			values = append(values, row[i])
		}
		return strings.Join(values, " ")
	}
	t.Fatalf("%s has no column %s", table, name)
	return ""
}

// A dataset of pages of a wiki has the revision of each page. A page that could not be read
// is a row and a finding. The cache makes no difference.
func TestDataset(t *testing.T) {
	f := newFake(t)
	cache := t.TempDir()
	args := []string{"/wiki/Where%3F_%26_多瑙河", "/wiki/Nope", "/wiki/Special:Version", "/wiki/Module:Length", "/wiki/river_list", "/wiki/http://%3F", "/wiki/Category:Rivers"}
	out := filepath.Join(t.TempDir(), "out")
	if err := convert(t, f.URL, out, pipeline.WikiOptions{CacheDir: cache}, args...); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ table, column, want string }{
		{"pages", "revision_id", "8   6 3 "},
		{"pages", "license", "CC-BY-SA-4.0   CC-BY-SA-4.0 CC-BY-SA-4.0 "},
		{"pages", "revision_time", "2022-02-02T02:02:02Z   2021-01-01T00:00:00Z 2021-06-07T08:09:10Z "},
		{"pages", "language", "en   en en "},
		{"findings", "code", "unreadable_page unreadable_page redirect unreadable_page"},
		{"tables/list-of-rivers/01-lengths-as-measured", "miles", "766.2 1770.9 679.8"},
	} {
		if got := column(t, out, c.table, c.column); got != c.want {
			t.Errorf("%s of %s is %q, want %q", c.column, c.table, got, c.want)
		}
	}
	first := files(t, out)
	for _, wiki := range []pipeline.WikiOptions{{CacheDir: cache}, {}, {CacheDir: cache, Offline: true}} {
		if err := convert(t, f.URL, out, wiki, args...); err != nil {
			t.Fatal(err)
		}
		for name, data := range files(t, out) {
			if first[name] != data {
				t.Errorf("%s is another with %+v", name, wiki)
			}
		}
	}
}

// If a wiki fails during a run, the earlier dataset is not changed.
func TestAllOrNothing(t *testing.T) {
	f := newFake(t)
	out := filepath.Join(t.TempDir(), "out")
	if err := convert(t, f.URL, out, pipeline.WikiOptions{}, "/wiki/List_of_rivers"); err != nil {
		t.Fatal(err)
	}
	before := files(t, out)
	f.instead = sometimes(func(http.ResponseWriter, *http.Request, int) bool { panic(http.ErrAbortHandler) },
		func(r *http.Request, _ int) bool { return isPage(r) && r.URL.Query().Get("oldid") == "8" })
	for _, dir := range []string{out, out + "-new"} {
		err := convert(t, f.URL, dir, pipeline.WikiOptions{Retries: -1}, "/wiki/Category:Rivers")
		if err == nil || !strings.Contains(err.Error(), "closed without a response") || strings.Contains(err.Error(), "\n") {
			t.Errorf("the error is %v", err)
		}
	}
	after := files(t, out)
	for name, data := range before {
		if after[name] != data {
			t.Errorf("%s has changed", name)
		}
	}
	if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 1 {
		t.Errorf("beside the old dataset there are %v", entries)
	}
}

// A run can be stopped while a wiki keeps it waiting.
func TestStopped(t *testing.T) {
	f := newFake(t)
	f.instead = status(503, "Retry-After", "200")
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	out := filepath.Join(t.TempDir(), "out")
	_, err := pipeline.Run(ctx, pipeline.Plan{Out: out, Sources: []string{f.URL + "/wiki/List_of_rivers"}})
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the error is %v", err)
	}
	if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestPlansThatCannotBe(t *testing.T) {
	const page = "https://wiki.invalid/wiki/A"
	for _, c := range []struct {
		plan pipeline.Plan
		want string
	}{
		{pipeline.Plan{Sources: []string{page}, From: "plain"}, "--from plain: wikis give their pages as html or wikitext"},
		{pipeline.Plan{Sources: []string{page}, Wiki: pipeline.WikiOptions{Contact: "me\r\nX: y"}}, "--user-agent: it must be one line"},
	} {
		c.plan.Out = filepath.Join(t.TempDir(), "out")
		_, err := pipeline.Run(t.Context(), c.plan)
		var usage *pipeline.UsageError
		if !errors.As(err, &usage) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error is %v, want %s", err, c.want)
		}
	}
}

// A real wiki that is killed during a run gives one clear error, and nothing is written.
// When it is back, only the missing pages are requested.
func TestRealRunKilled(t *testing.T) {
	w := startWiki(t)
	n := 0
	w.before = func(string) {
		if n++; n == 24 {
			w.stop()
		}
	}
	cache, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	wiki := pipeline.WikiOptions{CacheDir: cache, Retries: -1}
	err := convert(t, w.front.URL, out, wiki, "/wiki/Category:Brooks")
	if err == nil || !strings.Contains(err.Error(), "/wiki/Brook_21: ") || !strings.Contains(err.Error(), "are in the cache") {
		t.Errorf("the error is %v", err)
	}
	if entries, err := os.ReadDir(filepath.Dir(out)); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
	w.start()
	w.count()
	if err := convert(t, w.front.URL, out, wiki, "/wiki/Category:Brooks"); err != nil {
		t.Fatal(err)
	}
	if got := w.count(); got["content"] != 40 {
		t.Errorf("asked for %d pages, want the 40 that were missing", got["content"])
	}
	if got := strings.Fields(column(t, out, "pages", "revision_id")); len(got) != 60 {
		t.Errorf("%d pages", len(got))
	}
}

// By URL, by revision, by number, by category, as HTML and as wikitext.
func TestRealRun(t *testing.T) {
	w := startWiki(t)
	for _, c := range []struct {
		from, ids string
		args      []string
	}{
		{"", "list-of-rivers", []string{"/wiki/River_list"}},
		{"", "list-of-rivers", []string{"/w/index.php?title=List_of_rivers&oldid=2"}},
		{"", "list-of-rivers", []string{"/?curid=2"}},
		{"", "list-of-rivers where-duo-nao-he", []string{"/wiki/Category:Rivers"}},
		{"wikitext", "list-of-rivers where-duo-nao-he", []string{"/wiki/Category:Rivers"}},
	} {
		out := filepath.Join(t.TempDir(), "out")
		plan := pipeline.Plan{Out: out, From: c.from, Formats: []string{"csv"}}
		for _, a := range c.args {
			plan.Sources = append(plan.Sources, w.front.URL+a)
		}
		if _, err := pipeline.Run(t.Context(), plan); err != nil {
			t.Errorf("%v: %v", c.args, err)
			continue
		}
		if got := column(t, out, "pages", "page_id"); got != c.ids {
			t.Errorf("%v as %s are %s, want %s", c.args, c.from, got, c.ids)
		}
	}
}
