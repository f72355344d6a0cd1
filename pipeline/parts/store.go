package parts

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/tidywiki/tidywiki/load/folder"
	"github.com/tidywiki/tidywiki/pipeline/sources"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// A Store is a folder of parts that runs keep for later ones: the pages of the last
// run, and those that a run had converted before it was stopped. A page of a part is
// reused if its source has the same bytes and pages are still made alike. It
// is for one run at a time.
//
//	.out.tidywiki-cache/lock
//	.out.tidywiki-cache/000001-5f0c2a91.part    a unit, and a hash of the file
//
// A part is complete or not there; what is damaged is reported and never used.
type Store struct {
	dir     string
	release func()
	header  Header           // of the units to come, Unit apart
	units   map[string]*Part // parts of whole dump units, by the JSON of these
	parts   []*Part          // that are made alike
	index   map[uint64]Location
	chunks  chunks
	remarks []string
	// differs is why parts cannot be used, "" if all can.
	differs string
	// strange is set if parts are of a dump that is not among the sources.
	strange string
	now     *unitWriter
	written map[string]bool // names of the parts of this run
	reused  int
}

// A Location is where a page is in a store.
type Location struct {
	part    *Part
	ordinal int32 // of the page in its part
	inChunk int32
	chunk   int64
}

const partExt = ".part"

// OpenStore opens the store in a folder, which is made if need be. The header is that of
// the units to come, without a unit.
func OpenStore(dir string, header Header, units []sources.Unit) (*Store, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fmt.Errorf("cannot make %s: %w", dir, bare(err))
	}
	release, err := folder.Reserve(filepath.Join(dir, "lock"))
	if err != nil {
		return nil, err
	}
	s := &Store{dir: dir, release: release, header: header, units: dumpKeys(units), index: map[uint64]Location{}, written: map[string]bool{}}
	if err := s.load(); err != nil {
		release()
		return nil, err
	}
	return s, nil
}

// load opens the parts. Other files are left alone.
func (s *Store) load() error {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), partExt) {
			continue
		}
		p, err := openPart(filepath.Join(s.dir, e.Name()))
		switch {
		case errors.Is(err, partfile.ErrDamaged):
			s.remarks = append(s.remarks, fmt.Sprintf("kept part %s is damaged: its pages are converted again", e.Name()))
			continue
		case err != nil:
			return err
		}
		if what := p.Header.Made.Changed(s.header.Made); what != "" {
			s.differs = what
			continue
		}
		s.parts = append(s.parts, p)
		if key := dumpKey(&p.Header.Unit); key != "" {
			if _, ours := s.units[key]; ours {
				s.units[key] = p
				continue
			}
			s.strange = fmt.Sprintf("the dump %s is another one, or its units are", p.Header.Unit.Dump.File.Name)
		}
		if err := s.list(p); err != nil {
			return err
		}
	}
	return nil
}

// dumpKey identifies a unit of a dump; "" for a unit of files, whose pages are identified
// one by one.
func dumpKey(u *sources.Unit) string {
	if u.Dump == nil {
		return ""
	}
	data, err := json.Marshal(u)
	if err != nil {
		panic(err) // texts and numbers
	}
	return string(data)
}

func dumpKeys(units []sources.Unit) map[string]*Part {
	keys := map[string]*Part{}
	for i := range units {
		if key := dumpKey(&units[i]); key != "" {
			keys[key] = nil
		}
	}
	return keys
}

// Whole is the part of a unit of a dump that was converted before, or nil. What is in it
// need not be read again: the unit names the dump by its content. A nil store has none.
func (s *Store) Whole(u *sources.Unit) *Part {
	if s == nil || u.Dump == nil {
		return nil
	}
	return s.units[dumpKey(u)]
}

// list adds the pages of a part to the index.
func (s *Store) list(p *Part) error {
	entries, err := p.file.Index()
	if err != nil {
		return fmt.Errorf("%s: %w", p.path, err)
	}
	for i, e := range entries {
		s.index[shortSum(e.Sum)] = Location{p, int32(i), int32(e.Place), e.Chunk}
	}
	return nil
}

func shortSum(sum [32]byte) uint64 { return binary.LittleEndian.Uint64(sum[:]) }

// Find returns the page made of a source with that hash, or nil. It may be called from
// many goroutines.
func (s *Store) Find(sum [32]byte) (*partfile.Page, Location) {
	at, ok := s.index[shortSum(sum)]
	if !ok {
		return nil, at
	}
	pages, err := s.chunks.get(at)
	if err != nil || int(at.inChunk) >= len(pages) {
		return nil, at // the part was verified, so somebody has changed it since
	}
	p := pages[at.inChunk]
	if p.Sum != sum || p.Failure != "" {
		return nil, at
	}
	return p, at
}

// Add takes a page of a unit; from is where it was found, nil for one that was
// converted.
func (s *Store) Add(u *sources.Unit, p *partfile.Page, from *Location) error {
	if from != nil {
		s.reused++
	}
	return s.writer(u).add(p, from)
}

func (s *Store) writer(u *sources.Unit) *unitWriter {
	if s.now == nil {
		header := s.header
		header.Unit = *u
		s.now = &unitWriter{dir: s.dir, header: header}
	}
	return s.now
}

// Finish completes the part of a unit.
func (s *Store) Finish(u *sources.Unit, summary Summary) error {
	name, err := s.writer(u).finish(summary.Encode())
	if err != nil {
		return err
	}
	s.written[name] = true
	s.now = nil
	return nil
}

// keepOnly removes the parts that are not of this run: it is complete.
func (s *Store) keepOnly() {
	names, err := os.ReadDir(s.dir)
	if err != nil {
		return
	}
	for _, e := range names {
		if name := e.Name(); !s.written[name] && (strings.HasSuffix(name, partExt) || strings.HasSuffix(name, tempExt)) {
			os.Remove(filepath.Join(s.dir, name))
		}
	}
}

// remove removes the store with all that it holds.
func (s *Store) remove() {
	s.written = nil
	s.keepOnly()
	s.Close()
}

// Close lets another run have the store. An empty one is removed.
func (s *Store) Close() {
	s.now.drop()
	s.release()
	os.Remove(s.dir) // which fails unless it is empty
}
