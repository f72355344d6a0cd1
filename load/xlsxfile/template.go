package xlsxfile

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// A template is a workbook of one sheet that excelize makes once. The workbooks of single
// tables differ from it only in the sheet's name, rows and columns; making each of them
// with excelize would take twenty times as long as writing its rows.
type template struct {
	sheet emptySheet
	names []string // of the parts that are the same in all workbooks
	same  []piece
	book  []byte // the part with the sheet's name
}

const (
	firstSheet   = "Sheet1" // excelize's name
	workbookPart = "xl/workbook.xml"
)

func newTemplate(o Options) (*template, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := addStyles(f); err != nil {
		return nil, err
	}
	if err := describe(f, o.Generator, ""); err != nil {
		return nil, err
	}
	if err := setView(f, firstSheet, true); err != nil {
		return nil, err
	}
	made, err := render(f)
	if err != nil {
		return nil, err
	}
	t := &template{book: made[workbookPart]}
	if t.sheet, err = newEmptySheet(made[sheetPath(1)]); err != nil {
		return nil, err
	}
	if !bytes.Contains(t.book, []byte(sheetAttr(firstSheet))) {
		return nil, fmt.Errorf("excelize made an unexpected workbook: %.200s", t.book)
	}
	delete(made, workbookPart)
	delete(made, sheetPath(1))
	for _, name := range slices.Sorted(maps.Keys(made)) {
		t.names, t.same = append(t.names, name), append(t.same, packed(made[name]))
	}
	return t, nil
}

// write writes the workbook of a table.
func (t *template) write(a *archive, s *sheet, store *store) error {
	for i, name := range t.names {
		if err := a.add(name, store, t.same[i]); err != nil {
			return err
		}
	}
	name := sheetNames{}.unique(lastName(s.name))
	book := bytes.Replace(t.book, []byte(sheetAttr(firstSheet)), []byte(sheetAttr(name)), 1)
	if err := a.add(workbookPart, store, packed(book)); err != nil {
		return err
	}
	return t.sheet.fill(a, sheetPath(1), frameOf(s, s.parts[0]), s.parts[0], store)
}

func sheetAttr(name string) string {
	var buf bytes.Buffer
	xml.EscapeText(&buf, []byte(name)) // a buffer takes everything
	return `name="` + buf.String() + `"`
}
