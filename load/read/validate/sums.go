package validate

import (
	"context"
	"encoding/hex"
	"io/fs"
	"slices"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

const (
	sumsFile = "SHA256SUMS"
	runFile  = "run.json"
)

// checkSums compares the files with SHA256SUMS and returns what each came to. A
// package of others need not have that file.
func (c *check) checkSums(ctx context.Context) error {
	data, err := c.root.readFile(sumsFile)
	if err != nil {
		if c.own {
			c.report.fail("checksum-error", place{}, "%s %s", sumsFile, cause(err))
		}
		return nil
	}
	for i, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if err := ctx.Err(); err != nil {
			return err
		}
		sum, path, ok := sumLine(strings.TrimSuffix(line, "\r"))
		switch {
		case !ok:
			c.report.fail("checksum-error", place{}, "%s, line %d: no checksum and path", sumsFile, i+1)
		case datapackage.BadPath(path) != "":
			c.report.fail("path-error", place{}, "%s, line %d: the path %q %s", sumsFile, i+1, path, datapackage.BadPath(path))
		default:
			c.checkSum(sum, path)
		}
	}
	return c.unlisted()
}

// sumLine reads a line as sha256sum writes it.
func sumLine(line string) (sum, path string, ok bool) {
	if len(line) < 67 || line[64] != ' ' || line[65] != ' ' && line[65] != '*' {
		return "", "", false
	}
	if _, err := hex.DecodeString(line[:64]); err != nil {
		return "", "", false
	}
	return strings.ToLower(line[:64]), line[66:], true
}

func (c *check) checkSum(sum, path string) {
	if _, twice := c.digests[path]; twice {
		c.report.fail("checksum-error", place{}, "%s has %s twice", sumsFile, path)
		return
	}
	d, err := c.root.digest(path)
	c.digests[path] = d
	switch {
	case err != nil:
		c.report.fail("checksum-error", place{}, "%s %s", path, cause(err))
	case d.sha256 != sum:
		c.report.fail("checksum-error", place{}, "%s has the SHA-256 %s, %s says %s", path, d.sha256, sumsFile, sum)
	}
	c.report.Stats.Files++
}

// unlisted warns of files that SHA256SUMS does not have.
func (c *check) unlisted() error {
	return fs.WalkDir(c.root.dir.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if _, known := c.digests[path]; !known && !d.IsDir() && !slices.Contains([]string{sumsFile, runFile}, path) {
			c.report.warn("%s is not in %s", path, sumsFile)
		}
		return nil
	})
}
