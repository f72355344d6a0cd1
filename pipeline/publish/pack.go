package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/archive"
	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
)

// pack writes the archive: the files that the checksums of the dataset name, those
// that name its version as [release.Stamp] has them.
func (m *Made) pack(ctx context.Context, dataset fs.FS, out *folder.Folder) (load.File, error) {
	stamped, err := release.Stamp(dataset, m.Version, m.Date)
	if err != nil {
		return load.File{}, err
	}
	m.Missing = release.Missing(dataset, stamped)
	files, others, err := release.Contents(dataset)
	if err != nil {
		return load.File{}, err
	}
	m.LeftOut = others
	to, err := out.Create(m.Archive.Path)
	if err != nil {
		return load.File{}, err
	}
	err = m.add(ctx, to, dataset, files, stamped)
	if closed := to.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return load.File{}, err
	}
	return out.Files()[0], nil
}

func (m *Made) add(ctx context.Context, to io.Writer, dataset fs.FS, files []load.File, stamped map[string][]byte) error {
	w, err := archive.New(to, m.Archive.Format)
	if err != nil {
		return usage.Errorf("%w", err)
	}
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := m.Name + "-" + m.Version + "/" + f.Path
		if data, ok := stamped[f.Path]; ok {
			err = w.Add(name, int64(len(data)), bytes.NewReader(data))
		} else {
			err = addFile(w, name, dataset, f)
		}
		if err != nil {
			return err
		}
	}
	return w.Close()
}

// addFile adds a file of the dataset, which must still be the one that was
// validated.
func addFile(w archive.Writer, name string, dataset fs.FS, f load.File) error {
	r, err := dataset.Open(f.Path)
	if err != nil {
		return err
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil {
		return err
	}
	sum := sha256.New()
	if err := w.Add(name, info.Size(), io.TeeReader(r, sum)); err != nil {
		return err
	}
	if [32]byte(sum.Sum(nil)) != f.SHA256 {
		return fmt.Errorf("%s changed while it was packed: try again", f.Path)
	}
	return nil
}
