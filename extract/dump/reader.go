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
	rev     revision // the one in work
	best    revision // the latest of cur
	name    []byte   // of the element in work
	field   []byte
	pending *pendingTag // the page that began inside another
	last    string      // title of the last page that was whole
	part    bool        // the text is not the beginning of the dump
	closed  bool        // the root has ended
}

// A pendingTag is the tag of a page that has been read already.
type pendingTag struct{ empty bool }

// errNoPage says that a range is none.
var errNoPage = errors.New("the part does not begin with a page")

// errStopped says that nobody wants more pages.
var errStopped = errors.New("stopped")

// run yields all pages, and the error that ends them, if any. A page that begins
// inside another is damage that does not end them: it is told at the end.
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

// begin goes to the next page and into it.
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
			// Files may follow one another: what counts is the end of the last one.
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

// decide finds out whether the page is asked for, once its first revision begins.
func (r *reader) decide() {
	if r.cur.decided {
		return
	}
	r.cur.decided = true
	if !r.cur.nsKnown {
		r.cur.ns = r.site.namespaceOf(r.cur.title)
	}
	r.cur.skip = !r.opt.takes(r.cur.ns) || !r.opt.Titles.Match(r.cur.title)
}

// passed says that no text of the page is needed.
func (r *reader) passed() bool { return r.cur.skip || r.cur.redirect && !r.opt.redirects }

// revised takes the revision that has just been read; false ends the run.
func (r *reader) revised() bool {
	r.counts.Revisions++
	if r.passed() {
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

// finish counts the page that has been read, and yields it where only its latest
// revision is asked for.
func (r *reader) finish() bool {
	r.decide()
	r.counts.Pages++
	switch {
	case !r.opt.takes(r.cur.ns):
		r.counts.OtherNamespaces++
	case r.cur.skip:
		r.counts.OtherTitles++
	case r.passed():
		r.counts.Redirects++
	case r.cur.revisions == 0:
		r.counts.NoText++
	case r.opt.Revisions == Latest:
		return r.emit(&r.best)
	}
	return true
}

// emit yields a revision, or counts why not.
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

// tooLarge is the error of a page of which there is more than the limit.
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
