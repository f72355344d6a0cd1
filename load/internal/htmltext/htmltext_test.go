package htmltext_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/load/internal/htmltext"
)

func TestLegal(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a\tb\r\nc": "a\tb\r\nc", "<&>": "<&>", "a\u00a0b\u2028": "a\u00a0b\u2028", "\uffff": "\uffff",
		"a\x00b": "a\ufffdb", "\x1b[1m": "\ufffd[1m", "\x7f\u0085": "\ufffd\ufffd", "a\xff\xc3": "a\ufffd\ufffd",
	} {
		if got := htmltext.Legal(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
