package xlsxfile

import (
	"cmp"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A book is a workbook of several worksheets.
type book struct {
	options Options
	sheets  []*worksheet
}

// A worksheet is a sheet of the workbook: a part of a table, or an infoSheet.
type worksheet struct {
	name     string
	lines    *lines
	frame    frame
	tab      string // its colour
	table    *sheet // nil for an infoSheet
	first    bool   // the first sheet of its table
	links    []link
	drawings []drawing
}

// A link is a cell that leads to a worksheet.
type link struct{ cell, sheet string }

// The colours of the tabs. The tables of recipes and collections, which people look for first, differ
// from the core tables, which every dataset has.
const (
	tabAbout    = "44546A"
	tabRecipe   = "70AD47"
	tabFindings = "ED7D31"
	tabCore     = "A5A5A5"
)

// newBook returns the workbook of a dataset: about, charts if there are any, the
// collections and the tables of recipes in the order of their first Write, findings, the other core
// tables, fields.
func newBook(o Options, f *facts, sheets []*sheet) *book {
	b := &book{options: o}
	names := sheetNames{}
	extra := func(name string) *worksheet { return &worksheet{name: names.unique(name), tab: tabAbout} }
	about, charts, fields := extra("about"), extra("charts"), extra("fields")
	for _, s := range inOrder(sheets) {
		b.addTable(names, s)
	}
	b.options.Title = cmp.Or(o.Title, f.title())
	tables := b.sheets
	b.sheets = []*worksheet{about}
	if writeCharts(charts, tables) {
		b.sheets = append(b.sheets, charts)
	}
	b.sheets = append(append(b.sheets, tables...), fields)
	writeFields(fields, tables)
	writeAbout(about, b.options, f, b.sheets[1:])
	return b
}

// tableBook returns the workbook of a single table that has too many rows for one
// worksheet.
func tableBook(o Options, s *sheet) *book {
	b := &book{options: o}
	b.addTable(sheetNames{}, s)
	return b
}

func (b *book) addTable(names sheetNames, s *sheet) {
	for i, l := range s.parts {
		b.sheets = append(b.sheets, &worksheet{name: names.unique(partName(s.name, i+1)), lines: l,
			frame: frameOf(s, l), tab: tabOf(s.name), table: s, first: i == 0})
	}
}

func inOrder(sheets []*sheet) []*sheet {
	ordered := slices.Clone(sheets)
	rank := func(s *sheet) int {
		switch i := slices.Index(dataset.CoreNames, s.name); {
		case dataset.IsCollection(s.name):
			return -3
		case i < 0:
			return -2
		case s.name == "findings":
			return -1
		default:
			return i
		}
	}
	slices.SortStableFunc(ordered, func(a, b *sheet) int { return rank(a) - rank(b) })
	return ordered
}

func tabOf(table string) string {
	switch {
	case table == "findings":
		return tabFindings
	case isCore(table):
		return tabCore
	}
	return tabRecipe
}

// write adds all parts of the workbook.
func (b *book) write(a *archive, store *store) error {
	made, err := b.render()
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(made)) {
		if b.indexOf(name) < 0 {
			if err := a.add(name, store, packed(made[name])); err != nil {
				return err
			}
		}
	}
	for i, s := range b.sheets {
		empty, err := newEmptySheet(made[sheetPath(i+1)])
		if err != nil {
			return err
		}
		if err := empty.fill(a, sheetPath(i+1), s.frame, s.lines, store); err != nil {
			return err
		}
	}
	return nil
}

// indexOf returns the index of the worksheet in this part, or -1.
func (b *book) indexOf(part string) int {
	for i := range b.sheets {
		if sheetPath(i+1) == part {
			return i
		}
	}
	return -1
}

// render makes the workbook without its rows.
func (b *book) render() (parts, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := addStyles(f); err != nil {
		return nil, err
	}
	if err := describe(f, b.options.Generator, b.options.Title); err != nil {
		return nil, err
	}
	for i, s := range b.sheets {
		if err := s.make(f, i); err != nil {
			return nil, err
		}
	}
	return render(f)
}

// make adds the worksheet to the workbook, as the i-th.
func (s *worksheet) make(f *excelize.File, i int) error {
	if i == 0 {
		if err := f.SetSheetName(firstSheet, s.name); err != nil {
			return err
		}
	} else if _, err := f.NewSheet(s.name); err != nil {
		return err
	}
	if err := setView(f, s.name, s.frame.filter); err != nil {
		return err
	}
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{TabColorRGB: &s.tab}); err != nil {
		return err
	}
	for _, l := range s.links {
		if err := f.SetCellHyperLink(s.name, l.cell, quoteSheet(l.sheet)+"!A1", "Location"); err != nil {
			return err
		}
	}
	for _, d := range s.drawings {
		if err := f.AddChart(s.name, d.cell, d.chart); err != nil {
			return err
		}
	}
	if s.table != nil && s.table.name == "findings" {
		return s.colour(f)
	}
	return nil
}
