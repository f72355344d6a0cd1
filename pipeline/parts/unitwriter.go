package parts

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A unitWriter writes the part of one unit into a store. As long as its pages are those
// of a part that is there already, one by one, it writes nothing: that part can stay.
type unitWriter struct {
	dir    string
	header Header
	same   *Part // whose first pages these are so far; nil for none
	pages  int

	file *os.File // nil as long as nothing is written
	buf  *bufio.Writer
	part *partfile.Writer
}

// add adds a page; from is where it was found, nil for one that was converted.
func (u *unitWriter) add(p *partfile.Page, from *Location) error {
	if u.pages == 0 && from != nil {
		u.same = from.part
	}
	u.pages++
	if u.file == nil && from != nil && from.part == u.same && int(from.ordinal) == u.pages-1 {
		return nil
	}
	if u.file == nil {
		if err := u.begin(u.pages - 1); err != nil {
			return err
		}
	}
	return u.part.Add(p)
}

// begin begins to write, with the first n pages of the part that these were the same as.
func (u *unitWriter) begin(n int) error {
	var err error
	if u.file, err = createBeside(filepath.Join(u.dir, u.stem())); err != nil {
		return fmt.Errorf("cannot write in %s: %w", u.dir, bare(err))
	}
	u.buf = bufio.NewWriterSize(u.file, 64<<10)
	if u.part, err = partfile.NewWriter(u.buf, u.header.Encode()); err != nil || n == 0 {
		return err
	}
	for p, err := range u.same.file.Pages() {
		if err != nil {
			return fmt.Errorf("%s: %w", u.same.path, err)
		}
		if err := u.part.Add(p); err != nil {
			return err
		}
		if n--; n == 0 {
			break
		}
	}
	return nil
}

func (u *unitWriter) stem() string { return fmt.Sprintf("%06d", u.header.Unit.Number) }

// finish completes the part and returns the name of its file.
func (u *unitWriter) finish(summary []byte) (string, error) {
	if u.file == nil && u.same != nil && u.pages == u.same.Len() &&
		bytes.Equal(u.same.file.Header(), u.header.Encode()) && bytes.Equal(u.same.file.Summary(), summary) {
		return filepath.Base(u.same.path), nil
	}
	if u.file == nil {
		if err := u.begin(u.pages); err != nil {
			return "", err
		}
	}
	err := u.part.Close(summary)
	if err == nil {
		err = u.buf.Flush()
	}
	if err == nil {
		err = u.file.Sync()
	}
	name := fmt.Sprintf("%s-%x%s", u.stem(), u.part.Sum()[:4], partExt)
	if closed := u.file.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(u.file.Name(), filepath.Join(u.dir, name))
	}
	if err != nil {
		return "", fmt.Errorf("cannot write in %s: %w", u.dir, bare(err))
	}
	u.file = nil
	syncFolder(u.dir)
	return name, nil
}

// drop gives up what is not finished.
func (u *unitWriter) drop() {
	if u != nil && u.file != nil {
		u.file.Close()
		os.Remove(u.file.Name())
		u.file = nil
	}
}
