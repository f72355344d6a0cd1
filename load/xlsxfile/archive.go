package xlsxfile

import (
	"archive/zip"
	"io"
)

// An archive is the zip file of a workbook. Its entries have no time and are in the order
// of the calls of add.
type archive struct{ zip *zip.Writer }

func newArchive(to io.Writer) *archive { return &archive{zip.NewWriter(to)} }

// lastBlock ends a deflated file: an empty block that is marked as the last. Pieces end
// without one.
const lastBlock = "\x03\x00"

// firstDay is 1 January 1980, the earliest day that zip files can hold.
const firstDay = 1<<5 | 1

// add adds a file made of pieces.
func (a *archive) add(name string, s *store, pieces ...piece) error {
	h := zip.FileHeader{Name: name, Method: zip.Deflate}
	//lint:ignore SA1019 CreateRaw writes this field, and not the one that took its place
	h.ModifiedDate = firstDay
	packed := int64(len(lastBlock))
	for _, p := range pieces {
		h.CRC32 = joinCRC(h.CRC32, p.crc, p.size)
		h.UncompressedSize64 += uint64(p.size)
		packed += p.Size()
	}
	h.CompressedSize64 = uint64(packed)
	w, err := a.zip.CreateRaw(&h)
	if err != nil {
		return err
	}
	for _, p := range pieces {
		if _, err := io.Copy(w, s.Reader(p.Piece)); err != nil {
			return err
		}
	}
	_, err = io.WriteString(w, lastBlock)
	return err
}

func (a *archive) close() error { return a.zip.Close() }
