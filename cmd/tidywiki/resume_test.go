//go:build unix

package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// TestKillAndResume kills runs at random moments and continues them until one is
// complete. Its bytes are those of a run without interruption, and there are no other
// files. TIDYWIKI_KILLS is the number of kills, 40 if it is not set.
func TestKillAndResume(t *testing.T) {
	if testing.Short() {
		t.Skip("dozens of runs of the command")
	}
	kills := 40
	if n, err := strconv.Atoi(os.Getenv("TIDYWIKI_KILLS")); err == nil {
		kills = n
	}
	program := buildCommand(t)
	t.Run("folder", func(t *testing.T) {
		dir := t.TempDir()
		writePages(t, filepath.Join(dir, "pages"), 40)
		killAndResume(t, program, dir, kills/2, "pages", "--unit-pages", "4")
	})
	t.Run("dump", func(t *testing.T) {
		dir := t.TempDir()
		writeDump(t, filepath.Join(dir, "rivers.xml"), 40)
		killAndResume(t, program, dir, kills-kills/2, "rivers.xml", "--unit-size", "12k")
	})
}

// killAndResume kills the conversion of a source in a folder the given number of times.
func killAndResume(t *testing.T, program, dir string, kills int, source ...string) {
	convert := func(more ...string) *exec.Cmd {
		args := append([]string{"convert", "-q", "-f", "csv,parquet"}, source...)
		cmd := exec.Command(program, append(args, more...)...)
		cmd.Dir = dir
		return cmd
	}
	began := time.Now()
	if out, err := convert("-o", "want").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(began)
	killed, resumed, complete := 0, 0, 0
	for killed < kills {
		if kept, _ := filepath.Glob(filepath.Join(dir, ".out.tidywiki-checkpoint", "*.part")); len(kept) > 0 {
			resumed++
		}
		var said bytes.Buffer
		cmd := convert("-o", "out", "--resume")
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(rand.Int64N(int64(whole))), func() { cmd.Process.Kill() })
		err := cmd.Wait()
		timer.Stop()
		if err != nil {
			if cmd.ProcessState.Exited() {
				t.Fatalf("run after %d kills: %v: %s", killed, err, said.String())
			}
			killed++
			continue
		}
		complete++
		equalFolders(t, filepath.Join(dir, "out"), filepath.Join(dir, "want"))
		if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := convert("-o", "out", "--resume").CombinedOutput(); err != nil {
		t.Fatalf("the last run: %v: %s", err, out)
	}
	equalFolders(t, filepath.Join(dir, "out"), filepath.Join(dir, "want"))
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 3 {
		t.Errorf("left beside out: %v", entries)
	}
	t.Logf("%d kills, %d runs had something to resume, %d were complete before they could be killed", killed, resumed, complete)
	if resumed < kills/4 {
		t.Errorf("only %d of %d runs had something to resume: the test proves too little", resumed, killed+complete)
	}
}

// writePages makes pages with tables of some size.
func writePages(t *testing.T, dir string, n int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for i := range n {
		var b bytes.Buffer
		fmt.Fprintf(&b, "= Rivers %d =\n\nIn %d it rose by %d%%.\n\n| Name | Length | Since |\n", i%(n-3), 1900+i, i)
		for k := range 60 {
			fmt.Fprintf(&b, "| River %d | %d,%03d | %d March 19%02d |\n", k, i, k*7, 1+k%28, k)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", i)), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// writeDump makes a dump of pages with tables of some size.
func writeDump(t *testing.T, path string, n int) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("<mediawiki xml:lang=\"en\">\n<siteinfo><dbname>rivers</dbname></siteinfo>\n")
	for i := range n {
		fmt.Fprintf(&b, "<page><title>Rivers %d</title><ns>%d</ns><id>%d</id><revision><id>%d</id><text>{|\n! Name !! Length !! Since\n", i, i%7/6, i+1, i+100)
		for k := range 60 {
			fmt.Fprintf(&b, "|-\n| River %d || %d,%03d || %d March 19%02d\n", k, i, k*7, 1+k%28, k)
		}
		b.WriteString("|}\n</text></revision></page>\n")
	}
	b.WriteString("</mediawiki>\n")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// equalFolders compares all files except run.json.
func equalFolders(t *testing.T, got, want string) {
	t.Helper()
	if g, w := listing(t, got), listing(t, want); g != w {
		t.Fatalf("files are\n%s\nwant\n%s", g, w)
	}
	for _, name := range []string{"SHA256SUMS", "datapackage.json", "data/cells.parquet", "data/findings.csv"} {
		g, err := os.ReadFile(filepath.Join(got, name))
		if err != nil {
			t.Fatal(err)
		}
		w, err := os.ReadFile(filepath.Join(want, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(g, w) {
			t.Fatalf("%s differs", name)
		}
	}
}
