package extract_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/tidywiki/tidywiki/extract/source"
)

func TestHTMLCharacterSets(t *testing.T) {
	for _, c := range []struct {
		name, head, text string
		in               encoding.Encoding
		codes            string // of the notes
	}{
		{"gbk", `<meta charset=gbk>`, "中国 表决", simplifiedchinese.GBK, ""},
		{"gb2312 by http-equiv", `<meta http-equiv="Content-Type" content="text/html; charset=GB2312">`, "中国", simplifiedchinese.GBK, ""},
		{"gb18030", `<META CHARSET='gb18030'>`, "中国𠀀", simplifiedchinese.GB18030, ""},
		{"big5", `<!-- charset=utf-8 --><meta charset="big5">`, "中國", traditionalchinese.Big5, ""},
		{"shift_jis", `<?xml version="1.0" encoding="Shift_JIS"?><html>`, "川の長さ", japanese.ShiftJIS, ""},
		{"euc-kr", `<meta charset = "euc-kr" >`, "강", korean.EUCKR, ""},
		{"koi8-r", `<meta charset=koi8-r>`, "Рейн", charmap.KOI8R, ""},
		{"latin1 is windows-1252", `<meta charset=iso-8859-1>`, "Zürich “€”", charmap.Windows1252, ""},
		{"utf-16 by its mark", ``, "Zürich 川", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), ""},
		{"utf-16 big endian", `<meta charset=gbk>`, "Zürich 川", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), ""},
		{"the mark is surer than the name", "<meta charset=gbk>", "Zürich", unicode.UTF8BOM, ""},
		{"utf-8", `<meta charset=UTF-8>`, "Zürich 川", encoding.Nop, ""},
		{"no name", ``, "Zürich 川", encoding.Nop, ""},
		{"no such character set", `<meta charset=klingon>`, "Zürich", encoding.Nop, ""},
		{"a name that says utf-16 is wrong", `<meta charset=utf-16>`, "Zürich", encoding.Nop, ""},
		{"the name of something else", `<meta name=x content="charset gbk">`, "Zürich", encoding.Nop, ""},
		{"a name in a comment", `<!-- <meta charset=gbk> -->`, "Zürich", encoding.Nop, ""},
		{"other bytes without a name", ``, "Zürich", charmap.Windows1252, "not_utf8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := c.in.NewEncoder().String(c.head + "\n<p>" + c.text + "</p>")
			if err != nil {
				t.Fatal(err)
			}
			d := htmlRead(t, &source.Source{Data: []byte(data)})
			htmlValid(t, d)
			if got := dump(d); !strings.Contains(got, "   2   paragraph ⟨"+c.text+"⟩\n") {
				t.Errorf("read as\n%s", got)
			}
			var codes []string
			for _, n := range d.Notes {
				codes = append(codes, n.Code)
			}
			if got := strings.Join(codes, " "); got != c.codes {
				t.Errorf("notes %s, want %s", got, c.codes)
			}
		})
	}
}

func TestHTMLUndecodable(t *testing.T) {
	d := htmlRead(t, &source.Source{Data: []byte("<meta charset=gbk>\n\n<p>a\xFF\xFFb</p>")})
	htmlValid(t, d)
	if len(d.Notes) != 1 || d.Notes[0].Code != "not_decodable" || d.Notes[0].Line != 3 || d.Notes[0].Observed != "2" || d.Notes[0].Expected != "gbk" {
		t.Errorf("notes %+v", d.Notes)
	}
}

func TestHTMLNulBytes(t *testing.T) {
	d := htmlRead(t, &source.Source{Data: []byte("<table><tr><td>a\x00b<t\x00d>c</table>")})
	htmlValid(t, d)
	if len(d.Notes) != 1 || d.Notes[0].Code != "control_character" {
		t.Errorf("notes %+v", d.Notes)
	}
	if got := strings.Join(htmlOurs(d), ","); got != "table ,row,td a\uFFFDbc" {
		t.Errorf("cells %q", got)
	}
}
