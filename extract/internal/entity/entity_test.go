package entity_test

import (
	"html"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/internal/entity"
)

func TestCommon(t *testing.T) {
	for _, ref := range []string{"&nbsp;", "&amp;", "&lt;", "&gt;", "&quot;", "&ndash;", "&mdash;", "&minus;", "&times;", "&#39;", "&thinsp;"} {
		if got := entity.Common(ref); got == "" || got != html.UnescapeString(ref) {
			t.Errorf("%s is %q", ref, got)
		}
	}
	for _, ref := range []string{"", "&", "&amp", "amp;", "&AMP;", "&alpha;"} {
		if got := entity.Common(ref); got != "" {
			t.Errorf("%s is %q, which need not be kept", ref, got)
		}
	}
}

func TestReplace(t *testing.T) {
	at := func(s string) (string, int) {
		if strings.HasPrefix(s, "&x;") {
			return "X", 3
		}
		return "not asked for", 0
	}
	for in, want := range map[string]string{
		"": "", "ab": "ab", "&x;": "X", "a&x;b&x;": "aXbX", "&&x;": "&X", "&y; &": "&y; &", "&amp;x;": "&amp;x;",
	} {
		if got := entity.Replace(in, at); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
