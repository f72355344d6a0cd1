// Package recipe makes the tables of a domain from those of any page, as a YAML
// file declares them.
//
//	recipe: rivers
//	tables:
//	  rivers:
//	    rows: {from: tables, columns: {river: text, length: number}}
//	    fields:
//	      river: string                              river  length  rank
//	      length: {type: integer, unit: km}     ->   Rhine  1233    1
//	      rank:                                      Elbe   1094    2
//	        type: integer
//	        value: rank(length, map(peers, .length))
//
// A recipe says where rows come from (wide tables with certain columns, keys of
// infoboxes, matches in texts, the page as a whole, rows of its other tables),
// what their fields are, and which conditions they must meet. [Load] reads one
// and tells everything that is wrong with it; [Builtin] has those of the program;
// [Step] applies them. docs/recipes.md is the reference.
//
// The words of a domain are in recipes alone. This package knows none.
package recipe
