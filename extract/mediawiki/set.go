package mediawiki

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A Set is a list of pages and categories of one or several wikis.
type Set struct {
	opt   Options
	wiki  *url.URL // of Options.Wiki
	users map[string]*url.Userinfo
	items []item
}

// Open parses the arguments: URLs of pages and categories, titles on the wiki of the
// options, and "-" or a file for a list of them. A title that is also the name of a file
// needs a colon in front. Empty lines and lines that begin with #, as no title can, are
// ignored. Open makes no requests.
func Open(args []string, opt Options) (*Set, error) {
	s := &Set{opt: opt.withDefaults(), users: map[string]*url.Userinfo{}}
	if f := s.opt.Format; f != HTML && f != Wikitext {
		return nil, fmt.Errorf("the format of a wiki's pages is %s or %s, not %q", HTML, Wikitext, f)
	}
	if opt.Offline && opt.CacheDir == "" {
		return nil, errors.New("offline, but without a cache: give --cache-dir")
	}
	if err := s.openWiki(); err != nil {
		return nil, err
	}
	for _, account := range opt.Accounts {
		if u, user, err := parseAddress(account); err == nil && user != nil {
			s.users[origin(u)] = user
		}
	}
	for _, arg := range args {
		if err := s.argument(arg); err != nil {
			return nil, err
		}
	}
	if len(s.items) == 0 {
		return nil, errors.New("no page given: name a URL, a title, or a list that is not empty")
	}
	return s, nil
}

// openWiki parses the URL of the wiki for titles. The default scheme is https.
func (s *Set) openWiki() error {
	if s.opt.Wiki == "" {
		return nil
	}
	text := s.opt.Wiki
	if !IsAddress(text) {
		text = "https://" + text
	}
	u, user, err := parseAddress(text)
	if err != nil {
		return fmt.Errorf("--wiki: %w", err)
	}
	if user != nil {
		s.users[origin(u)] = user
	}
	s.wiki = u
	return nil
}

// Items returns arguments from which Open makes the same set again. They have no user
// names and passwords.
func (s *Set) Items() []string {
	names := make([]string, len(s.items))
	for i, it := range s.items {
		if names[i] = it.name(); it.url == nil {
			names[i] = ":" + it.title
		}
	}
	return names
}

// All reads the pages in the order of the arguments, and those of a category in the
// wiki's order. A page that is named twice, or reached twice through redirects, is
// yielded once. A page that cannot be read yields a [*source.PageError] and no source, and the
// sequence continues; any other error ends it.
func (s *Set) All(ctx context.Context) iter.Seq2[*source.Source, error] {
	return func(yield func(*source.Source, error) bool) {
		r, err := newRun(s)
		if err != nil {
			yield(nil, err)
			return
		}
		for batch, err := range r.batches(ctx) {
			if err != nil {
				yield(nil, r.withHint(err))
				return
			}
			if err := r.resolve(ctx, batch); err != nil {
				yield(nil, r.withHint(err))
				return
			}
			for _, e := range batch {
				src, err := r.read(ctx, e)
				var page *source.PageError
				if err != nil && !errors.As(err, &page) {
					yield(nil, r.withHint(err))
					return
				}
				if (src != nil || err != nil) && !yield(src, err) {
					return
				}
			}
		}
	}
}

// withHint adds to an error that ends the sequence that the cache keeps what was read.
func (r *run) withHint(err error) error {
	if errors.Is(err, context.Canceled) || r.cache.dir == "" || !r.fetched {
		return err
	}
	return fmt.Errorf("%w; pages that were read are in the cache and will not be requested again", err)
}
