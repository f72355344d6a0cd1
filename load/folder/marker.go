package folder

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// ours reports whether dir is a dataset or a release that was made by tidywiki: its
// datapackage.json or release.json names the program as its generator. That property
// comes before the long list of resources, so only the beginning of the file is read.
func ours(dir string) bool {
	return marked(filepath.Join(dir, "datapackage.json")) || marked(filepath.Join(dir, "release.json"))
}

func marked(file string) bool {
	f, err := os.Open(file)
	if err != nil {
		return false
	}
	defer f.Close()
	d := json.NewDecoder(f)
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return false
	}
	for d.More() {
		key, err := d.Token()
		if err != nil || key == "resources" {
			return false
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return false
		}
		if key == "generator" {
			return strings.HasPrefix(string(value), `"tidywiki`)
		}
	}
	return false
}
