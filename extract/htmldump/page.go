package htmldump

import (
	"bytes"
	"cmp"
	"encoding/json"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/tidywiki/tidywiki/extract/internal/spdx"
	"github.com/tidywiki/tidywiki/extract/source"
)

// A page is what is read of an object of a dump. Any field may be missing.
type page struct {
	Name      string `json:"name"`
	URL       string `json:"url"`
	Modified  string `json:"date_modified"`
	Namespace struct {
		ID int `json:"identifier"`
	} `json:"namespace"`
	Version struct {
		ID int64 `json:"identifier"`
	} `json:"version"`
	Language struct {
		ID string `json:"identifier"`
	} `json:"in_language"`
	Entity struct {
		ID string `json:"identifier"`
	} `json:"main_entity"`
	License []struct {
		ID  string `json:"identifier"`
		URL string `json:"url"`
	} `json:"license"`
	Body struct {
		HTML     string `json:"html"`
		Wikitext string `json:"wikitext"`
	} `json:"article_body"`
}

// head reads the fields that are texts or objects at the beginning of an object that is
// cut off, as far as they go.
func (p *page) head(line []byte) {
	d := json.NewDecoder(bytes.NewReader(line))
	if _, err := d.Token(); err != nil {
		return
	}
	for {
		key, err := d.Token()
		if err != nil {
			return
		}
		var raw json.RawMessage
		if d.Decode(&raw) != nil {
			return
		}
		if name, ok := key.(string); ok {
			one, err := json.Marshal(map[string]json.RawMessage{name: raw})
			if err == nil {
				_ = json.Unmarshal(one, p) // a field of another type is as good as missing
			}
		}
	}
}

// source is the page as others know it. Its data is HTML, or wikitext without any.
func (p *page) source() *source.Source {
	src := &source.Source{Name: p.sourceName(), Title: p.Name, Format: "html", Language: p.Language.ID, License: p.license(),
		Wikidata: p.Entity.ID, Revision: source.Revision{ID: p.Version.ID, URL: p.revisionURL()}, Data: []byte(p.Body.HTML)}
	src.Revision.Time, _ = time.Parse(time.RFC3339, p.Modified) // zero if it is not known
	if p.Body.HTML == "" {
		src.Format, src.Data = "wikitext", []byte(p.Body.Wikitext)
	}
	return src
}

func (p *page) sourceName() string { return cmp.Or(p.URL, p.Name) }

// license is the SPDX identifier of the license that the page names first.
func (p *page) license() string {
	if len(p.License) == 0 {
		return ""
	}
	return cmp.Or(spdx.ByURL(p.License[0].URL), p.License[0].ID)
}

// revisionURL is the permanent address of the revision on a wiki of Wikimedia.
func (p *page) revisionURL() string {
	u, err := url.Parse(p.URL)
	if err != nil || u.Host == "" || p.Version.ID == 0 || !strings.HasPrefix(u.Path, "/wiki/") {
		return ""
	}
	return u.Scheme + "://" + u.Host + "/w/index.php?oldid=" + strconv.FormatInt(p.Version.ID, 10)
}
