package mediawiki

import (
	"context"
	"fmt"
	"net/url"
	"reflect"
)

// members gets the pages in a category, five hundred at a time.
func (a *api) members(ctx context.Context, category string, do func(members) bool) error {
	params := url.Values{"action": {"query"}, "list": {"categorymembers"}, "cmtitle": {category}, "cmlimit": {"max"},
		"cmprop": {"ids|type"}}
	var last map[string]any
	for {
		var got struct {
			Continue map[string]any
			Query    struct {
				Members []struct {
					PageID int64
					Type   string
				} `json:"categorymembers"`
			}
		}
		if err := a.call(ctx, &got, params); err != nil {
			return err
		}
		some := members{More: len(got.Continue) > 0}
		for _, m := range got.Query.Members {
			if m.Type == "page" && m.PageID > 0 {
				some.Pages = append(some.Pages, ref{Page: m.PageID})
			} else {
				some.Others++
			}
		}
		if !do(some) || !some.More {
			return nil
		}
		if reflect.DeepEqual(got.Continue, last) {
			return fmt.Errorf("%s: the wiki's list does not end: it repeats a place to continue", category)
		}
		last = got.Continue
		for k, v := range got.Continue {
			params.Set(k, fmt.Sprint(v))
		}
	}
}
