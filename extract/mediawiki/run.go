package mediawiki

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"
	"strconv"

	"github.com/tidywiki/tidywiki/extract/internal/spdx"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A run reads the pages of a set once.
type run struct {
	*Set
	cache  cache
	client *client
	sites  map[string]*site // by the URL they were found from
	seen   map[seenKey]bool
	// failures counts pages in a row that failed for a reason that may concern the
	// whole wiki.
	failures int
	fetched  bool // the content of at least one page
	// pending are notes for the next page.
	pending []source.Note
}

// A site is a wiki that was found.
type site struct {
	info siteInfo
	wiki wiki
}

// id returns the key of the site in the cache.
func (s *site) id() string { return s.info.API + s.info.REST }

type seenKey struct {
	site *site
	old  bool // named by revision
	id   int64
}

func newRun(s *Set) (*run, error) {
	r := &run{Set: s, cache: cache{s.opt.CacheDir}, client: newClient(s.opt), sites: map[string]*site{}, seen: map[seenKey]bool{}}
	r.client.users = s.users
	if s.opt.Offline {
		return r, nil
	}
	return r, r.cache.make()
}

// An entry is one page to read, and what is known about it.
type entry struct {
	site *site
	ref  ref
	name string // for messages, until the URL is known
	rev  revision
	err  error // why it cannot be read
}

// batches groups entries so that one request asks for the revisions of many.
func (r *run) batches(ctx context.Context) iter.Seq2[[]*entry, error] {
	return func(yield func([]*entry, error) bool) {
		var batch []*entry
		size := 0
		for e, err := range r.entries(ctx) {
			if err != nil {
				// Yield the entries before the error first.
				if len(batch) == 0 || yield(batch, nil) {
					yield(nil, err)
				}
				return
			}
			// Servers refuse long URLs.
			const longest = 6000
			n := len(url.QueryEscape(e.ref.Title)) + 3
			if len(batch) == maxRefs || size+n > longest {
				if !yield(batch, nil) {
					return
				}
				batch, size = nil, 0
			}
			batch, size = append(batch, e), size+n
		}
		if len(batch) > 0 {
			yield(batch, nil)
		}
	}
}

// entries yields an entry for each page, finding the wikis and the pages of categories.
func (r *run) entries(ctx context.Context) iter.Seq2[*entry, error] {
	return func(yield func(*entry, error) bool) {
		for _, it := range r.items {
			u := it.url
			if u == nil {
				u = r.wiki
			}
			s, err := r.site(ctx, u)
			if err != nil {
				yield(nil, err)
				return
			}
			e := &entry{site: s, name: it.name(), ref: ref{Title: it.title}}
			if it.url != nil {
				e.ref, e.err = refOf(s, it.url)
			}
			if e.err != nil || !s.info.isCategory(e.ref.Title) {
				if !yield(e, nil) {
					return
				}
				continue
			}
			if !r.category(ctx, e, yield) {
				return
			}
		}
	}
}

func refOf(s *site, u *url.URL) (ref, error) {
	f, ok := s.info.ref(u)
	if !ok {
		return f, fmt.Errorf("the URL does not name a page of the wiki")
	}
	if f.Title != "" {
		return f, faultOf(f.Title)
	}
	return f, nil
}

// category yields the pages in a category. It returns false if the caller wants no more.
func (r *run) category(ctx context.Context, of *entry, yield func(*entry, error) bool) bool {
	found, others, goOn := 0, 0, true
	err := r.members(ctx, of.site, of.ref.Title, func(some members) bool {
		others += some.Others
		found += len(some.Pages)
		for _, f := range some.Pages {
			goOn = goOn && yield(&entry{site: of.site, ref: f, name: of.name + ", page " + strconv.FormatInt(f.Page, 10)}, nil)
		}
		return goOn
	})
	switch {
	case !goOn:
		return false
	case err != nil:
		yield(nil, fmt.Errorf("%s: %w", of.name, err))
		return false
	case found == 0:
		of.err = errors.New("the category has no pages; check its name")
		if others > 0 {
			of.err = fmt.Errorf("the category has no pages, only %d subcategories or files; name the subcategories", others)
		}
		return yield(of, nil)
	case others > 0:
		r.pending = append(r.pending, source.Note{Severity: source.Info, Code: "category_members", Where: "page", Field: of.ref.Title,
			Observed: strconv.Itoa(others), Message: "subcategories and files in this category were not read; name the subcategories to read them"})
	}
	return true
}

// read returns the source of an entry. Both results are nil for a page that was read
// before.
func (r *run) read(ctx context.Context, e *entry) (*source.Source, error) {
	if e.err != nil {
		return nil, &source.PageError{Name: e.name, Err: e.err}
	}
	key := seenKey{e.site, e.ref.ID != 0, e.rev.Page}
	if key.old {
		key.id = e.rev.ID
	}
	if r.seen[key] {
		return nil, nil
	}
	r.seen[key] = true
	src := e.source(r.opt.Format)
	if r.opt.Format == Wikitext && e.rev.Model != "" && e.rev.Model != "wikitext" {
		return nil, &source.PageError{Name: src.Name, Err: fmt.Errorf("its content is %s, not wikitext; read it as html", clean(e.rev.Model))}
	}
	data, err := r.content(ctx, e)
	if err != nil {
		page, perhapsWiki := ofPage(err)
		if page && perhapsWiki {
			r.failures++
		}
		const maxFailures = 3
		if !page || r.failures >= maxFailures {
			return nil, fmt.Errorf("%s: %w", src.Name, err)
		}
		return nil, &source.PageError{Name: src.Name, Err: err}
	}
	r.failures = 0
	src.Data = data
	src.Notes = append(src.Notes, r.pending...)
	r.pending = nil
	return src, nil
}

// source returns the source without its data.
func (e *entry) source(format string) *source.Source {
	rev, info := e.rev, e.site.info
	permanent := info.permanent(rev.Title, rev.ID)
	src := &source.Source{Name: permanent, Title: rev.Title, Format: format, Language: rev.Language,
		Revision: source.Revision{ID: rev.ID, Time: rev.Time, URL: permanent}, Notes: rev.notes()}
	src.License = spdx.ByURL(rev.License.URL)
	if e.ref.ID == 0 {
		src.Name = info.page(rev.Title)
		if u, _, err := parseAddress(rev.URL); err == nil {
			src.Name = u.String()
		}
	}
	return src
}
