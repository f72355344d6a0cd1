package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tidywiki": main})
}

// TestScript runs the real command: see testdata/script. $PAGES is the folder of
// the repository's pages, $WIKI the address of a wiki, $WIKI_HOST its host.
func TestScript(t *testing.T) {
	pages, err := filepath.Abs("../../testdata/pages")
	if err != nil {
		t.Fatal(err)
	}
	wiki := recordedWiki(t)
	testscript.Run(t, testscript.Params{
		Dir: "../../testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("PAGES", pages)
			env.Setenv("WIKI", wiki.URL)
			env.Setenv("WIKI_HOST", strings.TrimPrefix(wiki.URL, "http://"))
			return nil
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Geteuid() == 0, nil
		},
	})
}
