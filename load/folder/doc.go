// Package folder is the sink that writes a dataset into a folder, whole or not at
// all. Files go to a hidden folder beside the one wanted; Commit swaps the two.
//
//	out, err := folder.Begin("out", folder.Options{})
//	w, err := out.Create("data/rivers.csv")   // .out.tidywiki-5f0c2a91/data/rivers.csv
//	w.Write(rows)
//	w.Close()
//	out.Files()                               // data/rivers.csv, its size, its SHA-256
//	out.Commit()                              // out/data/rivers.csv
//
// A process that is killed at any moment leaves the folder as it was or the new
// one complete. What it leaves in hidden folders is removed by the next Begin for
// the same output: a lock file beside each staging folder, held as long as its
// process lives, tells the dead from the living.
//
// On Linux and macOS one system call exchanges the old folder and the new one.
// Elsewhere, and on file systems that cannot do it, the old one is renamed first;
// a process killed between the two renames leaves the old folder under a hidden
// name, and the next Begin puts it back.
package folder
