package parts

import (
	"github.com/tidywiki/tidywiki/transform/page/partfile"
	"slices"
	"sync"
)

// chunks keeps the pages of a few chunks of parts, those that were wanted last: pages are
// mostly wanted in the order in which they lie. It is safe for concurrent use.
type chunks struct {
	mu   sync.Mutex
	kept []*chunk // the one wanted last is the last
}

// mostChunks is how many are kept: one a worker and some.
const mostChunks = 8

type chunk struct {
	part  *Part
	at    int64
	once  sync.Once
	pages []*partfile.Page
	err   error
}

func (c *chunks) get(at Location) ([]*partfile.Page, error) {
	k := c.slot(at)
	k.once.Do(func() { k.pages, k.err = k.part.file.Chunk(k.at) })
	return k.pages, k.err
}

func (c *chunks) slot(at Location) *chunk {
	c.mu.Lock()
	defer c.mu.Unlock()
	i := slices.IndexFunc(c.kept, func(k *chunk) bool { return k.part == at.part && k.at == at.chunk })
	if i < 0 {
		if len(c.kept) == mostChunks {
			c.kept = slices.Delete(c.kept, 0, 1)
		}
		c.kept = append(c.kept, &chunk{part: at.part, at: at.chunk})
		return c.kept[len(c.kept)-1]
	}
	k := c.kept[i]
	c.kept = append(slices.Delete(c.kept, i, i+1), k)
	return k
}
