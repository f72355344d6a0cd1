// Package release writes the files that make a folder of tables a dataset that
// people can publish.
//
//	r := release.New(release.Info{Version: "0.1.0"})
//	r.Observe(lengths)                  // each table that is written
//	r.Write(out, out.Files())           // once all of them are complete
//	release.WriteRun(out, report)
//
//	README.md                what it is, its tables and columns, its sources and licences;
//	                         with front matter, as the Hugging Face Hub wants it
//	datapackage.json         the same for machines: Data Package 2.0
//	croissant.json           once more, for training: Croissant 1.1
//	CITATION.cff             how to cite it and its pages: Citation File Format 1.2
//	provenance.intoto.json   what it was made from, with what: SLSA v1, not signed
//	SHA256SUMS               for sha256sum -c; of all files but itself and run.json
//	run.json                 how the run went: the one file that differs from run to run
//
// What its publisher adds (title, licence, authors) is an [Info], from flags or from
// a file ([LoadMeta]). Pages of the wikis of Wikimedia are under CC BY-SA 4.0 if they
// do not say otherwise.
//
// Nothing else here depends on the time, the machine or the order of work. What
// is kept of a run does not grow with its pages: sources, wide tables and findings
// are counted, and the first of them described. A further description of a dataset
// is one file of this package and one line in descriptions.go.
package release
