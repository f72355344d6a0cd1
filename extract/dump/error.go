package dump

import (
	"cmp"
	"errors"
	"fmt"
	"io"
)

// ErrNotDump is the error of [Open] for a file that is not a dump.
var ErrNotDump = errors.New("not a MediaWiki dump: it begins neither with <mediawiki> nor with <page>")

// errEnd ends the scanner of a text in memory.
var errEnd = io.EOF

// A DamageError reports a dump that is cut off or damaged. All complete pages before
// the damage were yielded before the error.
type DamageError struct {
	Name string
	// Content is what the dump is made of; XML if it is empty.
	Content string
	// Offset is the number of bytes of the content before the damage, counted from the
	// beginning of the range.
	Offset int64
	// Range is the part of the file that was being read.
	Range Range
	// Title is the title of the incomplete page, Last that of the page before it.
	// Either may be empty.
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
	return fmt.Sprintf("%s: damaged or cut off at byte %d of its %s%s%s: %v; download it again, or keep the complete pages with --keep-partial",
		e.Name, e.Offset, cmp.Or(e.Content, "XML"), where, page, e.Err)
}

// Unwrap returns the cause.
func (e *DamageError) Unwrap() error { return e.Err }
