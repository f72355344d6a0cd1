// Package recipe makes the tables of a domain from the tables of any page, as declared
// in a YAML file.
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
// A recipe declares where rows come from (wide tables with certain columns, keys of
// infoboxes, matches in texts, the page as a whole, rows of its other tables), what
// their fields are, and which conditions they must meet. [Load] reads a recipe and
// reports all errors in it, [Builtin] returns the built-in recipes, and [Step] applies
// recipes to pages. docs/recipes.md is the reference.
//
// Words of a domain are only in recipes, never in this package.
package recipe
