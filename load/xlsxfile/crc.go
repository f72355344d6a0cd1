package xlsxfile

import "hash/crc32"

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
