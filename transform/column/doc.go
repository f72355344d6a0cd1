// Package column finds out what the columns of a table hold.
//
//	Area (km²)  Opened  Share   Round            area   integer, unit km2   185000, null
//	185,000     1990    12.5%   2–1       ->     opened year                1990, 2013
//	—           2013†   7%      0–0              share  number, unit %      12.5, 7
//	                                             round  string              2–1, 0–0
//
// [Infer] reads the columns of a table together. Every column begins with all
// types as candidates, a value may only remove some, and the one left that says
// most is the type; string is last. What one text leaves open is decided by the
// column: a decimal comma by the numbers that can have no other, the order of day
// and month by the dates that have but one, a year by the header. Where the column
// leaves it open too, its neighbours decide, and after them the sort keys; where
// nothing does, the texts stay texts and the column says so.
//
// A column is typed only if every value fits. Where at least nine in ten do, it
// stays a column of strings with Near and Spoilers set.
//
// The words that tell years from counts are in the files of the folder words,
// which can be extended without code.
package column
