package dump

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/tidywiki/tidywiki/extract/source"
)

var errTest = errors.New("the disk is gone")

// brokenReader gives all of data, and err together with the last bytes of it.
type brokenReader struct {
	data []byte
	err  error
}

func (r *brokenReader) Read(p []byte) (int, error) {
	n := copy(p, r.data)
	r.data = r.data[n:]
	if len(r.data) == 0 {
		return n, r.err
	}
	return n, nil
}

// slowReaders return the bytes of a file in the different ways that io.Reader allows.
var slowReaders = map[string]func(data []byte) io.Reader{
	"at once":          func(data []byte) io.Reader { return bytes.NewReader(data) },
	"data with EOF":    func(data []byte) io.Reader { return &brokenReader{data, io.EOF} },
	"data with error":  func(data []byte) io.Reader { return &brokenReader{data, errTest} },
	"one byte":         func(data []byte) io.Reader { return iotest.OneByteReader(bytes.NewReader(data)) },
	"one byte and EOF": func(data []byte) io.Reader { return iotest.DataErrReader(iotest.OneByteReader(bytes.NewReader(data))) },
	"half":             func(data []byte) io.Reader { return iotest.HalfReader(bytes.NewReader(data)) },
	"time-out":         func(data []byte) io.Reader { return iotest.TimeoutReader(iotest.HalfReader(bytes.NewReader(data))) },
}

// readerFails has the readers that end with an error of their own.
var readerFails = map[string]bool{"data with error": true, "time-out": true}

// cutDump is a small dump with every kind of element that is read, skipped or held.
func cutDump() (pages []string, text string) {
	pages = []string{
		"<page><title>A &amp; B</title><ns>0</ns><revision><id>1</id><!-- x --><text>one</text></revision></page>",
		"<page><title>R</title><redirect title=\"A\"/><revision><text>#REDIRECT [[A]]</text></revision></page>",
		"<page><title>C</title><revision><id>2</id><timestamp>2013-03-05T01:02:03Z</timestamp><text><![CDATA[<b>]]></text></revision></page>",
	}
	return pages, "<mediawiki>" + strings.Join(pages, "") + "</mediawiki>"
}

// readTight reads the pages of XML through a scanner with a buffer of a few bytes, which
// moves and grows at every element.
func readTight(r io.Reader, site *Site) (titles []string, closed bool, err error) {
	opt := Options{}.WithDefaults()
	rd := &reader{s: newScanner(r, 8), opt: &opt, site: site, counts: new(Counts)}
	rd.yield = func(src *source.Source, _ error) bool {
		titles = append(titles, src.Title+": "+src.Text())
		return true
	}
	err = rd.run(context.Background())
	return titles, rd.closed, err
}

// A text that is cut anywhere, or whose reader fails there, yields the complete pages and
// one error, however the reader returns its bytes.
func TestCutText(t *testing.T) {
	_, text := cutDump()
	want, _, err := readTight(strings.NewReader(text), &Site{})
	if len(want) != 2 || err != nil {
		t.Fatalf("%q, %v", want, err)
	}
	for name, slow := range slowReaders {
		for n := 1; n <= len(text); n++ {
			got, closed, err := readTight(slow([]byte(text[:n])), &Site{})
			if len(got) > len(want) || !slices.Equal(got, want[:len(got)]) {
				t.Fatalf("%s, cut at %d: %q", name, n, got)
			}
			if closed && n < len(text) {
				t.Errorf("%s, cut at %d: taken as closed", name, n)
			}
			inside := strings.LastIndex(text[:n], "<page>") > strings.LastIndex(text[:n], "</page>")
			wantErr := inside || readerFails[name]
			if wantErr != (err != nil) {
				t.Errorf("%s, cut at %d: error %v, want one: %t", name, n, err, wantErr)
			}
		}
	}
}

