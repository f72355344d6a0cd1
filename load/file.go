package load

// A File is one that a sink holds complete: what the checksums and the
// description of a dataset are made of.
type File struct {
	// Path is slash-separated, below the output folder.
	Path   string
	Bytes  int64
	SHA256 [32]byte
}
