package dump

import (
	"bytes"
	"strconv"
	"time"
)

// A page has the content of a page element except its revisions.
type page struct {
	title     string
	ns        int
	nsKnown   bool
	redirect  bool
	decided   bool // skip is known
	skip      bool // not wanted
	tooLong   bool // the title or another field is too long to be valid
	revisions int64
}

// A revision has the content of a revision element. Its text is raw XML.
type revision struct {
	id      int64
	time    time.Time
	model   string
	text    []byte
	large   bool // the text is over the limit
	deleted bool // the text is deleted or missing
	stub    bool // the dump may have only the size of the text
}

// later reports whether r is a later revision than o, which comes before it in the
// dump. If times and ids are equal, r is later.
func (r *revision) later(o *revision) bool {
	if !r.time.Equal(o.time) {
		return r.time.After(o.time)
	}
	return r.id >= o.id
}

// isWikitext reports whether the text is wikitext. Dumps before schema 0.6 have no
// other content model.
func (r *revision) isWikitext() bool { return r.model == "" || r.model == "wikitext" }

// maxField is the longest field other than the text. Titles have at most 255 bytes.
const maxField = 64 << 10

// textTag reads the attributes of a <text> tag. Stubs have only the length or the
// number of the text, and a deleted text is left out.
func (r *revision) textTag(attrs []byte) {
	r.text, r.large, r.deleted = r.text[:0], false, false
	if _, ok := attribute(attrs, "deleted"); ok {
		r.deleted = true
	}
	if n, ok := attribute(attrs, "bytes"); ok {
		r.stub = n != "0"
	} else {
		_, r.stub = attribute(attrs, "id")
	}
}

// take stores the content of an element.
func (r *reader) take(e element, raw []byte, fits bool) {
	if e == elementText {
		r.rev.large = !fits
		r.rev.text = append(r.rev.text[:0], raw...)
		return
	}
	if !fits {
		r.cur.tooLong = true
		return
	}
	r.field = appendText(r.field[:0], raw)
	switch e {
	case elementTitle:
		r.cur.title = string(r.field)
	case elementNS:
		if n, err := strconv.Atoi(string(bytes.TrimSpace(r.field))); err == nil {
			r.cur.ns, r.cur.nsKnown = n, true
		}
	case elementID:
		r.rev.id, _ = strconv.ParseInt(string(bytes.TrimSpace(r.field)), 10, 64)
	case elementTime:
		r.rev.time, _ = time.Parse(time.RFC3339, string(bytes.TrimSpace(r.field)))
	case elementModel:
		r.rev.model = string(bytes.TrimSpace(r.field))
	}
}
