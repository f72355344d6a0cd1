// Package tidy makes the core tables of a page and one wide, typed table of each
// of its tables.
//
//	= Rivers =                      pages      rivers, 1 table
//	Infobox                         infobox    Year, "2013", type year
//	- Year: 2013                    sections   0 "Rivers", 1 "Lengths"
//	== Lengths ==               ->  tables     1, simple, 3 x 2
//	| River | Length (km) |         columns    river string; length integer, unit km
//	| Rhine | 1,233 |               cells      "1,233" in row 2, column 2: integer 1233 km
//	| Elbe  | 1,094 |               tables/rivers/01-lengths
//	                                           river  length  line
//	                                           Rhine  1233    5
//	                                           Elbe   1094    6
//
// [NewPage] begins a page. The steps are [Outline] (pages, sections, paragraphs,
// items), [Infobox], [Parameters], [Tables] (tables, columns, cells and the wide tables)
// and [References] (references, citations, links). What a step cannot read stays text;
// what it had to guess is a note.
package tidy
