package report

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// folder writes a dataset: files by path, datapackage.json among them.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "data & sets")
	for name, data := range files {
		place := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// resource describes a CSV file with columns as in "name:type".
func resource(path, extra string, columns ...string) string {
	var fields []string
	for _, c := range columns {
		name, typ, _ := strings.Cut(c, ":")
		fields = append(fields, fmt.Sprintf(`{"name": %q, "type": %q}`, name, typ))
	}
	name := strings.TrimSuffix(strings.TrimPrefix(path, "data/"), ".csv")
	return fmt.Sprintf(`{"name": %q, "path": %q, "format": "csv", "bytes": 100, %s "schema": {"fields": [%s]}}`, name, path, extra, strings.Join(fields, ", "))
}

// assembly is a dataset of two pages with votes, rates and findings.
func assembly(t testing.TB) string {
	t.Helper()
	charts := `"title": "Motions <b>", "charts": [
		{"kind": "stacked-bar", "category": "topic", "series": ["for", "against"], "labels": ["For", "Against"], "title": "Votes"},
		{"kind": "hemicycle", "category": "topic", "series": ["against", "for"]},
		{"kind": "bar", "category": "topic", "series": ["for", "against"]},
		{"kind": "rates", "category": "topic", "series": ["rate", "published"], "check": "consistent", "title": "Rates"},
		{"kind": "pie", "category": "topic", "series": ["for"]}],`
	return folder(t, map[string]string{
		"datapackage.json": `{"title": "Votes of <script>", "description": "Two pages.", "generator": "tidywiki 1", "version": "1.0.0",
			"licenses": [{"name": "MIT", "path": "https://opensource.org/license/mit"}], "keywords": ["a", "b"],
			"sources": [{"title": "First", "path": "https://wiki.example/First", "version": "77", "license": "CC0-1.0", "bytes": 1200}, {"title": "Second", "path": "second.txt"}],
			"resources": [` + strings.Join([]string{
			resource("data/motions.csv", charts, "page_id:string", "topic:string", "for:integer", "against:integer", "rate:number", "published:number", "consistent:boolean", "day:date", "line:integer"),
			resource("data/pages.csv", "", "page_id:string", "title:string"),
			resource("data/cells.csv", "", "page_id:string", "table:integer", "row:integer", "col:integer", "origin_row:integer", "origin_col:integer", "text:string", "line:integer"),
			resource("data/infobox.csv", "", "page_id:string", "key:string", "text:string", "line:integer"),
			resource("data/findings.csv", "", "page_id:string", "severity:string", "code:string", "where:string", "table:integer", "row:integer", "col:integer", "field:string", "observed:string", "expected:string", "message:string", "line:integer"),
			resource("data/tables/first/01-motions.csv", `"title": "Motions",`, "page_id:string", "topic:string"),
			`{"name": "book", "path": "data/all of it.xlsx", "bytes": 5}`}, ",\n") + `]}`,
		"data/motions.csv": `page_id,topic,for,against,rate,published,consistent,day,line
first,Budget,70,30,70,70.0,true,2024-01-05,7
first,Roads & bridges,1,1,50,52,false,2024-01-06,8
second,Ships,3000,2,99.9334,99.93,true,2025-06-01,9
second,Nothing,,,,,,,10
`,
		"data/pages.csv": "page_id,title\nfirst,First page\nsecond,Second page\nthird,Third page\n",
		"data/cells.csv": `page_id,table,row,col,origin_row,origin_col,text,line
first,1,3,1,3,1,Roads & bridges,8
first,1,3,2,3,2,1,8
first,1,3,3,3,3,52 %,8
second,1,1,1,1,1,Ships,9
`,
		"data/infobox.csv": "page_id,key,text,line\nsecond,Opened,5 March,3\n",
		"data/findings.csv": `page_id,severity,code,where,table,row,col,field,observed,expected,message,line
second,info,year_from_context,infobox,,,,Opened,5 March,2024-03-05,the date has no year,3
first,error,rate_mismatch,cell,1,3,3,published,52,50,1/2=50 %,8
first,warning,odd,row,1,3,,topic,nowhere,,odd,8
second,info,unquoted,page,,,,,only observed,,no line,
`,
		"data/tables/first/01-motions.csv": "page_id,topic\nfirst,Budget\nfirst,\n",
	})
}

func makeReport(t testing.TB, dir string, o Options) *Report {
	t.Helper()
	r, err := Make(context.Background(), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestFindings(t *testing.T) {
	r := makeReport(t, assembly(t), Options{})
	type row struct{ Severity, Code, Page, Quote, Table string }
	var got []row
	for _, f := range r.Findings.List {
		quote := ""
		for _, p := range f.Quote {
			if p.Marked {
				quote += "[" + p.Text + "]"
			} else {
				quote += p.Text
			}
		}
		got = append(got, row{f.Severity, f.Code, f.PageTitle, quote, f.Table})
	}
	want := []row{
		{"error", "rate_mismatch", "First page", "Roads & bridges | 1 | [52] %", "#table-tables-first-01-motions"},
		{"warning", "odd", "First page", "Roads & bridges | 1 | 52 %", "#table-tables-first-01-motions"},
		{"info", "year_from_context", "Second page", "Opened: [5 March]", ""},
		{"info", "unquoted", "Second page", "only observed", ""},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if r.Findings.Total != 4 || r.Findings.Counts["info"] != 2 || r.Findings.Left("info") != 0 {
		t.Errorf("counts %+v", r.Findings)
	}
}

// What is not listed is counted, and the worst is listed first.
func TestFewFindings(t *testing.T) {
	r := makeReport(t, assembly(t), Options{Findings: 1, WideTables: 1})
	if len(r.Findings.List) != 3 || r.Findings.List[0].Severity != "error" || r.Findings.Left("info") != 1 || r.Findings.Left("error") != 0 {
		t.Errorf("list of %d, %d more", len(r.Findings.List), r.Findings.Left("info"))
	}
	if !strings.Contains(written(t, r), "and 1 more of severity info") {
		t.Error("the page does not tell what is not listed")
	}
}

// Rates that differ are drawn where no table asks for that, and formulas are told.
func TestCheckedRates(t *testing.T) {
	const findings = "page_id,severity,code,where,table,row,col,field,observed,expected,message,line\n" +
		"first,error,rate_mismatch,cell,1,3,3,published,52,50,m,8\n" +
		"second,error,rate_mismatch,cell,2,4,3,share,n/a,50,m,9\n" +
		"second,info,rate_formula,column,2,,3,share,,a / b,share is a / b in 6 of 7 rows,9\n" +
		"second,error,rate_mismatch,cell,2,5,3,share,7.3,73.1,m,10\n"
	dir := assembly(t)
	if err := os.WriteFile(filepath.Join(dir, "data", "findings.csv"), []byte(findings), 0o644); err != nil {
		t.Fatal(err)
	}
	r := makeReport(t, dir, Options{})
	c := r.Charts[len(r.Charts)-1]
	if c.Title != "Published rates that do not follow their formula" || c.Shown != 2 || c.Empty != 1 || c.rows[1].Label != "share, table 2, row 5" || c.rows[1].Plot.Difference != "+65.8" {
		t.Errorf("%+v", c)
	}
	if len(r.Formulas) != 1 || r.Formulas[0].PageTitle != "Second page" {
		t.Errorf("formulas %+v", r.Formulas)
	}
	page := written(t, r)
	checkPage(t, page)
	if !strings.Contains(page, "share is a / b in 6 of 7 rows") {
		t.Error("the page does not tell the formula")
	}
	if r := makeReport(t, assembly(t), Options{}); len(r.Charts) != 4 {
		t.Errorf("a rate that a chart of its table shows is drawn twice: %d charts", len(r.Charts))
	}
}

func TestTables(t *testing.T) {
	r := makeReport(t, assembly(t), Options{})
	var names []string
	for _, tab := range r.Tables {
		names = append(names, string(tab.Kind)+" "+tab.Name)
	}
	want := []string{"own motions", "core pages", "core cells", "core infobox", "core findings", "wide tables/first/01-motions"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("tables (-want +got):\n%s", diff)
	}
	if r.Pages() != 3 || r.Rows != 18 || r.Files != 7 || r.Bytes != 605 || r.Tables[5].PageTitle != "First page" {
		t.Errorf("%d pages, %d rows, %d files of %d bytes, page %q", r.Pages(), r.Rows, r.Files, r.Bytes, r.Tables[5].PageTitle)
	}
}

// Beyond the limit, tables of pages are counted, and findings lead to their files.
func TestFewWideTables(t *testing.T) {
	dir := assembly(t)
	for _, n := range []string{"02-a", "03-b"} {
		if err := os.WriteFile(filepath.Join(dir, "data", "tables", "first", n+".csv"), []byte("page_id,x\nfirst,1\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	findings := filepath.Join(dir, "data", "findings.csv")
	data, err := os.ReadFile(findings)
	if err != nil {
		t.Fatal(err)
	}
	data = append(data, "first,error,x,cell,3,1,,,,,beyond,20\n"...)
	if err := os.WriteFile(findings, data, 0o644); err != nil {
		t.Fatal(err)
	}
	r := makeReport(t, dir, Options{WideTables: 2})
	if r.Unprofiled != 1 || r.TableCount() != 8 || len(r.Of(Wide)) != 2 {
		t.Errorf("%d tables without a profile of %d", r.Unprofiled, r.TableCount())
	}
	if link := r.Findings.List[1].Table; link != "data%20&%20sets/data/tables/first/03-b.csv" {
		t.Errorf("link %q", link)
	}
	if !strings.Contains(written(t, r), "1 further table of this kind has no profile here") {
		t.Error("the page does not tell of the others")
	}
}

// A dataset that others made has a report, too, and no table in it means more than
// others.
func TestForeign(t *testing.T) {
	dir := folder(t, map[string]string{
		"datapackage.json": `{"resources": [` + resource("findings.csv", "", "code:string", "n:number") + `, {"path": "notes.txt"}]}`,
		"findings.csv":     "code,n\na,1.5\nb,-2\n",
		"notes.txt":        "",
	})
	r := makeReport(t, dir, Options{})
	if r.Findings.Has || len(r.Tables) != 1 || r.Tables[0].Kind != Own || r.Heading() != "Dataset" || r.Pages() != 0 {
		t.Errorf("%+v", r)
	}
}

func TestDeterminism(t *testing.T) {
	dir := assembly(t)
	if a, b := written(t, makeReport(t, dir, Options{})), written(t, makeReport(t, dir, Options{})); a != b {
		t.Error("two pages of the same dataset differ")
	}
}

func TestErrors(t *testing.T) {
	broken := assembly(t)
	if err := os.WriteFile(filepath.Join(broken, "data", "motions.csv"), []byte("page_id,topic,for\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	missing := assembly(t)
	if err := os.Remove(filepath.Join(missing, "data", "cells.csv")); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ dir, want string }{
		{filepath.Join(t.TempDir(), "nowhere"), "does not exist"},
		{t.TempDir(), "is not a dataset"},
		{broken, `table "motions": `},
		{missing, `table "cells": `},
	} {
		if _, err := Make(context.Background(), tt.dir, Options{}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("error %v, want %q", err, tt.want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Make(ctx, assembly(t), Options{}); err == nil {
		t.Error("a cancelled report has no error")
	}
}

func written(t testing.TB, r *Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := r.WriteHTML(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
