package tablefile

import (
	"io"
	"strings"
	"testing"
)

func TestOutput(t *testing.T) {
	var got pieces
	out := newOutput(&got)
	small, large := strings.Repeat("s", 1000), strings.Repeat("L", spillSize)
	want := ""
	for i := range 200 {
		text := small
		if i%50 == 49 {
			text = large
		}
		want += text
		if n, err := io.WriteString(out, text); n != len(text) || err != nil {
			t.Fatal(n, err)
		}
	}
	if err := out.Flush(); err != nil || strings.Join(got, "") != want {
		t.Errorf("%d bytes of %d, %v", len(strings.Join(got, "")), len(want), err)
	}
	if len(got) > 12 {
		t.Errorf("%d pieces", len(got))
	}
}

type pieces []string

func (p *pieces) Write(b []byte) (int, error) {
	*p = append(*p, string(b))
	return len(b), nil
}

func (p *pieces) Close() error { return nil }
