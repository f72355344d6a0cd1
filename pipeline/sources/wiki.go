package sources

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
	"unicode"

	"github.com/tidywiki/tidywiki/extract/mediawiki"
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/pipeline/internal/version"
)

// WikiOptions say how pages are requested from running wikis. The zero value has the
// defaults.
type WikiOptions struct {
	// Wiki is the address of the wiki that all sources are titles on; empty where
	// sources are addresses, or files.
	Wiki string
	// Contact names who runs this, with a way to reach them. It goes before the
	// program's own name to every wiki.
	Contact string
	// CacheDir keeps answers, empty for none. With Offline only the cache is used.
	CacheDir string
	Offline  bool
	// Timeout is how long a request may take, Retries how often it is repeated; 0
	// for the defaults, see [mediawiki.Options].
	Timeout time.Duration
	Retries int
	// Waiting is called before each wait for a wiki that asked for time. It is
	// called from another goroutine than the run's Progress. May be nil.
	Waiting func(d time.Duration, host string)
}

// onWiki reports whether a source is a page of a running wiki.
func (p Options) onWiki(src string) bool { return p.Wiki.Wiki != "" || mediawiki.IsAddress(src) }

// split separates files from pages of running wikis.
func (p Options) split() (local, live []string) {
	for _, src := range p.Sources {
		if p.onWiki(src) {
			live = append(live, src)
		} else {
			local = append(local, src)
		}
	}
	return local, live
}

// userAgent is how the program introduces itself, as
// https://foundation.wikimedia.org/wiki/Policy:User-Agent_policy asks.
func (o WikiOptions) userAgent() string {
	return strings.TrimSpace(o.Contact + " tidywiki/" + version.Version + " (https://github.com/tidywiki/tidywiki)")
}

// openWiki reads arguments that name pages of running wikis.
func (p Options) openWiki(args []string) (*mediawiki.Set, error) {
	if p.From != "" && p.From != mediawiki.HTML && p.From != mediawiki.Wikitext {
		return nil, usage.Errorf("--from %s: wikis give their pages as html or wikitext", p.From)
	}
	if strings.ContainsFunc(p.Wiki.Contact, unicode.IsControl) {
		return nil, usage.Errorf("--user-agent: it must be one line without control characters")
	}
	o := p.Wiki
	return mediawiki.Open(args, mediawiki.Options{Wiki: o.Wiki, Stdin: p.Stdin, Accounts: append(p.Sources, o.Wiki),
		Format: p.From, UserAgent: o.userAgent(), CacheDir: o.CacheDir, Offline: o.Offline,
		MaxBytes: 2*p.PageBytes + 1<<20, Timeout: o.Timeout, Retries: o.Retries, Waiting: o.Waiting})
}

// readWiki reads the pages of a unit that are on running wikis. A page that cannot
// be fetched comes as a source without data and the error; a wiki that does not
// answer ends the sequence with an error and no source.
func (p Options) readWiki(ctx context.Context, items []string) iter.Seq2[*source.Source, error] {
	return func(yield func(*source.Source, error) bool) {
		if len(items) == 0 {
			return
		}
		set, err := p.openWiki(items)
		if err != nil {
			yield(nil, fmt.Errorf("cannot read: %w", err))
			return
		}
		for src, err := range set.All(ctx) {
			var page *source.PageError
			if errors.As(err, &page) {
				src, err = &source.Source{Name: page.Name}, &convert.PageError{Code: "unreadable_page", Err: page.Err}
			}
			if !yield(src, err) {
				return
			}
		}
	}
}
