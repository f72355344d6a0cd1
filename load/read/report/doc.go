// Package report makes one HTML page of a dataset, for people who want to see what
// is in it before they open it.
//
//	r, _ := report.Make(ctx, "out", report.Options{})
//	r.Tables[0].Name                "lengths"
//	r.Tables[0].Columns[1].Facts    {"smallest" "60"} {"largest" "1,233"} ...
//	r.Findings.Counts["error"]      2
//	r.WriteHTML(w)
//
// The page needs no network and no script. It has the description of
// datapackage.json; the charts that its tables ask for there; the findings, with the
// words of the page at their line; and a profile of each column.
//
// Nothing here knows a domain, and other Data Packages have a report, too. Tables
// are read as streams: memory does not grow with rows, and what is left out for
// that is counted on the page. The same dataset makes the same bytes.
package report
