package mediawiki

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A cache keeps responses in a folder, one file per response:
//
//	html/3f/3f9a...   tidywiki-cache 1 <sha256> <state>
//	                  <div class="mw-parser-output">...
//
// The name is a hash of the key. The first line has the hash of the rest of the file; a
// damaged file counts as missing. Several programs may use one folder. The zero value
// keeps nothing.
type cache struct{ dir string }

const cacheMagic = "tidywiki-cache 1 "

// make creates the folder. Only its owner can read it, because it may have pages of
// private wikis.
func (c cache) make() error {
	if c.dir == "" {
		return nil
	}
	if err := os.MkdirAll(c.dir, 0o700); err != nil {
		return fmt.Errorf("cache: %w; name another folder with --cache-dir", err)
	}
	return nil
}

func (c cache) path(kind, key string) string {
	sum := sha256.Sum256([]byte(key))
	name := hex.EncodeToString(sum[:20])
	return filepath.Join(c.dir, kind, name[:2], name)
}

// load returns the data and state stored under a key.
func (c cache) load(kind, key string) (data []byte, state string, ok bool) {
	if c.dir == "" {
		return nil, "", false
	}
	file, err := os.ReadFile(c.path(kind, key))
	if err != nil {
		return nil, "", false
	}
	return parseCached(file)
}

// parseCached parses a file of the cache.
func parseCached(file []byte) (data []byte, state string, ok bool) {
	line, data, found := bytes.Cut(file, []byte("\n"))
	head, good := strings.CutPrefix(string(line), cacheMagic)
	sum, state, _ := strings.Cut(head, " ")
	if !found || !good || sum != hash(state, data) {
		return nil, "", false
	}
	return data, state, true
}

// store stores data under a key. A reader sees the old file or the new one, never a
// part.
func (c cache) store(kind, key, state string, data []byte) error {
	if c.dir == "" {
		return nil
	}
	path := c.path(kind, key)
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = writeWhole(path, []byte(cacheMagic+hash(state, data)+" "+state+"\n"), data)
	}
	if err != nil {
		return fmt.Errorf("cache: %w; free some disk space, or name another folder with --cache-dir", err)
	}
	return nil
}

func hash(state string, data []byte) string {
	h := sha256.New()
	h.Write([]byte(state + "\n"))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil))
}

func writeWhole(path string, parts ...[]byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails after the rename
	for _, p := range parts {
		if _, err := f.Write(p); err != nil {
			f.Close()
			return err
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// loadJSON and storeJSON load and store values.
func (c cache) loadJSON(kind, key string, v any) bool {
	data, _, ok := c.load(kind, key)
	return ok && json.Unmarshal(data, v) == nil
}

func (c cache) storeJSON(kind, key string, v any) error {
	if c.dir == "" {
		return nil
	}
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("cache: %w", err)
	}
	return c.store(kind, key, "", data)
}
