package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// ids makes sure that no two pages of a run share a page_id. Pages come in a fixed
// order, so the one that keeps the plain id is always the same. It keeps eight
// bytes per page.
type ids struct{ seen map[[8]byte]struct{} }

func newIDs() *ids { return &ids{map[[8]byte]struct{}{}} }

// settle returns the page under an id of its own.
func (s *ids) settle(p *partfile.Page) *partfile.Page {
	id := p.Data.ID
	if s.take(id) {
		return p
	}
	sum := sha256.Sum256([]byte(p.Name))
	next := id + "-" + hex.EncodeToString(sum[:4])
	for n := 2; !s.take(next); n++ {
		next = fmt.Sprintf("%s-%s-%d", id, hex.EncodeToString(sum[:4]), n)
	}
	return withData(p, renamed(p.Data, next))
}

func (s *ids) take(id string) bool {
	sum := sha256.Sum256([]byte(id))
	key := [8]byte(sum[:8])
	if _, taken := s.seen[key]; taken {
		return false
	}
	s.seen[key] = struct{}{}
	return true
}

// renamed is d under another id, with a finding.
func renamed(d *page.Page, id string) *page.Page {
	return noted(d, source.Note{Severity: source.Info, Code: "page_id_clash", Where: "page", Field: "page_id",
		Observed: d.ID, Expected: id,
		Message: fmt.Sprintf("another page has the id %s, this one is %s", d.ID, id)}).WithID(id)
}
