// Package diff compares two datasets: schemas, rows and cells.
//
//	out-1/data/items.csv               out-2/data/items.csv
//	page_id,item,text,line             page_id,item,text,line
//	rivers,1,Rhine,4                   rivers,1,Rhine,4
//	rivers,2,Elbe,5                    rivers,2,Danube,5
//	                                   rivers,3,Elbe,6
//
//	r, _ := diff.Compare(ctx, "out-1", "out-2", diff.Options{})
//	// r.Tables[0].Counts == {Added: 1, Moved: 1, Same: 1}
//	// r.Suggest.Level == "minor"
//
// Elbe has another key and another line, but the same content: the row moved. Rows
// are matched by their content within their page where a key only counts, by the
// primary key where it means something. docs/diff.md has the rules.
//
// The two may be in different formats: of those that both have, the one that is
// read the fastest is. Tables are read side by side, a window of rows at a time;
// rows that moved further wait, in a temporary file if there are many. Memory
// depends neither on the number of rows nor on that of changes.
package diff
