package mediawiki

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
)

// The kinds of files in the cache, in addition to [HTML] and [Wikitext].
const (
	kindSite     = "site"
	kindRevision = "revision"
	kindMembers  = "members"
)

// site returns the wiki that a URL belongs to. It looks once for each host and folder of
// scripts.
func (r *run) site(ctx context.Context, u *url.URL) (*site, error) {
	key := origin(u) + scriptFolders(u)[0]
	if s := r.sites[key]; s != nil {
		return s, nil
	}
	var info siteInfo
	var err error
	if r.opt.Offline {
		if !r.cache.loadJSON(kindSite, key, &info) {
			return nil, fmt.Errorf("%s: %w", u.Host, errOffline)
		}
	} else {
		if info, err = discover(ctx, r.client, u); err != nil {
			return nil, err
		}
		if err := r.cache.storeJSON(kindSite, key, info); err != nil {
			return nil, err
		}
	}
	s, err := r.connect(info)
	if err != nil {
		return nil, err
	}
	r.sites[key] = s
	return s, nil
}

func (r *run) connect(info siteInfo) (*site, error) {
	// The same wiki may have been found from another URL.
	for _, s := range r.sites {
		if s.info.API == info.API && s.info.REST == info.REST {
			return s, nil
		}
	}
	at, err := url.Parse(info.API + info.REST)
	if err != nil {
		return nil, fmt.Errorf("cache: %w", errOffline)
	}
	s := &site{info: info}
	if info.API != "" {
		s.wiki = &api{client: r.client, url: at, site: info}
	} else {
		s.wiki = &rest{client: r.client, url: at, site: info}
	}
	return s, nil
}

// resolve finds the revisions of entries, with one request for all entries of a wiki
// that are named in the same way.
func (r *run) resolve(ctx context.Context, batch []*entry) error {
	type group struct {
		site *site
		kind int
	}
	var order []group
	groups := map[group][]*entry{}
	for _, e := range batch {
		if e.err != nil {
			continue
		}
		g := group{e.site, kindOf(e.ref)}
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], e)
	}
	for _, g := range order {
		if err := r.revisions(ctx, g.site, groups[g]); err != nil {
			return err
		}
	}
	return nil
}

func kindOf(f ref) int {
	switch {
	case f.ID != 0:
		return 2
	case f.Page != 0:
		return 1
	}
	return 0
}

func (r *run) revisions(ctx context.Context, s *site, entries []*entry) error {
	found := map[ref]revision{}
	if !r.opt.Offline {
		refs := make([]ref, 0, len(entries))
		for _, e := range entries {
			if _, twice := found[e.ref]; !twice {
				found[e.ref] = revision{}
				refs = append(refs, e.ref)
			}
		}
		var err error
		if found, err = s.wiki.revisions(ctx, refs); err != nil {
			return err
		}
	}
	for _, e := range entries {
		rev, ok := found[e.ref]
		key := fmt.Sprintf("%s %d %d %s", s.id(), e.ref.ID, e.ref.Page, e.ref.Title)
		if r.opt.Offline {
			ok = r.cache.loadJSON(kindRevision, key, &rev)
		} else if err := r.cache.storeJSON(kindRevision, key, rev); err != nil {
			return err
		}
		switch {
		case !ok:
			e.err = errOffline
		case rev.Refused != "":
			e.err = fmt.Errorf("%s", rev.Refused)
		}
		e.rev = rev
	}
	return nil
}

// members gets the pages in a category from the wiki or the cache.
func (r *run) members(ctx context.Context, s *site, category string, do func(members) bool) error {
	part := 0
	key := func() string { part++; return fmt.Sprintf("%s %d %s", s.id(), part, category) }
	if r.opt.Offline {
		for more := true; more; {
			var some members
			if !r.cache.loadJSON(kindMembers, key(), &some) {
				return errOffline
			}
			more = do(some) && some.More
		}
		return nil
	}
	var failed error
	err := s.wiki.members(ctx, category, func(some members) bool {
		if failed = r.cache.storeJSON(kindMembers, key(), some); failed != nil {
			return false
		}
		return do(some)
	})
	if failed != nil {
		return failed
	}
	return err
}

// content returns the text of a page. It comes from the cache if the cache has this
// revision, rendered with the current templates.
func (r *run) content(ctx context.Context, e *entry) ([]byte, error) {
	key := e.site.id() + " " + strconv.FormatInt(e.rev.ID, 10)
	format := r.opt.Format
	state := ""
	if format == HTML {
		state = e.rev.Touched
	}
	data, kept, ok := r.cache.load(format, key)
	if ok && (r.opt.Offline || kept == state) {
		return data, nil
	}
	if r.opt.Offline {
		return nil, &pageFault{errOffline}
	}
	data, err := e.site.wiki.content(ctx, e.rev, format)
	if err != nil {
		return nil, err
	}
	r.fetched = true
	return data, r.cache.store(format, key, state, data)
}
