package xlsxfile

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
)

// contentTypes is the part with the types of the others. Some readers look only at the
// beginning of the file and expect this part there.
const contentTypes = "[Content_Types].xml"

// sortedTypes sorts the entries of the part: excelize adds those of images and charts in
// the random order of a map.
func sortedTypes(part []byte) ([]byte, error) {
	type entry struct {
		Extension   string `xml:"Extension,attr,omitempty"`
		PartName    string `xml:"PartName,attr,omitempty"`
		ContentType string `xml:"ContentType,attr"`
	}
	var types struct {
		XMLName   xml.Name `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
		Defaults  []entry  `xml:"Default"`
		Overrides []entry  `xml:"Override"`
	}
	if err := xml.Unmarshal(part, &types); err != nil {
		return nil, err
	}
	slices.SortFunc(types.Defaults, func(a, b entry) int { return strings.Compare(a.Extension, b.Extension) })
	slices.SortFunc(types.Overrides, func(a, b entry) int { return strings.Compare(a.PartName, b.PartName) })
	var buf bytes.Buffer
	buf.WriteString(xml.Header)
	err := xml.NewEncoder(&buf).Encode(types)
	return buf.Bytes(), err
}
