// Package pipeline connects the stages: it pulls sources, extracts and transforms
// pages in parallel, and hands their tables to the loaders in input order.
//
//	plan := pipeline.Plan{Sources: []string{"rivers.txt"}, Out: "out"}
//	report, err := pipeline.Run(ctx, plan)
//	// out/data/cells.csv, out/data/cells.parquet, ... out/README.md
//	// report.Pages == 1, report.Findings[source.Error] == 0
//
// The table of everything it can read, do and write is catalog.go. Memory is
// O(workers x page + open buffers), whatever the number of pages. Either the
// whole dataset appears or nothing changes.
package pipeline
