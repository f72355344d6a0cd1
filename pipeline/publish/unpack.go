package publish

import (
	"context"
	"fmt"
	"os"

	"github.com/tidywiki/tidywiki/load/archive"
)

// unpacked returns the folder of a dataset that may be an archive of [MakeRelease],
// and what removes it again.
func unpacked(ctx context.Context, path string) (dir string, remove func(), err error) {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() || !archive.Is(path) {
		return path, func() {}, nil // whoever opens it says what is wrong
	}
	temp, err := os.MkdirTemp("", "tidywiki-")
	if err != nil {
		return "", nil, fmt.Errorf("cannot unpack %s: %w: TMPDIR names another folder", path, err)
	}
	remove = func() { os.RemoveAll(temp) }
	if dir, err = archive.Unpack(ctx, path, temp); err != nil {
		remove()
		return "", nil, err
	}
	return dir, remove, nil
}