// compressions returns the small dump in every compression.
func compressions(t *testing.T) map[string][]byte {
	pages, text := cutDump()
	multi := bzip2Stream([]byte("<mediawiki>"), 900_000)
	for _, p := range pages {
		multi = append(multi, bzip2Stream([]byte(p), 900_000)...)
	}
	return map[string][]byte{
		"plain": []byte(text), "gzip": gzipBytes(t, text), "zstd": zstdBytes(t, text), "bzip2": bzip2Stream([]byte(text), 100),
		"members":     append(gzipBytes(t, text[:150]), gzipBytes(t, text[150:])...),
		"frames":      append(zstdBytes(t, text[:150]), zstdBytes(t, text[150:])...),
		"multistream": append(multi, bzip2Stream([]byte("</mediawiki>"), 900_000)...),
	}
}

// A dump that is cut off anywhere is never taken as complete, in any compression.
func TestCutFile(t *testing.T) {
	for form, data := range compressions(t) {
		want, err := openAll(bytes.NewReader(data))
		if len(want) != 2 || err != nil {
			t.Fatalf("%s: %q, %v", form, want, err)
		}
		for n := range data {
			got, err := openAll(&brokenReader{data[:n], io.EOF})
			var damage *DamageError
			if !errors.As(err, &damage) && !errors.Is(err, ErrNotDump) {
				t.Errorf("%s, cut at %d of %d: %v", form, n, len(data), err)
			}
			if len(got) > len(want) || !slices.Equal(got, want[:len(got)]) {
				t.Errorf("%s, cut at %d of %d: %q", form, n, len(data), got)
			}
		}
		for name, slow := range slowReaders {
			got, err := openAll(slow(data))
			if fails := readerFails[name]; fails != (err != nil) || !fails && !slices.Equal(got, want) {
				t.Errorf("%s, %s: %q, %v", form, name, got, err)
			}
		}
	}
}

// openAll opens a stream and reads its pages.
func openAll(r io.Reader) (titles []string, err error) {
	d, err := OpenReader("cut", r, Options{})
	if err != nil {
		return nil, err
	}
	for src, e := range d.Pages(context.Background(), d.Whole(), nil) {
		if e != nil {
			return titles, e
		}
		titles = append(titles, src.Title+": "+src.Text())
	}
	return titles, nil
}

// A dump that ends between two streams is cut off: only </mediawiki> ends it.
func TestCutBetweenStreams(t *testing.T) {
	_, text := cutDump()
	pages := somePages(12)
	data := multistream(pages, 3)
	n := len(bzip2Stream([]byte(head), 900_000))
	cuts := map[string][]byte{"head only": data[:n]}
	for i := 0; i < len(pages); i += 3 {
		n += len(bzip2Stream([]byte(strings.Join(pages[i:i+3], "")), 900_000))
		cuts[fmt.Sprintf("%d pages", i+3)] = data[:n]
	}
	cuts["gzip member"] = gzipBytes(t, strings.TrimSuffix(text, "</mediawiki>"))
	cuts["zstd frame"] = zstdBytes(t, strings.TrimSuffix(text, "</mediawiki>"))
	cuts["second dump"] = []byte(text + "\n" + strings.TrimSuffix(text, "</mediawiki>"))
	for name, data := range cuts {
		d := file(t, "some", data, Options{})
		for _, size := range []int64{1 << 40, 100} {
			ranges, err := d.Ranges(context.Background(), size)
			if err != nil {
				t.Fatal(err)
			}
			for i, rg := range ranges {
				_, _, failed := pagesOf(d, rg)
				if last := i == len(ranges)-1; last != (len(failed) == 1) || last && !errors.Is(failed[0], errNoEnd) {
					t.Errorf("%s, range %d of %d: %v", name, i+1, len(ranges), failed)
				}
			}
		}
	}
	whole := file(t, "two", []byte(text+"\n"+text), Options{})
	if pages, _, failed := pagesOf(whole, whole.Whole()); len(pages) != 4 || failed != nil {
		t.Errorf("two dumps in one file: %d pages, %v", len(pages), failed)
	}
}
