package codec

import (
	"bytes"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load"
)

type file struct {
	bytes.Buffer
	closed int
	err    error
}

func (f *file) Write(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.Buffer.Write(p)
}

func (f *file) Close() error { f.closed++; return nil }

var text = strings.Repeat("page_id,length\nrivers,1233\n", 20_000)

func pack(t *testing.T, c load.Compression, s string, step int) []byte {
	t.Helper()
	f := new(file)
	w := NewWriter(c, f)
	for len(s) > 0 {
		n := min(step, len(s))
		if _, err := io.WriteString(w, s[:n]); err != nil {
			t.Fatal(err)
		}
		s = s[n:]
	}
	if err := w.Close(); err != nil || f.closed != 1 {
		t.Fatalf("%v, closed %d times", err, f.closed)
	}
	return f.Bytes()
}

func TestRoundTrip(t *testing.T) {
	for _, c := range load.Compressions {
		for _, s := range []string{"", "a", text} {
			packed := pack(t, c, s, 64<<10)
			if again := pack(t, c, s, 64<<10); !bytes.Equal(packed, again) {
				t.Errorf("%q: the second time the bytes differ", c)
			}
			r, err := NewReader(c, bytes.NewReader(packed))
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if err != nil || string(got) != s {
				t.Errorf("%q: %d bytes came back as %d, %v", c, len(s), len(got), err)
			}
			r.Close()
			if c != load.Uncompressed && len(packed) > len(s)/10+64 {
				t.Errorf("%q: %d bytes packed as %d", c, len(s), len(packed))
			}
		}
	}
}

// The programs that people have read the files, too.
func TestOtherPrograms(t *testing.T) {
	for c, program := range map[load.Compression]string{load.Gzip: "gzip", load.Zstandard: "zstd"} {
		t.Run(program, func(t *testing.T) {
			if _, err := exec.LookPath(program); err != nil {
				t.Skip(err)
			}
			cmd := exec.Command(program, "-dc")
			cmd.Stdin = bytes.NewReader(pack(t, c, text, 1<<20))
			if out, err := cmd.Output(); err != nil || string(out) != text {
				t.Errorf("%d bytes, %v", len(out), err)
			}
		})
	}
}

func TestBroken(t *testing.T) {
	for _, c := range []load.Compression{load.Gzip, load.Zstandard} {
		packed := pack(t, c, text, 1<<20)
		for name, data := range map[string][]byte{"cut": packed[:len(packed)/2], "not packed": []byte("page_id\nrivers\nmain\n")} {
			r, err := NewReader(c, bytes.NewReader(data))
			if err == nil {
				_, err = io.ReadAll(r)
			}
			if err == nil {
				t.Errorf("%q, %s: no error", c, name)
			}
		}
	}
	if _, err := NewReader("xz", strings.NewReader("")); err == nil || !strings.Contains(err.Error(), "xz") {
		t.Errorf("error is %v", err)
	}
}

func TestFullDisk(t *testing.T) {
	full := errors.New("full")
	for _, c := range load.Compressions {
		f := &file{err: full}
		w := NewWriter(c, f)
		_, err := w.Write([]byte(text))
		if closed := w.Close(); err == nil {
			err = closed
		}
		if !errors.Is(err, full) || f.closed != 1 {
			t.Errorf("%q: error is %v, closed %d times", c, err, f.closed)
		}
		// what failed once may be used again
		if got := pack(t, c, text, 1<<20); len(got) == 0 {
			t.Errorf("%q: nothing was written afterwards", c)
		}
	}
}
