package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var files = [][2]string{
	{"rivers-1.0.0/README.md", "# Rivers\n"},
	{"rivers-1.0.0/data/empty.csv", ""},
	{"rivers-1.0.0/data/tables/" + strings.Repeat("a-long-page-id-", 12) + "/01-länge.csv", strings.Repeat("name,length\n", 9000)},
}

func packed(t testing.TB, format string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w, err := New(&buf, format)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := w.Add(f[0], int64(len(f[1])), strings.NewReader(f[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func saved(t testing.TB, name string, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestRoundTrip(t *testing.T) {
	for _, format := range Formats() {
		t.Run(format, func(t *testing.T) {
			data := packed(t, format)
			if !bytes.Equal(data, packed(t, format)) {
				t.Error("the same files make other bytes")
			}
			dir, err := Unpack(context.Background(), saved(t, "x."+format, data), t.TempDir())
			if err != nil {
				t.Fatal(err)
			}
			if filepath.Base(dir) != "rivers-1.0.0" {
				t.Errorf("the package is in %s", dir)
			}
			for _, f := range files {
				got, err := os.ReadFile(filepath.Join(filepath.Dir(dir), filepath.FromSlash(f[0])))
				if err != nil || string(got) != f[1] {
					t.Errorf("%s: %v, or not what was packed", f[0], err)
				}
			}
		})
	}
}

// The standard library reads what is packed, and sees no time, owner or machine.
func TestNothingOfTheMachine(t *testing.T) {
	z, err := gzip.NewReader(bytes.NewReader(packed(t, "tar.gz")))
	if err != nil {
		t.Fatal(err)
	}
	if !z.ModTime.IsZero() || z.Name != "" || z.OS != 255 {
		t.Errorf("gzip's header has %+v", z.Header)
	}
	in := tar.NewReader(z)
	seen := 0
	for {
		h, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		seen++
		if !h.ModTime.Equal(when) || h.Uid+h.Gid != 0 || h.Uname+h.Gname != "" || h.Mode != 0o644 {
			t.Errorf("%s: %+v", h.Name, h)
		}
	}
	data := packed(t, "zip")
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.File {
		seen++
		if !f.Modified.Equal(when) || f.Mode() != 0o644 {
			t.Errorf("%s: %v, %v", f.Name, f.Modified, f.Mode())
		}
	}
	if seen != 2*len(files) {
		t.Errorf("%d entries", seen)
	}
}

func TestZoneDoesNotMatter(t *testing.T) {
	want := packed(t, "zip")
	defer func(l *time.Location) { time.Local = l }(time.Local)
	time.Local = time.FixedZone("far", 9*60*60)
	if !bytes.Equal(packed(t, "zip"), want) {
		t.Error("another zone makes other bytes")
	}
}

func TestAddOtherSize(t *testing.T) {
	for _, format := range Formats() {
		for _, size := range []int64{2, 4} {
			w, _ := New(io.Discard, format)
			err := w.Add("a", size, strings.NewReader("abc"))
			if err == nil {
				err = w.Close()
			}
			if err == nil {
				t.Errorf("%s: a file of another size is packed", format)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	if _, err := New(io.Discard, "rar"); err == nil || !strings.Contains(err.Error(), "tar.gz, zip") {
		t.Errorf("error %v", err)
	}
	for file, want := range map[string]bool{"a.tar.gz": true, "a.TGZ": true, "b.zip": true, "a.gz": false, "tar.gz": false, "zip": false, "a.tar": false, "": false} {
		if Is(file) != want {
			t.Errorf("Is(%q) is %v", file, !want)
		}
	}
}

// tarOf packs entries as anybody could.
func tarOf(t testing.TB, headers ...tar.Header) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := gzip.NewWriter(&buf)
	w := tar.NewWriter(z)
	for _, h := range headers {
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	z.Close()
	return buf.Bytes()
}

// Files of three terabytes of nothing, as GNU tar packs them in either of its ways:
// truncate -s 3T big; echo x >>big; tar --sparse --format=posix -czf pax.tar.gz big.
const (
	paxHoles = "H4sIAAAAAAAAA+3UzU6EMBQFYNZ9Cp6g3P7RzoKtMytjYnyAqo3BDINpMSE+vXUSIzLR2TijmPMtaLiXhkI58OrKj5vg70NM1W37UJwAZbXW+z" +
		"Gbj6RIFsLko6klCVWQIGtEUY6nWMzccxp8zEs5x73+ICnL9eUNT08+psA7/9jHRrBZtd3lKjGpptWd70KTvxim7LQcg9+m9iU0Sq6cUdo5pRQx" +
		"RWU3tHmGsCvjrHFGcK117Yyp9VvXH3bpo3v39dzffoPLxqu8d9f7rbtot4FL65z+4R/BkfwLOsi/trUpyrNk8j3/se+H76471p8/3EJINsmpdO" +
		"zTec4tIV//2oj9BQAAAAAAAAAAAAAAAAAAWLxXK2zj9wAoAAA="
	gnuHoles = "H4sIAAAAAAAAA+3QSwqDQAyA4aA7TzFHmJf2IJ5AN6UrwVro0qMbZlNRsKiIm/+DSSAZZkLa11OuZlUVY8pqmZUXVwbry8pbF0SPiw8x9eWTqc" +
		"97aHpjpO+6Yevev/5hY4p5ivONzOrZr25PfZCtmt9i/4MAAAAAAAAAAAAAAAAAgPtNG4EcOQAoAAA="
)

func unquoted(t *testing.T, text string) []byte {
	t.Helper()
	data, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestUnpackRefuses(t *testing.T) {
	whole := packed(t, "tar.gz")
	var dots bytes.Buffer
	w := zip.NewWriter(&dots)
	w.Create("../out.txt")
	w.Close()
	tests := map[string]struct {
		file string
		data []byte
		want string
	}{
		"a path that leaves":   {"x.tar.gz", tarOf(t, tar.Header{Name: "../out.txt", Typeflag: tar.TypeReg}), "not below"},
		"an absolute path":     {"x.tgz", tarOf(t, tar.Header{Name: "/out.txt", Typeflag: tar.TypeReg}), "not below"},
		"a backslash":          {"x.tar.gz", tarOf(t, tar.Header{Name: `a\..\..\out.txt`, Typeflag: tar.TypeReg}), "not below"},
		"a link":               {"x.tar.gz", tarOf(t, tar.Header{Name: "a", Linkname: "/etc", Typeflag: tar.TypeSymlink}), "neither"},
		"holes":                {"x.tar.gz", unquoted(t, paxHoles), "has holes"},
		"holes of GNU":         {"x.tar.gz", unquoted(t, gnuHoles), "has holes"},
		"a file twice":         {"x.tar.gz", tarOf(t, tar.Header{Name: "a", Typeflag: tar.TypeReg}, tar.Header{Name: "a", Typeflag: tar.TypeReg}), "exists"},
		"a file as folder":     {"x.tar.gz", tarOf(t, tar.Header{Name: "a", Typeflag: tar.TypeReg}, tar.Header{Name: "a/b", Typeflag: tar.TypeReg}), "a"},
		"a path of zip":        {"x.zip", dots.Bytes(), ".."},
		"half an archive":      {"x.tar.gz", whole[:len(whole)/2], "EOF"},
		"a wrong sum":          {"x.tar.gz", append(bytes.Clone(whole[:len(whole)-8]), make([]byte, 8)...), "checksum"},
		"no gzip":              {"x.tar.gz", []byte("hello"), "x.tar.gz"},
		"no zip":               {"x.zip", []byte("hello"), "x.zip"},
		"a file of other kind": {"x.csv", nil, "must end in .tar.gz or .zip"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			_, err := Unpack(context.Background(), saved(t, tt.file, tt.data), dir)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(dir), "out.txt")); err == nil {
				t.Error("a file was written outside of the folder")
			}
		})
	}
}

func TestUnpackWithoutTop(t *testing.T) {
	file := saved(t, "x.tar.gz", tarOf(t, tar.Header{Name: "d/", Typeflag: tar.TypeDir}, tar.Header{Name: "datapackage.json", Typeflag: tar.TypeReg},
		tar.Header{Name: "d/a.csv", Typeflag: tar.TypeReg}))
	to := t.TempDir()
	dir, err := Unpack(context.Background(), file, to)
	if err != nil || dir != to {
		t.Errorf("%s, %v", dir, err)
	}
}

func TestUnpackStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Unpack(ctx, saved(t, "x.zip", packed(t, "zip")), t.TempDir())
	if err == nil {
		t.Error("it goes on")
	}
}

// FuzzUnpack: any bytes are refused or unpacked, and nothing leaves the folder.
func FuzzUnpack(f *testing.F) {
	f.Add(tarOf(f, tar.Header{Name: "a/b", Typeflag: tar.TypeReg}), true)
	var small bytes.Buffer
	w, _ := New(&small, "zip")
	w.Add("a/b", 3, strings.NewReader("abc"))
	w.Close()
	f.Add(small.Bytes(), false)
	f.Add([]byte("PK"), false)
	f.Fuzz(func(t *testing.T, data []byte, isTar bool) {
		name := "x.zip"
		if isTar {
			name = "x.tar.gz"
		}
		if len(data) > 1<<16 {
			t.Skip() // what it expands to could fill the disk
		}
		around := t.TempDir()
		dir := filepath.Join(around, "in")
		if err := os.Mkdir(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		_, _ = Unpack(context.Background(), saved(t, name, data), dir) // refused or not
		var beside []string
		entries, err := os.ReadDir(around)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			beside = append(beside, e.Name())
		}
		if diff := cmp.Diff([]string{"in"}, beside); diff != "" {
			t.Error(diff)
		}
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type()&fs.ModeSymlink != 0 {
				t.Errorf("%s is a link", path)
			}
			return nil
		})
	})
}

func BenchmarkAdd(b *testing.B) {
	text := strings.Repeat("rivers,12,3,4,\"the Rhine, long\",1233\n", 1<<16)
	for _, format := range Formats() {
		b.Run(format, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				w, _ := New(io.Discard, format)
				if err := w.Add("cells.csv", int64(len(text)), strings.NewReader(text)); err != nil {
					b.Fatal(err)
				}
				if err := w.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
