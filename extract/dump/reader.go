package dump

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/extract/wikitext"
)

// A reader yields the pages of a range one after another.
type reader struct {
	s      *scanner
	opt    *Options
	site   *Site
	counts *Counts
	yield  func(*source.Source, error) bool

	cur     page
	rev     revision // the current revision
	best    revision // the latest revision of cur
	name    []byte   // of the current element
	field   []byte
	pending *pendingTag // the page that began inside another one
	last    string      // title of the last complete page
	part    bool        // the text does not start at the beginning of the dump
	closed  bool        // </mediawiki> was read
}

// A pendingTag is a <page> tag that was read ahead.
type pendingTag struct{ empty bool }

// errNoPage is the error for a range that no call of Ranges returned.
var errNoPage = errors.New("the part does not begin with a page")

// errStopped ends the reading when the caller wants no more pages.
var errStopped = errors.New("stopped")

// run yields all pages and returns the error that ended them. A page that begins
// inside another one is damage but does not end the run: run returns it at the end.
func (r *reader) run(ctx context.Context) error {
	var damage error
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		empty, err := r.begin()
		if err == io.EOF {
			return damage
		}
		if err != nil {
			return r.damaged(err)
		}
		r.cur = page{}
		r.best = revision{text: r.best.text[:0]}
		if !empty {
			err = r.page()
		}
		switch {
		case err == errNested:
			if damage == nil {
				damage = r.damaged(err)
			}
			continue
		case err == errStopped:
			return err
		case err == io.EOF:
			return r.damaged(errUnclosed)
		case err != nil:
			return r.damaged(err)
		}
		if !r.finish() {
			return errStopped
		}
		r.last = r.cur.title
		r.cur = page{}
	}
}

// begin reads up to and including the next <page> tag.
func (r *reader) begin() (empty bool, err error) {
	if p := r.pending; p != nil {
		r.pending = nil
		return p.empty, nil
	}
	for {
		t, err := r.s.next()
		if err != nil {
			return false, err
		}
		part := r.part
		r.part = false
		switch string(t.name) {
		case "page":
			if !t.closes {
				return t.empty, nil
			}
		case "mediawiki":
			// Dumps may be concatenated. The last one must be complete.
			r.closed = t.closes || t.empty
		}
		if part && !r.closed {
			return false, errNoPage
		}
	}
}

func (r *reader) damaged(err error) error {
	return &DamageError{Offset: r.s.offset(), Title: r.cur.title, Last: r.last, Err: err}
}

// decide sets skip when the first revision of the page begins.
func (r *reader) decide() {
	if r.cur.decided {
		return
	}
	r.cur.decided = true
	if !r.cur.nsKnown {
		r.cur.ns = r.site.namespaceOf(r.cur.title)
	}
	r.cur.skip = !r.opt.Takes(r.cur.ns) || !r.opt.Titles.Match(r.cur.title)
}

// skipsText reports whether the text of the page is not needed.
func (r *reader) skipsText() bool { return r.cur.skip || r.cur.redirect && !r.opt.redirects }

// endRevision takes the revision that was just read. It returns false to end the run.
func (r *reader) endRevision() bool {
	r.counts.Revisions++
	if r.skipsText() {
		return true
	}
	if r.opt.Revisions == All {
		return r.emit(&r.rev)
	}
	if r.cur.revisions == 1 || r.rev.later(&r.best) {
		r.rev, r.best = r.best, r.rev
	}
	return true
}

// finish counts the page that was just read, and yields it if only latest revisions
// are wanted.
func (r *reader) finish() bool {
	r.decide()
	r.counts.Pages++
	switch {
	case !r.opt.Takes(r.cur.ns):
		r.counts.OtherNamespaces++
	case r.cur.skip:
		r.counts.OtherTitles++
	case r.skipsText():
		r.counts.Redirects++
	case r.cur.revisions == 0:
		r.counts.NoText++
	case r.opt.Revisions == Latest:
		return r.emit(&r.best)
	}
	return true
}

// emit yields a revision, or counts the reason why not.
func (r *reader) emit(rev *revision) bool {
	switch {
	case !rev.isWikitext():
		r.counts.OtherModels++
		return true
	case rev.deleted:
		r.counts.NoText++
		return true
	case rev.large || r.cur.tooLong:
		r.counts.TooLarge++
		return r.yield(nil, r.tooLarge(rev))
	}
	src := r.source(rev)
	if rev.stub && len(src.Data) == 0 {
		r.counts.NoText++
		return true
	}
	if !r.opt.redirects && wikitext.Redirect(src.Text()) != "" {
		r.counts.Redirects++
		return true
	}
	r.counts.Read++
	return r.yield(src, nil)
}

func (r *reader) source(rev *revision) *source.Source {
	src := &source.Source{
		Name: r.site.name(r.cur.title), Title: r.cur.title, Format: "wikitext",
		Language: r.site.Language, License: r.site.License,
		Revision: source.Revision{ID: rev.id, Time: rev.time, URL: r.site.revisionURL(rev.id)},
		Data:     appendText(make([]byte, 0, len(rev.text)), rev.text),
	}
	if r.opt.Revisions == All {
		src.Edition = strconv.FormatInt(rev.id, 10)
		src.Name = r.site.revisionName(src.Name, rev.id)
	}
	return src
}

// tooLarge returns the error for a page over the limit.
func (r *reader) tooLarge(rev *revision) error {
	err := fmt.Errorf("its text has more than %d bytes, the limit for one page", r.opt.MaxBytes)
	if r.cur.tooLong {
		err = fmt.Errorf("its title, or another of its fields, has more than %d bytes", maxField)
	}
	name := r.site.name(r.cur.title)
	if r.opt.Revisions == All {
		name = r.site.revisionName(name, rev.id)
	}
	return &source.PageError{Name: name, Title: r.cur.title, Err: err}
}
