package sources

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"

	"github.com/tidywiki/tidywiki/extract/files"
)

// A Unit is a part of a run's sources that can be converted alone, here or by another
// process or machine: what it needs is in it. It encodes as JSON.
type Unit struct {
	// Number counts the units of the run from 1, Of is how many there are.
	Number int `json:"number"`
	Of     int `json:"of"`
	// Pages are the files of a batch.
	Pages []files.Page `json:"pages,omitempty"`
	// Dump is the part of a dump that it reads instead.
	Dump *DumpPart `json:"dump,omitempty"`
	// Wiki are pages of running wikis, which come after all files: addresses, or
	// titles on the wiki of the options.
	Wiki []string `json:"wiki,omitempty"`
	// Bytes is the size of what it reads.
	Bytes int64 `json:"bytes"`
	// Tables is what Options.Tables comes to with the sources of the run.
	Tables string `json:"tables"`
	// Skipped is the number of files of the run that are not pages; the first
	// unit has it.
	Skipped int `json:"skipped_files,omitempty"`
}

// Name is what people call the unit: "unit 3 of 7".
func (u *Unit) Name() string { return fmt.Sprintf("unit %d of %d", u.Number, u.Of) }

// A unit of files ends at Options.UnitPages pages, or before the page that would take
// it over Options.UnitBytes. These are the defaults.
const (
	defaultUnitPages = 500
	unitBytes        = 16 << 20
)

// Units lists the units of the set, in order. They depend on the sources alone, not on
// the number of workers. Nothing is read but the names and sizes of files, and dumps
// where they can be divided.
func (s *Set) Units() ([]Unit, error) {
	var units []Unit
	for rest := s.pages; len(rest) > 0; {
		if rest[0].Dump {
			parts, err := s.dumpUnits(context.Background(), rest[0])
			if err != nil {
				return nil, err
			}
			units = append(units, parts...)
			rest = rest[1:]
			continue
		}
		n, size := batch(rest, cmp.Or(s.opt.UnitPages, defaultUnitPages), cmp.Or(s.opt.UnitBytes, unitBytes))
		units = append(units, Unit{Pages: rest[:n:n], Bytes: size})
		rest = rest[n:]
	}
	if len(s.wiki) > 0 {
		units = append(units, Unit{Wiki: s.wiki})
	}
	if len(units) > 0 {
		units[0].Skipped = s.Skipped
	}
	for i := range units {
		units[i].Number, units[i].Of, units[i].Tables = i+1, len(units), s.opt.Tables
	}
	return units, nil
}

// batch returns how many of the pages make a unit, and their size.
func batch(pages []files.Page, most int, mostBytes int64) (n int, size int64) {
	for n < len(pages) && n < most {
		if n > 0 && size+pages[n].Bytes > mostBytes || pages[n].Dump {
			break
		}
		size += pages[n].Bytes
		n++
	}
	return n, size
}

// A dump is known again by its size and by samples: reading all of it would take as long
// as converting it.
const (
	identitySamples = 16
	sampleBytes     = 64 << 10
)

// identityOf is a hash of the sizes of files and of samples at even distances, their
// beginnings and ends among them.
func identityOf(paths ...string) (string, error) {
	sum := sha256.New()
	for _, path := range paths {
		if err := sample(sum, path); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}

func sample(sum hash.Hash, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	fmt.Fprintln(sum, info.Size())
	buf := make([]byte, sampleBytes)
	last := max(info.Size()-sampleBytes, 0)
	for i := range int64(identitySamples) {
		n, err := f.ReadAt(buf, last*i/(identitySamples-1))
		if err != nil && err != io.EOF {
			return err
		}
		sum.Write(buf[:n])
	}
	return nil
}
