package dump

import (
	"bytes"
	"strconv"
	"time"
)

// A page is what the element page says beside its revisions.
type page struct {
	title     string
	ns        int
	nsKnown   bool
	redirect  bool
	decided   bool // skip is known
	skip      bool // not asked for
	tooLong   bool // the title, or another name, is longer than any can be
	revisions int64
}

// A revision is what the element revision says. Its text is as the dump has it.
type revision struct {
	id      int64
	time    time.Time
	model   string
	text    []byte
	large   bool // text was more than the limit
	deleted bool // or there is no text
	stub    bool // there may be more text on the wiki than in the dump
}

// later says whether r is a later revision than o. Of two that nothing tells apart
// the one that stands behind the other is.
func (r *revision) later(o *revision) bool {
	if !r.time.Equal(o.time) {
		return r.time.After(o.time)
	}
	return r.id >= o.id
}

// isWikitext says whether the text is of the model that pages have; dumps before
// schema 0.6 know no other.
func (r *revision) isWikitext() bool { return r.model == "" || r.model == "wikitext" }

// maxField is how long what is no text may be: titles have 255 bytes.
const maxField = 64 << 10

// textTag notes what the tag of a text says of it: stubs have only its length or its
// number, and a text that was deleted is not given.
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

// take puts down what an element says.
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
