package dump

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

// The oracle reads a dump with encoding/xml. The scanner must find the same pages.

type oraclePage struct {
	title     string
	ns        int
	nsKnown   bool
	redirect  bool
	revisions []oracleRevision
}

type oracleRevision struct {
	id      int64
	time    time.Time
	model   string
	text    string
	hasText bool
}

// errNotComparable is the error for a text that is not XML or cannot be a dump.
var errNotComparable = errors.New("not comparable")

// oracle reads all pages of a text.
func oracle(text string) ([]oraclePage, error) {
	strict := newDecoder(text)
	for {
		if _, err := strict.Token(); err == io.EOF {
			break
		} else if err != nil {
			return nil, errNotComparable
		}
	}
	o := oracleReader{d: newDecoder(text)}
	for {
		t, err := o.d.RawToken()
		if err == io.EOF {
			return o.pages, nil
		}
		if el, ok := t.(xml.StartElement); ok && fullName(el.Name) == "page" {
			if err := o.page(); err != nil {
				return nil, err
			}
		}
	}
}

// newDecoder reads a text as UTF-8, whatever encoding it declares.
func newDecoder(text string) *xml.Decoder {
	d := xml.NewDecoder(strings.NewReader(text))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	return d
}

type oracleReader struct {
	d     *xml.Decoder
	pages []oraclePage
}

func fullName(n xml.Name) string {
	if n.Space != "" {
		return n.Space + ":" + n.Local
	}
	return n.Local
}

// children calls do for each child of the current element. do must read it to its end.
func (o *oracleReader) children(do func(xml.StartElement) error) error {
	for {
		t, err := o.d.RawToken()
		if err != nil {
			return errNotComparable
		}
		switch t := t.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			if fullName(t.Name) == "page" {
				return errNotComparable // a page in a page
			}
			if err := do(t); err != nil {
				return err
			}
		}
	}
}

// text returns all character data up to the end of the current element.
func (o *oracleReader) text() (string, error) {
	var b bytes.Buffer
	for depth := 0; ; {
		t, err := o.d.RawToken()
		if err != nil {
			return "", errNotComparable
		}
		switch t := t.(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			if fullName(t.Name) == "page" {
				return "", errNotComparable
			}
			depth++
		case xml.EndElement:
			if depth--; depth < 0 {
				return b.String(), nil
			}
		}
	}
}

func (o *oracleReader) page() error {
	var p oraclePage
	err := o.children(func(el xml.StartElement) error {
		name := fullName(el.Name)
		if name == "revision" {
			return o.revision(&p)
		}
		text, err := o.text()
		switch name {
		case "title":
			p.title = text
		case "ns":
			if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
				p.ns, p.nsKnown = n, true
			}
		case "redirect":
			p.redirect = true
		}
		return err
	})
	o.pages = append(o.pages, p)
	return err
}

func (o *oracleReader) revision(p *oraclePage) error {
	var r oracleRevision
	err := o.children(func(el xml.StartElement) error {
		text, err := o.text()
		trimmed := strings.TrimSpace(text)
		switch fullName(el.Name) {
		case "id":
			r.id, _ = strconv.ParseInt(trimmed, 10, 64)
		case "timestamp":
			r.time, _ = time.Parse(time.RFC3339, trimmed)
		case "model":
			r.model = trimmed
		case "text":
			r.text, r.hasText = text, oracleHasText(el, text)
		}
		return err
	})
	p.revisions = append(p.revisions, r)
	return err
}

func oracleHasText(el xml.StartElement, text string) bool {
	attrs := map[string]string{}
	for _, a := range el.Attr {
		if _, twice := attrs[fullName(a.Name)]; !twice {
			attrs[fullName(a.Name)] = a.Value
		}
	}
	bytes, sized := attrs["bytes"]
	_, numbered := attrs["id"]
	_, deleted := attrs["deleted"]
	switch {
	case deleted:
		return false
	case text != "":
		return true
	case sized:
		return bytes == "0"
	}
	return !numbered
}

// latest returns the revision that is read by default, or nil.
func (p *oraclePage) latest() *oracleRevision {
	var best *oracleRevision
	for i := range p.revisions {
		r := &p.revisions[i]
		if best == nil || r.time.After(best.time) || r.time.Equal(best.time) && r.id >= best.id {
			best = r
		}
	}
	return best
}
