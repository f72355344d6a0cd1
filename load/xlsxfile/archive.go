package xlsxfile

import (
	"archive/zip"
	"hash/crc32"
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

// joinCRC returns the checksum of two joined texts from their checksums and the size of
// the second. A checksum is a polynomial over bits with the highest power in the lowest
// bit; appending n bytes to a text multiplies its checksum by x^(8n).
func joinCRC(first, second uint32, size int64) uint32 {
	power := uint32(1) << (31 - 8) // x^8, for one byte
	for ; size > 0; size >>= 1 {
		if size&1 == 1 {
			first = timesCRC(first, power)
		}
		power = timesCRC(power, power)
	}
	return first ^ second
}

// timesCRC multiplies two polynomials modulo that of the checksum.
func timesCRC(a, b uint32) uint32 {
	product := uint32(0)
	for bit := uint32(1) << 31; bit != 0; bit >>= 1 {
		if a&bit != 0 {
			product ^= b
		}
		if b&1 != 0 {
			b = b>>1 ^ crc32.IEEE
		} else {
			b >>= 1
		}
	}
	return product
}
