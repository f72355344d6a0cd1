package xlsxfile

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"
)

// A mould is a workbook of one sheet, made by excelize once. The workbooks of
// single tables differ from it in the sheet's name, rows and columns only; making
// each anew would take twenty times as long as its rows.
type mould struct {
	shell shell
	names []string // of the parts that are the same for all
	same  []piece
	book  []byte // the part with the sheet's name
}

const (
	firstSheet   = "Sheet1" // excelize's name
	workbookPart = "xl/workbook.xml"
)

func newMould(o Options) (*mould, error) {
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
	m := &mould{book: made[workbookPart]}
	if m.shell, err = newShell(made[sheetPath(1)]); err != nil {
		return nil, err
	}
	if !bytes.Contains(m.book, []byte(sheetAttr(firstSheet))) {
		return nil, fmt.Errorf("a workbook of an unknown shape: %.200s", m.book)
	}
	delete(made, workbookPart)
	delete(made, sheetPath(1))
	for _, name := range slices.Sorted(maps.Keys(made)) {
		m.names, m.same = append(m.names, name), append(m.same, packed(made[name]))
	}
	return m, nil
}

// cast writes the workbook of a table.
func (m *mould) cast(a *archive, s *sheet, store *store) error {
	for i, name := range m.names {
		if err := a.add(name, store, m.same[i]); err != nil {
			return err
		}
	}
	name := sheetNames{}.settle(lastName(s.name))
	book := bytes.Replace(m.book, []byte(sheetAttr(firstSheet)), []byte(sheetAttr(name)), 1)
	if err := a.add(workbookPart, store, packed(book)); err != nil {
		return err
	}
	return m.shell.fill(a, sheetPath(1), frameOf(s, s.parts[0]), s.parts[0], store)
}

func sheetAttr(name string) string {
	var buf bytes.Buffer
	xml.EscapeText(&buf, []byte(name)) // a buffer takes everything
	return `name="` + buf.String() + `"`
}
