// Package collection makes one table of like tables of many pages.
//
//	1998 season                    1999 season                     collections/results
//	| Club  | Points |             | Points | Club  | Coach |      page_id      page_title   table  section  caption  club   coach  points  line
//	| Reds  | 31     |             | 29     | Blues | Ann   |  ->  1998-season  1998 season  1      Results           Reds          31      3
//	                                                               1999-season  1999 season  1      Results           Blues  Ann    29      4
//
// A [Gatherer] takes the pages of a run one after another, and keeps the rows of their
// wide tables in a temporary file. In memory it keeps the different headers, and a few
// bytes for each table. When all pages are there, it decides which tables are alike:
//
//   - tables with the same columns by name, in whatever order, belong together;
//   - so do tables of which at least six in ten names are the same, if no column of one
//     holds what the column of the same name in the other cannot (days and numbers, say).
//
// Tables of at least two pages are a collection. It has the columns of all its tables,
// each of a type that holds the values of all. Then come its rows in the order of the
// pages, the rows of the table collections, and notes on matches that are in doubt.
package collection
