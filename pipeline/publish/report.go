package publish

import (
	"context"

	"github.com/tidywiki/tidywiki/load/read/report"
	"github.com/tidywiki/tidywiki/pipeline/internal/version"
)

// A ReportPage shows what is in a dataset, and writes it as one HTML page.
type ReportPage = report.Report

// MakeReport reads the dataset in a folder. link is the address of that folder as
// seen from the page, "" if the page is beside it; findings is how many of each
// severity are listed, 0 for the default.
func MakeReport(ctx context.Context, dir, link string, findings int) (*ReportPage, error) {
	return report.Make(ctx, dir, report.Options{Link: link, Findings: findings, Generator: version.Generator})
}
