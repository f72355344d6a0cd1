package citation

import (
	"net/url"
	"strings"
	"unicode"

	"github.com/tidywiki/tidywiki/extract/document"
)

// IsArchive reports whether an address is that of a copy in an archive of the web.
func IsArchive(address string) bool {
	_, rest, ok := strings.Cut(address, "//")
	if !ok {
		return false
	}
	host, path, _ := strings.Cut(rest, "/")
	host = strings.ToLower(host)
	if host == "archive.org" || host == "www.archive.org" { // which has books of its own
		return strings.HasPrefix(path, "web/") || strings.HasPrefix(path, "wayback/")
	}
	return words().hosts[host]
}

// Complete adds what the links of a reference tell: its address and title, a copy in an
// archive, the identifiers of its work.
func Complete(r *document.Reference) {
	for _, l := range r.Text.Links() {
		target := l.Target
		switch {
		case l.Kind != document.ExternalLink:
			if _, number, ok := strings.Cut(target, "BookSources/"); ok && r.ISBN == "" {
				r.ISBN = number
			}
		case identifier(target) != "":
			if r.DOI == "" {
				r.DOI = identifier(target)
			}
		case IsArchive(target):
			if r.ArchiveURL == "" {
				r.ArchiveURL = target
				entitle(r, &l)
			}
		case r.URL == "":
			r.URL = target
			entitle(r, &l)
		}
	}
}

// entitle takes the text of a link as the title, unless it is only an address or number.
func entitle(r *document.Reference, l *document.Link) {
	text := strings.Trim(r.Text.Plain[l.Start:l.End], "\"“”„«» ")
	if r.Title == "" && text != "" && text[0] != '[' && !strings.Contains(text, "://") {
		r.Title = text
	}
}

// identifier is the DOI that an address leads to, or empty.
func identifier(address string) string {
	_, id, ok := strings.Cut(address, "doi.org/10.")
	if !ok {
		return ""
	}
	if decoded, err := url.PathUnescape(id); err == nil {
		id = decoded
	}
	return "10." + id
}

// clean leaves control characters out of a value and collapses its white space.
func clean(v string) string {
	v = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, v)
	return strings.Join(strings.Fields(v), " ")
}

// FromCOinS takes what the title of a rendered citation's Z3988 element has, as
// https://en.wikipedia.org/wiki/COinS describes.
func FromCOinS(r *document.Reference, title string) {
	values, err := url.ParseQuery(title)
	if err != nil && len(values) == 0 {
		return
	}
	take := func(to *string, keys ...string) {
		for _, key := range keys {
			if v := clean(values.Get(key)); *to == "" && v != "" {
				*to = v
			}
		}
	}
	take(&r.Title, "rft.atitle", "rft.btitle", "rft.title", "rft.jtitle")
	take(&r.Work, "rft.jtitle", "rft.title", "rft.btitle")
	if r.Work == r.Title {
		r.Work = ""
	}
	take(&r.Publisher, "rft.pub", "rft.inst")
	take(&r.Date, "rft.date")
	take(&r.ISBN, "rft.isbn")
	for _, id := range values["rft_id"] {
		id = clean(id)
		if id, ok := strings.CutPrefix(id, "info:doi/"); ok {
			r.DOI = id
		} else if strings.HasPrefix(id, "http") {
			if IsArchive(id) {
				r.ArchiveURL = id
			} else if r.URL == "" {
				r.URL = id
			}
		}
	}
	if r.Author == "" {
		authors := values["rft.au"]
		if family := values.Get("rft.aulast"); len(authors) == 0 && family != "" {
			authors = []string{strings.TrimSuffix(family+", "+values.Get("rft.aufirst"), ", ")}
		}
		r.Author = clean(strings.Join(authors, "; "))
	}
}
