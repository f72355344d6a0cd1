package load

// A Compression is the compression of a text file, and the extension of its name.
type Compression string

const (
	Uncompressed Compression = ""
	Gzip         Compression = "gz"  // RFC 1952
	Zstandard    Compression = "zst" // RFC 8878
)

// Compressions lists all compressions, none first.
var Compressions = []Compression{Uncompressed, Gzip, Zstandard}
