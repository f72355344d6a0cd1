package load

// A File describes a complete file of a sink. The checksums and the description of
// a dataset are made from it.
type File struct {
	// Path is slash-separated, below the output folder.
	Path   string
	Bytes  int64
	SHA256 [32]byte
}
