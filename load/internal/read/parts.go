package read

import (
	"errors"
	"fmt"
	"slices"
)

// A parted table is in several files, one after another.
type parted struct {
	Table
	paths  []string // not begun
	format string
	about  Description
}

// OpenParts opens a table whose rows are in several files, each a table of its own
// with the same columns.
func OpenParts(paths []string, format string, d Description) (Table, error) {
	if len(paths) == 0 {
		return nil, errors.New("a table without files")
	}
	first, err := Open(paths[0], format, d)
	if err != nil {
		return nil, err
	}
	return &parted{first, paths[1:], format, d}, nil
}

// Next implements [Table].
func (p *parted) Next(b *Batch) error {
	for {
		err := p.Table.Next(b)
		if !isEOF(err) || len(p.paths) == 0 {
			return err
		}
		next, err := Open(p.paths[0], p.format, p.about)
		if err != nil {
			return err
		}
		if !slices.Equal(next.Columns(), p.Columns()) {
			next.Close()
			return fmt.Errorf("%s: other columns than the files before it have", p.paths[0])
		}
		err = p.Table.Close()
		p.Table, p.paths = next, p.paths[1:]
		if err != nil {
			return err
		}
	}
}
