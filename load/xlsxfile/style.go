package xlsxfile

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The styles of cells, by their number in the workbook. Every workbook has all of them,
// so that rows can be written before the workbook exists.
const (
	styleDefault = iota
	styleHeader
	styleHeaderRight
	styleText
	styleWrapped
	styleDigits // a number that became text
	styleMuted
	styleFlag
	styleDate
	styleWhole // an integer that is not a quantity
	styleGeneral
	styleTitle
	styleLead
	styleLabel
	styleLink
	styleNumber                                  // without decimals; the next ones have one, two ...
	stylePercent = styleNumber + maxDecimals + 1 // likewise
	styleCount   = stylePercent + maxDecimals + 1
)

// maxDecimals is the most decimals that a style shows. Excel chooses how to show a number
// with more.
const maxDecimals = 6

const (
	fontName   = "Calibri"
	inkMuted   = "7F7F7F"
	inkLink    = "0563C1"
	inkHeader  = "FFFFFF"
	fillHeader = "44546A"
)

// addStyles gives the workbook its styles.
func addStyles(f *excelize.File) error {
	for id := styleDefault + 1; id < styleCount; id++ {
		got, err := f.NewStyle(styleOf(id))
		if err != nil {
			return err
		}
		if got != id {
			return fmt.Errorf("style %d became number %d", id, got)
		}
	}
	return nil
}

func styleOf(id int) *excelize.Style {
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 11},
		Alignment: &excelize.Alignment{Vertical: "top"},
	}
	if format := formatOf(id); format != "" {
		s.CustomNumFmt = &format
	}
	if id >= styleNumber || id == styleWhole || id == styleGeneral || id == styleDigits || id == styleHeaderRight {
		// The indent separates a number from the text in the next column.
		s.Alignment.Horizontal, s.Alignment.Indent = "right", 1
	}
	switch id {
	case styleHeader, styleHeaderRight:
		s.Font.Bold, s.Font.Color = true, inkHeader
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fillHeader}}
		s.Alignment.Vertical = "center"
	case styleWrapped:
		s.Alignment.WrapText = true
	case styleMuted:
		s.Font.Color = inkMuted
	case styleFlag, styleDate:
		s.Alignment.Horizontal = "left"
	case styleTitle:
		s.Font.Bold, s.Font.Size = true, 18
	case styleLead:
		s.Font.Size, s.Font.Color = 12, inkMuted
	case styleLabel:
		s.Font.Bold = true
	case styleLink:
		s.Font.Color, s.Font.Underline = inkLink, "single"
	}
	return s
}

// formatOf returns the number format of a style, or "".
func formatOf(id int) string {
	switch {
	case id >= stylePercent:
		// The sign is quoted: unquoted, Excel would show 95.07 as 9507.
		return "0" + decimals(id-stylePercent) + `"%"`
	case id >= styleNumber:
		return "#,##0" + decimals(id-styleNumber)
	}
	switch id {
	case styleText, styleDigits:
		return "@"
	case styleFlag:
		return `"TRUE";"TRUE";"FALSE"` // LibreOffice would show 1 and 0
	case styleDate:
		return "yyyy-mm-dd"
	case styleWhole:
		return "0"
	}
	return ""
}

func decimals(n int) string {
	if n == 0 {
		return ""
	}
	return "." + strings.Repeat("0", n)
}
