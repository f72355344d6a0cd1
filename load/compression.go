package load

// A Compression is how a file of text is packed; it is also the ending of its
// name.
type Compression string

const (
	Uncompressed Compression = ""
	Gzip         Compression = "gz"  // RFC 1952
	Zstandard    Compression = "zst" // RFC 8878
)

// Compressions are all there are.
var Compressions = []Compression{Uncompressed, Gzip, Zstandard}
