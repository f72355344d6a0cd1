// Package archive packs a dataset into one file, and unpacks it.
//
//	w, err := archive.New(f, "tar.gz")
//	w.Add("rivers-1.0.0/README.md", int64(len(text)), strings.NewReader(text))
//	w.Close()
//
//	$ tar tvzf rivers-1.0.0.tar.gz
//	-rw-r--r-- 0/0  1204 1980-01-01 00:00 rivers-1.0.0/README.md
//
// The same files in the same order make the same bytes, whatever the day, the
// machine and the user: entries have no owner, one mode, and the first day that
// zip files can hold as their time; gzip's header has neither time nor name; and the
// compressor is a library of a fixed version, not the one of the Go release.
//
// [Unpack] is safe for archives from any source: it writes nothing outside of the
// folder it is given.
package archive
