// Package pipeline connects the stages: it pulls sources, extracts and transforms
// pages in parallel, and hands their tables to the loaders in input order.
//
//	Plan{Sources: []string{"rivers.txt"}}   ->   out/data/cells.csv, cells.parquet ...
//	                                             out/data/tables/rivers/01-table.csv ...
//	                                             out/README.md, datapackage.json
//
// [Run] makes a dataset, [Convert] the tables of one page in memory, [Inspect] shows
// pages; [Units], [ConvertUnit] and [Join] divide a run among processes. What is done
// with a dataset that is there is in package publish.
//
// The formats and steps are listed in catalog.go. Memory is
// O(workers x page + open buffers), whatever the number of pages. Either the whole
// dataset appears or nothing changes.
package pipeline
