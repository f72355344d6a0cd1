package convert

import (
	"bytes"

	"github.com/tidywiki/tidywiki/extract"
)

// An Input is a format that pages are read from.
type Input struct {
	// Name is "wikitext", Ext ".wiki"; Help describes the format in a line.
	Name, Ext, Help string
	// Detect returns how sure it is that a page is in this format, from 0 (it is
	// not) to 100.
	Detect func(data []byte) int
	// New makes an extractor. Formats without templates ignore them.
	New func(Templates) extract.Extractor
}

// Templates finds the text of the template of a name; see
// [github.com/tidywiki/tidywiki/extract/wikitext/preprocess.Templates].
type Templates interface {
	Lookup(name string) (text string, ok bool)
}

// Detect returns the input format that is surest of the page, the first of two
// that are equally sure.
func Detect(inputs []Input, data []byte) Input {
	head := beginning(data)
	best, sure := inputs[0], -1
	for _, in := range inputs {
		if s := in.Detect(head); s > sure {
			best, sure = in, s
		}
	}
	return best
}

// detectHead is how much of a page is looked at to detect its format.
const detectHead = 64 << 10

// beginning returns the whole lines in the first bytes of a page.
func beginning(data []byte) []byte {
	if len(data) <= detectHead {
		return data
	}
	head := data[:detectHead]
	if i := bytes.LastIndexByte(head, '\n'); i >= 0 {
		return head[:i+1]
	}
	return head
}
