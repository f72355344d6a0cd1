package dump

import (
	"errors"
	"fmt"
	"io"
)

// ErrNotDump is the error of Open for what is no dump.
var ErrNotDump = errors.New("not a MediaWiki dump: it begins neither with <mediawiki> nor with <page>")

// errEnd is what a scanner of a text in memory ends with.
var errEnd = io.EOF

// A DamageError is a dump that is cut off, or whose bytes are not what they should
// be. All pages that were whole up to there have been yielded before it.
type DamageError struct {
	Name string
	// Offset is how many bytes of XML there are before the damage, from the
	// beginning of the range.
	Offset int64
	// Range is the part of the file that was being read.
	Range Range
	// Title is that of the page that is not whole, Last that of the last page before
	// it; both may be empty.
	Title, Last string
	Err         error
}

func (e *DamageError) Error() string {
	where := ""
	if e.Range.Start > 0 {
		where = fmt.Sprintf(" of the part that begins at byte %d", e.Range.Start)
	}
	page := ""
	switch {
	case e.Title != "":
		page = fmt.Sprintf(", in the page %q", e.Title)
	case e.Last != "":
		page = fmt.Sprintf(", after the page %q", e.Last)
	}
	return fmt.Sprintf("%s: damaged or cut off at byte %d of its XML%s%s: %v; fetch it again, or keep what is whole with --keep-partial",
		e.Name, e.Offset, where, page, e.Err)
}

// Unwrap returns the cause.
func (e *DamageError) Unwrap() error { return e.Err }
