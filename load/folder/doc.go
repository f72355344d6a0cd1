// Package folder is the sink that writes a dataset into a folder, whole or not at
// all. Files go to a hidden folder beside the output folder; Commit swaps the two.
//
//	out, err := folder.Begin("out", folder.Options{})
//	w, err := out.Create("data/rivers.csv")   // .out.tidywiki-5f0c2a91/data/rivers.csv
//	w.Write(rows)
//	w.Close()
//	out.Files()                               // data/rivers.csv, its size, its SHA-256
//	out.Commit()                              // out/data/rivers.csv
//
// A process that is killed at any moment leaves either the old folder as it was or
// the new one complete. Its hidden folders are removed by the next Begin for the same
// output: each has a lock file, which its process holds while it runs, so that
// Begin can see whether the process is still there.
//
// On Linux and macOS one system call exchanges the old folder and the new one.
// On other systems, and on file systems that do not support it, the old folder is
// renamed first; if the process is killed between the two renames, the old folder has
// a hidden name, and the next Begin moves it back.
package folder
