// Package extracttest has what the tests of the markups share: what every document
// promises, cases in archives, and the suites of the corpus that both read.
//
//	extracttest.Validate(t, doc)                        places in order, texts clean
//	extracttest.Cases{Ext: ".html", Read: read}.Run(t)  testdata/cases/*.txtar
//	extracttest.ParserTests(t, differs, read)           MediaWiki's own tests
//	extracttest.Speed(t, pages, size, extract)          for compare/run
//
// Suites of the corpus read the folder that the variable TIDYWIKI_CORPUS names, and are
// skipped where it is not set.
package extracttest
