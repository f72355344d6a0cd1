package mediawiki

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"net/url"

	"github.com/tidywiki/tidywiki/extract/source"
)

// A Set is what was asked for of one or several wikis.
type Set struct {
	opt   Options
	wiki  *url.URL // of Options.Wiki
	users map[string]*url.Userinfo
	items []item
}

// Open reads what is asked for: addresses of pages and categories, titles on the
// wiki of the options, and "-" or a file for a list of such. A title that is also
// the name of a file has a colon before it. What is empty or begins with # is passed
// over: no title can. It asks no wiki yet. It is an error if something cannot be
// meant.
func Open(args []string, opt Options) (*Set, error) {
	s := &Set{opt: opt.withDefaults(), users: map[string]*url.Userinfo{}}
	if f := s.opt.Format; f != HTML && f != Wikitext {
		return nil, fmt.Errorf("a wiki gives its pages as %s or %s, not as %q", HTML, Wikitext, f)
	}
	if opt.Offline && opt.CacheDir == "" {
		return nil, errors.New("offline, but without a cache to read: give --cache-dir")
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
		return nil, errors.New("no page given: name an address, a title, or a list that is not empty")
	}
	return s, nil
}

// openWiki reads the address of the wiki for titles: https where it has no scheme.
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

// Items names what was asked for, without user names and passwords: arguments with
// which Open makes the same set again, but for the accounts.
func (s *Set) Items() []string {
	names := make([]string, len(s.items))
	for i, it := range s.items {
		if names[i] = it.name(); it.url == nil {
			names[i] = ":" + it.title
		}
	}
	return names
}

// All reads the pages in the order in which they were asked for, those of a
// category in the wiki's. A page that is named again, or reached again through a
// redirect, comes once. A page that cannot be had yields a [*PageError] and no
// source, and the next one follows; any other error ends the sequence.
func (s *Set) All(ctx context.Context) iter.Seq2[*source.Source, error] {
	return func(yield func(*source.Source, error) bool) {
		r, err := newRun(s)
		if err != nil {
			yield(nil, err)
			return
		}
		for batch, err := range r.batches(ctx) {
			if err != nil {
				yield(nil, r.told(err))
				return
			}
			if err := r.resolve(ctx, batch); err != nil {
				yield(nil, r.told(err))
				return
			}
			for _, e := range batch {
				src, err := r.read(ctx, e)
				var page *PageError
				if err != nil && !errors.As(err, &page) {
					yield(nil, r.told(err))
					return
				}
				if (src != nil || err != nil) && !yield(src, err) {
					return
				}
			}
		}
	}
}

// told adds to an error that ends the sequence what to do about it.
func (r *run) told(err error) error {
	if errors.Is(err, context.Canceled) || r.cache.dir == "" || !r.asked {
		return err
	}
	return fmt.Errorf("%w; what was read before is in the cache and will not be asked for again", err)
}
