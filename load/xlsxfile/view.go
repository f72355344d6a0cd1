package xlsxfile

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// noTime is the creation time of every workbook.
const noTime = "1980-01-01T00:00:00Z"

// describe sets the properties of the workbook.
func describe(f *excelize.File, generator, title string) error {
	if err := f.SetAppProps(&excelize.AppProperties{Application: generator}); err != nil {
		return err
	}
	return f.SetDocProps(&excelize.DocProperties{Title: title, Creator: generator, LastModifiedBy: generator, Created: noTime, Modified: noTime})
}

// setView makes a worksheet print one page wide, and freezes the first row if it is a
// header.
func setView(f *excelize.File, sheet string, names bool) error {
	if names {
		panes := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
		if err := f.SetPanes(sheet, &panes); err != nil {
			return err
		}
	}
	landscape, wide, high, fit := "landscape", 1, 0, true
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	return f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// colour colours the rows of the findings by severity. The colour moves with the row when
// users sort.
func (s *worksheet) colour(f *excelize.File) error {
	i := s.table.schema.Index("severity")
	if i < 0 || i >= len(s.table.cols) || s.lines.row < 2 {
		return nil
	}
	var rules []excelize.ConditionalFormatOptions
	for _, severity := range severities {
		fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{severity.fill}}
		style, err := f.NewConditionalStyle(&excelize.Style{Fill: fill})
		if err != nil {
			return err
		}
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", Format: &style,
			Criteria: fmt.Sprintf(`$%s2="%s"`, columnName(i), severity.name)})
	}
	area := fmt.Sprintf("A2:%s%d", columnName(len(s.table.cols)-1), s.lines.row)
	return f.SetConditionalFormat(s.name, area, rules)
}
