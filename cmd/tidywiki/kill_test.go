//go:build unix

package main

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestKill kills the command at random moments. Each time the output folder does not
// exist or is complete, and the next run succeeds and leaves no other files.
func TestKill(t *testing.T) {
	if testing.Short() {
		t.Skip("fifty runs of the command")
	}
	program := buildCommand(t)
	page, err := filepath.Abs("../../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	run := func() *exec.Cmd {
		cmd := exec.Command(program, "convert", page, "-o", "out", "-q")
		cmd.Dir = dir
		return cmd
	}
	began := time.Now()
	if out, err := run().CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	whole := time.Since(began)
	want := listing(t, filepath.Join(dir, "out"))
	killed := 0
	for i := range 50 {
		if i%2 == 0 {
			if err := os.RemoveAll(filepath.Join(dir, "out")); err != nil {
				t.Fatal(err)
			}
		}
		before := listing(t, filepath.Join(dir, "out"))
		cmd := run()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(whole) * 5 / 4)))
		if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		var exit *exec.ExitError
		if errors.As(cmd.Wait(), &exit) && exit.Sys().(syscall.WaitStatus).Signaled() {
			killed++
		}
		switch got := listing(t, filepath.Join(dir, "out")); {
		case got == "" && before != "":
			t.Fatalf("run %d: the dataset before it is gone", i)
		case got != "" && got != want:
			t.Fatalf("run %d left a dataset that is not complete:\n%s\nwant\n%s", i, got, want)
		}
	}
	if killed < 10 {
		t.Errorf("only %d of 50 runs were still going when killed: the test proves too little", killed)
	}
	if out, err := run().CombinedOutput(); err != nil {
		t.Fatalf("the run after the kills: %v: %s", err, out)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 {
		t.Errorf("left beside out: %v", entries)
	}
}

// listing returns the paths and sizes of all files below dir, without the size of
// run.json. It is empty if the folder does not exist.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && path == dir {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		b.WriteString(strings.TrimPrefix(path, dir))
		if d.Name() != "run.json" {
			b.WriteByte(' ')
			b.WriteString(strconv.FormatInt(info.Size(), 10))
		}
		b.WriteByte('\n')
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func buildCommand(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "tidywiki")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v: %s", err, out)
	}
	return program
}
