package load_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// standards returns the folder of the schemas that standards give, or skips.
func standards(t *testing.T) string {
	t.Helper()
	corpus := os.Getenv("TIDYWIKI_CORPUS")
	if corpus == "" {
		t.Skip("TIDYWIKI_CORPUS is not set: the schemas of standards are not at hand")
	}
	return filepath.Join(corpus, "schemas")
}

// schemaFaults returns what is wrong with each value by the schema of that id, "" for nothing.
// With the id "" it is the first schema; the others are those that it refers to. The test
// is skipped where there is no jsonschema.
func schemaFaults(t testing.TB, id string, schemas []string, values ...[]byte) []string {
	t.Helper()
	script := filepath.Join("..", "testdata", "readers", "schemacheck.py")
	var in bytes.Buffer
	for _, v := range values {
		if err := json.Compact(&in, v); err != nil {
			t.Fatal(err)
		}
		in.WriteByte('\n')
	}
	var out []byte
	for _, python := range []string{"python3", "/usr/bin/python3"} { // Debian's packages are for the second
		cmd := exec.Command(python, append([]string{script, id}, schemas...)...)
		cmd.Stdin = bytes.NewReader(in.Bytes())
		var err error
		out, err = cmd.Output()
		if err == nil {
			break
		}
		if failed := (*exec.ExitError)(nil); errors.As(err, &failed) && !strings.Contains(string(failed.Stderr), "no jsonschema") {
			t.Fatalf("%s", failed.Stderr)
		}
		out = nil
	}
	if out == nil {
		t.Skip("Python's jsonschema is not installed: schemas of standards are not checked")
	}
	var faults []string
	for line := range bytes.Lines(out) {
		var fault string
		if err := json.Unmarshal(line, &fault); err != nil {
			t.Fatal(err)
		}
		faults = append(faults, fault)
	}
	if len(faults) != len(values) {
		t.Fatalf("%d values, %d answers", len(values), len(faults))
	}
	return faults
}
