package dump

import "errors"

// An element is an XML element whose content is read. The content of elementOther is
// skipped.
type element uint8

const (
	elementOther element = iota
	elementTitle
	elementNS
	elementID
	elementRevision
	elementRedirect
	elementTime
	elementModel
	elementText
)

// inPage and inRevision return the element of a name inside <page> and <revision>.
func inPage(name []byte) element {
	switch string(name) {
	case "title":
		return elementTitle
	case "ns":
		return elementNS
	case "redirect":
		return elementRedirect
	case "revision":
		return elementRevision
	}
	return elementOther
}

func inRevision(name []byte) element {
	switch string(name) {
	case "id":
		return elementID
	case "timestamp":
		return elementTime
	case "model":
		return elementModel
	case "text":
		return elementText
	}
	return elementOther
}

// errNested is the damage of a page that begins inside another one, errUnclosed that
// of a text that ends inside a page.
var (
	errNested   = errors.New("a page begins inside another")
	errUnclosed = errors.New("it ends inside a page")
)

// page reads the rest of a page after its tag. It calls endRevision after each
// revision.
func (r *reader) page() error {
	for {
		t, err := r.s.next()
		switch {
		case err != nil:
			return err
		case t.closes:
			if string(t.name) == "page" {
				return nil
			}
			continue
		case string(t.name) == "page":
			r.pending = &pendingTag{empty: t.empty}
			return errNested
		}
		switch e := inPage(t.name); e {
		case elementRevision:
			err = r.revision(t.empty)
			if (err == nil || err == errPageEnds) && !r.endRevision() {
				return errStopped
			}
		case elementRedirect:
			r.cur.redirect = true
			err = r.content(e, t)
		default:
			err = r.content(e, t)
		}
		if err == errPageEnds {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// revision reads the rest of a revision after its tag.
func (r *reader) revision(empty bool) error {
	r.cur.revisions++
	r.decide()
	r.rev = revision{text: r.rev.text[:0], deleted: true}
	for !empty {
		t, err := r.s.next()
		switch {
		case err != nil:
			return err
		case t.closes:
			switch string(t.name) {
			case "revision":
				return nil
			case "page":
				return errPageEnds
			}
			continue
		case string(t.name) == "page":
			r.pending = &pendingTag{empty: t.empty}
			return errNested
		}
		err = r.content(inRevision(t.name), t)
		if err == errRevisionEnds {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// content reads the element that begins with t and stores its content.
func (r *reader) content(e element, t tag) error {
	limit := maxField
	if e == elementText {
		limit = int(r.opt.MaxBytes)
		r.rev.textTag(t.attrs)
	}
	if t.empty {
		return nil
	}
	hold := e != elementOther && e != elementRedirect && !(e == elementText && r.skipsText())
	name := append(r.name[:0], t.name...)
	r.name = name
	if hold {
		r.s.hold(limit)
	}
	at, err := r.findEnd(name)
	if err != nil && err != errRevisionEnds && err != errPageEnds {
		r.s.drop()
		return err
	}
	if hold {
		text, fits := r.s.release(at)
		r.take(e, text, fits)
	}
	return err
}

// findEnd reads to the end of an element and returns the index in buf of the tag that
// ends it: its own end tag, or that of the revision or page around it. The index is
// valid only if err is nil, errRevisionEnds or errPageEnds.
func (r *reader) findEnd(name []byte) (at int, err error) {
	inner, revisions := 0, 0
	for {
		t, err := r.s.next()
		if err != nil {
			return 0, err
		}
		same := string(t.name) == string(name)
		switch {
		case same && t.closes && inner == 0:
			return t.at, nil
		case same && t.closes:
			inner--
		case same && !t.empty:
			inner++
		}
		switch string(t.name) {
		case "page":
			if t.closes {
				return t.at, errPageEnds
			}
			r.pending = &pendingTag{empty: t.empty}
			return t.at, errNested
		case "revision":
			switch {
			case t.closes && revisions == 0:
				return t.at, errRevisionEnds
			case t.closes:
				revisions--
			case !t.empty:
				revisions++
			}
		}
	}
}

// An element without an end tag ends with the revision or page around it.
var (
	errRevisionEnds = errors.New("a revision ends inside one of its elements")
	errPageEnds     = errors.New("a page ends inside one of its elements")
)
