package read

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func TestTags(t *testing.T) {
	tests := []struct{ tag, name, attribute, value string }{
		{`c r="A1" t="inlineStr"`, "c", "t", "inlineStr"},
		{`c r="A1" t="inlineStr"`, "c", "r", "A1"},
		{`c ht="20" r="A1"`, "c", "t", ""},
		{`c ht="20" t="b"`, "c", "t", "b"},
		{`row/`, "row", "r", ""},
		{`/row`, "/row", "r", ""},
		{`row r="1"/`, "row", "r", "1"},
		{"c\n r=\"A1\"", "c", "r", "A1"},
		{``, "", "r", ""},
		{`c r="A1`, "c", "r", ""},
	}
	for _, tt := range tests {
		if got := nameOf([]byte(tt.tag)); got != tt.name {
			t.Errorf("%s: name %q, want %q", tt.tag, got, tt.name)
		}
		if got := attribute([]byte(tt.tag), tt.attribute); got != tt.value {
			t.Errorf("%s: %s is %q, want %q", tt.tag, tt.attribute, got, tt.value)
		}
	}
}

// TestLongText: texts longer than the buffer come whole.
func TestLongText(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	tags := tagReader{in: bufio.NewReaderSize(strings.NewReader("<t>"+long+"</t>"), 16)}
	for _, want := range []string{"t", "/t"} {
		if tag, err := tags.next(); string(tag) != want || err != nil {
			t.Fatalf("%s, %v", tag, err)
		}
	}
	if string(tags.text) != long {
		t.Errorf("%d bytes", len(tags.text))
	}
	if _, err := tags.next(); err != io.EOF {
		t.Errorf("error %v", err)
	}
}

// FuzzDecoded: text that encoding/xml reads is read the same.
func FuzzDecoded(f *testing.F) {
	for _, s := range []string{"a&amp;b", "&lt;&gt;&quot;&apos;", "&#13;&#x41;&#65;", "a\r\nb\rc", "&", "&;", "&amp", "&#x110000;", "&unknown;", "&#13;\n", "ä&#228;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "<>") || len(s) > 200 {
			return
		}
		var want struct {
			Text string `xml:",chardata"`
		}
		if xml.Unmarshal([]byte("<t>"+s+"</t>"), &want) != nil || strings.Contains(s, "&#0") || strings.Contains(s, "&#x0") {
			return // no XML, or a number with more digits than it needs
		}
		if got := appendDecoded(nil, []byte(s)); !bytes.Equal(got, []byte(want.Text)) {
			t.Errorf("%q: %q, want %q", s, got, want.Text)
		}
	})
}
