package dump

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Ranges read in any order have the pages of the whole dump, each once.
func TestRanges(t *testing.T) {
	pages := somePages(60)
	text := head + strings.Join(pages, "") + foot
	tight := "<mediawiki>" + strings.ReplaceAll(strings.ReplaceAll(strings.Join(pages, ""), "  <page>\n", "<page>"), "</page>\n", "</page>") + "</mediawiki>"
	for _, tt := range []struct {
		name  string
		data  []byte
		least int // ranges at a size of a tenth
	}{
		{"plain", []byte(text), 9},
		{"plain without root", []byte(strings.Join(pages, "")), 9},
		{"plain without white space", []byte(tight), 9},
		{"plain, one page", []byte(head + pages[30] + foot), 1},
		{"multistream", multistream(pages, 3), 9},
		{"multistream, one page each", multistream(pages, 1), 9},
		{"one stream", bzip2Stream([]byte(text), 3000), 1},
		{"streams that begin anywhere", append(bzip2Stream([]byte(text[:9001]), 3000), bzip2Stream([]byte(text[9001:]), 3000)...), 1},
		{"gzip", gzipBytes(t, text), 1},
		{"zstd", zstdBytes(t, text), 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := file(t, "some", tt.data, Options{AllNamespaces: true})
			want, wantCounts, failed := pagesOf(d, d.Whole())
			if failed != nil {
				t.Fatal(failed)
			}
			for _, size := range []int64{1, 100, 3000, int64(len(tt.data) / 10), int64(len(tt.data)) - 1, int64(len(tt.data)), 1 << 40} {
				ranges, err := d.Ranges(context.Background(), size)
				if err != nil {
					t.Fatal(err)
				}
				if size == int64(len(tt.data)/10) && len(ranges) < tt.least {
					t.Errorf("%d ranges of %d bytes, want %d at least", len(ranges), size, tt.least)
				}
				checkRanges(t, d, ranges)
				parts := make([][]string, len(ranges))
				var counts Counts
				for i := len(ranges) - 1; i >= 0; i-- {
					got, n, failed := pagesOf(d, ranges[i])
					if failed != nil {
						t.Fatalf("size %d, range %+v: %v", size, ranges[i], failed)
					}
					parts[i] = names(got)
					counts.Add(n)
				}
				var got []string
				for _, p := range parts {
					got = append(got, p...)
				}
				if diff := cmp.Diff(names(want), got); diff != "" || counts != wantCounts {
					t.Fatalf("size %d: %+v, want %+v\n%s", size, counts, wantCounts, diff)
				}
			}
		})
	}
}

// checkRanges checks that ranges cover a file in order and can be encoded as JSON.
func checkRanges(t *testing.T, d *Dump, ranges []Range) {
	t.Helper()
	at := int64(0)
	for _, r := range ranges {
		if r.Start != at || r.End <= r.Start {
			t.Fatalf("ranges %+v do not follow one another", ranges)
		}
		at = r.End
	}
	if at != d.size {
		t.Fatalf("ranges %+v end before %d", ranges, d.size)
	}
	data, err := json.Marshal(ranges)
	if err != nil {
		t.Fatal(err)
	}
	var back []Range
	if err := json.Unmarshal(data, &back); err != nil || !cmp.Equal(ranges, back) {
		t.Errorf("%s: %v", data, err)
	}
}

// A dump is not cut at the end of a page inside a text, or at the magic of a stream inside
// another stream.
func TestSearch(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		from       int64
		want       int64
	}{
		{"at once", "</page><page>", 0, 7},
		{"behind white space", "</page>\n \t\r\n<page>", 0, 12},
		{"with attributes", "</page><page x=\"\">", 0, 7},
		{"not before from", "</page><page></page><page>", 1, 20},
		{"another element", "</page><pages>", 0, -1},
		{"text between", "</page>x<page>", 0, -1},
		{"the end", "</page></mediawiki>", 0, -1},
		{"across the pieces that are read", strings.Repeat(" ", fileBuffer-3) + "</page><page>", 0, fileBuffer + 4},
		{"far behind", strings.Repeat("</page> ", 3*fileBuffer/8) + "<page>", 0, 3 * fileBuffer},
	} {
		got, err := findPage(strings.NewReader(tt.text), tt.from)
		if err != nil || got != tt.want {
			t.Errorf("%s: %d, %v, want %d", tt.name, got, err, tt.want)
		}
	}
	page := bzip2Stream([]byte("  <page>"), 900)
	other := bzip2Stream([]byte("no page"), 900)
	for _, tt := range []struct {
		name string
		data []byte
		want int64
	}{
		{"a stream", append([]byte("xx"), page...), 2},
		{"a stream of something else", other, -1},
		{"the second", append(bytes.Clone(other), page...), int64(len(other))},
		{"no stream", []byte("BZh91AY&SY and no more of it"), -1},
		{"an empty stream", bzip2Stream(nil, 900), -1},
		{"after too many of something else", append(bytes.Repeat(other, maxTries), page...), -1},
	} {
		got, err := findStream(bytes.NewReader(tt.data), 0)
		if err != nil || got != tt.want {
			t.Errorf("%s: %d, %v, want %d", tt.name, got, err, tt.want)
		}
	}
}

// A range that begins in the middle of a page is an error.
func TestRangeThatIsNone(t *testing.T) {
	text := somePagesDump(20)
	d := file(t, "some.xml", []byte(text), Options{})
	at := int64(strings.Index(text, "<revision>"))
	_, _, failed := pagesOf(d, Range{at, d.size})
	if len(failed) != 1 || !strings.Contains(failed[0].Error(), "the part does not begin with a page") {
		t.Errorf("%v", failed)
	}
}
