package pipeline

import (
	"context"

	"github.com/tidywiki/tidywiki/load/read/report"
)

// A ReportPage tells what is in a dataset, and writes it as one HTML page.
type ReportPage = report.Report

// MakeReport reads the dataset in a folder. link is the address of that folder as
// seen from the page, "" if the page stands beside it; findings is how many of each
// severity are listed, 0 for as many as is usual.
func MakeReport(ctx context.Context, dir, link string, findings int) (*ReportPage, error) {
	return report.Make(ctx, dir, report.Options{Link: link, Findings: findings, Generator: "tidywiki " + Version})
}
