//go:build unix

package folder

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

var errFull = syscall.ENOSPC

// childOut makes the test binary a process that writes datasets into that folder
// until it is killed.
const childOut = "TIDYWIKI_FOLDER_CHILD"

func TestMain(m *testing.M) {
	if out := os.Getenv(childOut); out != "" {
		if err := writeForever(out); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

func writeForever(out string) error {
	for n := 0; ; n++ {
		f, err := Begin(out, Options{})
		if err != nil {
			return err
		}
		for i := range 20 {
			w, err := f.Create(fmt.Sprintf("data/%02d.csv", i))
			if err != nil {
				return err
			}
			fmt.Fprint(w, n)
			if err := w.Close(); err != nil {
				return err
			}
		}
		w, err := f.Create("datapackage.json")
		if err != nil {
			return err
		}
		fmt.Fprint(w, ourPackage)
		if err := w.Close(); err != nil {
			return err
		}
		if err := f.Commit(); err != nil {
			return err
		}
	}
}

// TestKill kills a process that writes, at random moments: what is there is always
// one whole dataset or none.
func TestKill(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	random := rand.New(rand.NewPCG(1, 2))
	for range 25 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childOut+"="+out)
		var stderr strings.Builder
		child.Stderr = &stderr
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.IntN(40_000)) * time.Microsecond)
		child.Process.Kill()
		child.Wait()
		if stderr.Len() > 0 {
			t.Fatal(stderr.String())
		}
		if _, err := os.Stat(out); err != nil {
			continue
		}
		files := tree(t, out)
		if len(files) != 21 {
			t.Fatalf("a dataset of %d files", len(files))
		}
		for i := range 20 {
			if name := fmt.Sprintf("data/%02d.csv", i); files[name] == "" || files[name] != files["data/00.csv"] {
				t.Fatalf("%s is of run %q, data/00.csv of %q", name, files[name], files["data/00.csv"])
			}
		}
	}
	begin(t, out, Options{}).Rollback()
	for _, name := range names(t, dir) {
		if name != "out" {
			t.Errorf("%s was not cleared", name)
		}
	}
}
