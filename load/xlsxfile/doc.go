// Package xlsxfile writes tables as Excel workbooks.
//
//	data/dataset.xlsx
//	  about      what the dataset is, its tables, linked to their sheets, its sources
//	  lengths    the tables of recipes, in the order of their first Write
//	  findings   coloured by severity
//	  pages      the other core tables
//	  ...
//	  fields     name, title, type, unit and description of each column
//	data/tables/rivers/01-lengths.xlsx
//	             a table that is complete with one Write: a workbook of one sheet
//
// A sheet begins with a frozen row of the fields' names, with a filter on each.
// Values are real ones:
//
//	integer   1,233       number; identifiers, lines and years without the comma
//	number    95.07       number, shown with the decimals it has
//	          95.07%      the same number in a column whose unit is %
//	date      2013-03-05  Excel's date
//	boolean   TRUE
//	string    =1+1        text, never a formula
//
// Values that a worksheet cannot hold are changed as little as possible, with a note
// ([load.Noter]). The other formats have them unchanged:
//
//	too_long           a text of more than 32,767 UTF-16 units, which is cut
//	control_character  a character that XML does not allow, now U+FFFD
//	excel_precision    a number of more than 15 digits, now text
//	excel_date         a date before 1 March 1900 or after 9999, now ISO 8601 text:
//	                   Excel's calendar has a 29 February 1900
//	sheet_split        a table of more than 1,048,575 rows goes on in "cells (2)"
//	too_many_columns   a table of more than 16,384 columns, the rest left out
//
// Rows are compressed in pieces as they are written. Pieces beyond a few megabytes go
// to a temporary file, so that memory does not grow. The rest of the workbook, its
// styles, views, links, colours and charts, is made by excelize, whose own stream
// writer would hold the whole workbook in memory and write its parts in random order.
package xlsxfile
