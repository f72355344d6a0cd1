package sources

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestIdentity(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dump.xml")
	of := func(text string) string {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		id, err := identityOf(path)
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	large := strings.Repeat("0123456789abcdef", sampleBytes/4)
	seen := map[string]string{}
	for name, text := range map[string]string{
		"empty": "", "small": "<mediawiki>", "another": "<mediawikI>", "large": large, "longer": large + "0",
		"another beginning": "x" + large[1:], "another end": large[1:] + "x",
	} {
		id := of(text)
		if other, twice := seen[id]; twice {
			t.Errorf("%s and %s are taken for one", name, other)
		}
		seen[id] = name
		if of(text) != id {
			t.Errorf("%s has two identities", name)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if _, err := identityOf(path); err == nil {
		t.Error("a file that is not there has an identity")
	}
}
