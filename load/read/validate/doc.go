// Package validate checks a dataset: its checksums, its datapackage.json against
// the rules of Data Package 2.0, and every table against its schema, row by row.
//
//	report, err := validate.Folder(ctx, "out")
//	report.Valid                                    false
//	report.Tasks[0].Errors[0].Type                  "type-error"
//	report.Tasks[0].Errors[0].Message               "data/lengths.csv, row 7: length is \"1 233\", not an integer"
//
// Of a folder that tidywiki made it also compares the formats: a table has the
// same values in CSV, JSON, Parquet, Arrow and Excel. Packages that others made may
// have any dialect of CSV, other encodings, data within datapackage.json, schemas in
// files of their own, and the rules of version 1. Nothing is read that is not below
// the folder: paths that leave it, links that do, and addresses are errors.
//
// docs/validation.md explains each type of error, and the report. Memory does not
// grow with the rows: keys beyond a limit go to a temporary file.
package validate
