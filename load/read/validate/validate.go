package validate

import (
	"context"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"strings"
)

// A check is one run over a package.
type check struct {
	root      *root
	report    *Report
	resources []*resource
	digests   map[string]digest // of the files that SHA256SUMS has
	own       bool              // tidywiki made it
	keys      *keyStore
	collect   map[*resource][]*collector
	counts    counts
}

// Folder checks the dataset in a folder, or the one whose datapackage.json path is.
// What is wrong with the dataset is in the report; an error means that it cannot be
// checked: there is no such folder, or ctx was cancelled.
func Folder(ctx context.Context, path string) (*Report, error) {
	root, name, err := openRoot(path)
	if err != nil {
		return nil, err
	}
	defer root.dir.Close()
	c := &check{root: root, report: &Report{}, digests: map[string]digest{}, counts: counts{},
		keys: &keyStore{limit: heldKeys}, collect: map[*resource][]*collector{}}
	err = c.run(ctx, name)
	if err = errors.Join(err, c.keys.file.Close()); err != nil {
		return nil, err
	}
	for _, r := range c.resources {
		c.report.Tasks = append(c.report.Tasks, r.task)
	}
	c.report.finish()
	return c.report, nil
}

func (c *check) run(ctx context.Context, name string) error {
	c.readPackage(name)
	if err := c.checkSums(ctx); err != nil {
		return err
	}
	for _, r := range c.resources {
		if err := c.checkFiles(r); err != nil {
			return err
		}
		if r.schema != nil {
			c.checkReferences(r)
		}
	}
	return c.checkTables(ctx)
}

func (c *check) checkTables(ctx context.Context) error {
	groups := c.groups()
	var firsts []*resource
	for _, g := range groups {
		if g.first.Format != "xlsx" {
			firsts = append(firsts, g.first)
		}
	}
	c.demandKeys(firsts)
	book := c.dataset()
	if book != nil {
		defer book.file.Close()
	}
	for _, g := range groups {
		if g.first.schema != nil {
			g.sheets = book
		}
		if err := c.checkTable(ctx, g); err != nil {
			return err
		}
	}
	c.checkCounts()
	return c.checkKeys(ctx, firsts)
}

// checkFiles compares the files of a resource with its size and hash.
func (c *check) checkFiles(r *resource) error {
	if r.broken || r.Inline != nil {
		return nil
	}
	var size int64
	algorithm, want, sums := newHash(r.Hash)
	if algorithm == nil && want != "" {
		r.task.warn("%s: the hash %q is of a kind that is not known", r.place(), r.Hash)
	}
	for _, p := range r.Paths {
		if d, known := c.digests[p]; known && sums && len(r.Paths) == 1 && d.sha256 != "" {
			r.task.Stats.SHA256, size, algorithm = d.sha256, d.bytes, nil
			if d.sha256 != want {
				c.wrongHash(r, d.sha256, want)
			}
			continue
		}
		n, err := c.hashFile(p, algorithm)
		if err != nil {
			r.task.fail("resource-error", place{}, "resource %s: %s %s", r.Name, p, cause(err))
			r.broken, r.table = true, false
			return nil
		}
		size += n
	}
	r.task.Stats.Bytes = size
	if algorithm != nil {
		if got := hex.EncodeToString(algorithm.Sum(nil)); got != want {
			c.wrongHash(r, got, want)
		}
	}
	if err := c.checkParts(r); err != nil {
		return err
	}
	if r.Bytes >= 0 && size != r.Bytes {
		r.task.fail("byte-count", place{}, "%s has %d bytes, the resource says %d", r.place(), size, r.Bytes)
	}
	return nil
}

// checkParts compares the files of a table with what is declared of each.
func (c *check) checkParts(r *resource) error {
	if len(r.Parts) == 0 {
		return nil
	}
	if len(r.Parts) != len(r.Paths) {
		r.task.fail("resource-error", place{}, "resource %s: parts has %d items, path %d", r.Name, len(r.Parts), len(r.Paths))
		return nil
	}
	for i, p := range r.Parts {
		if p.Path != r.Paths[i] {
			r.task.fail("resource-error", place{}, "resource %s: part %d is %q, and %q in path", r.Name, i+1, p.Path, r.Paths[i])
			continue
		}
		d, known := c.digests[p.Path]
		if !known || d.sha256 == "" {
			var err error
			if d, err = c.root.digest(p.Path); err != nil {
				return err
			}
		}
		if p.Bytes >= 0 && p.Bytes != d.bytes {
			r.task.fail("byte-count", place{}, "%s has %d bytes, its part of the resource says %d", p.Path, d.bytes, p.Bytes)
		}
		if _, want, sha := newHash(p.Hash); sha && want != d.sha256 {
			r.task.fail("hash-count", place{}, "%s has the hash %s, its part of the resource says %s", p.Path, d.sha256, want)
		}
	}
	return nil
}

func (c *check) wrongHash(r *resource, got, want string) {
	r.task.fail("hash-count", place{}, "%s has the hash %s, the resource says %s", r.place(), got, want)
}

// hashFile returns the size of a file and adds its bytes to a hash, if there is one.
func (c *check) hashFile(path string, h hash.Hash) (int64, error) {
	f, info, err := c.root.open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	if h == nil {
		return info.Size(), nil
	}
	return io.Copy(h, f)
}

// newHash returns the algorithm that a hash names, nil for one that is not known,
// and the sum. isSHA256 is true for that algorithm.
func newHash(text string) (h hash.Hash, sum string, isSHA256 bool) {
	name, sum, found := strings.Cut(strings.ToLower(text), ":")
	if !found {
		name, sum = "md5", name
	}
	if sum == "" {
		return nil, "", false
	}
	switch strings.ReplaceAll(name, "-", "") {
	case "md5":
		return md5.New(), sum, false
	case "sha1":
		return sha1.New(), sum, false
	case "sha256":
		return sha256.New(), sum, true
	case "sha512":
		return sha512.New(), sum, false
	}
	return nil, sum, false
}
