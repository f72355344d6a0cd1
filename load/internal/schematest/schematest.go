// Package schematest checks JSON in tests against the schemas of standards, with Python's
// jsonschema.
//
//	schematest.Check(t, "", []string{"person.json"}, []byte(`{"name": 1}`))    ["name: 1 is not of type 'string'"]
package schematest

import (
	"bytes"
	"encoding/json"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// Check returns what is wrong with each value by the schema of that id, "" for nothing.
// With the id "" it is the first schema; the others are those that it refers to. The test
// is skipped where there is no jsonschema.
func Check(t testing.TB, id string, schemas []string, values ...[]byte) []string {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	script := filepath.Join(filepath.Dir(here), "..", "..", "..", "testdata", "readers", "schemacheck.py")
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
