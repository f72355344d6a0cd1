package diff

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/arrowfile"
	"github.com/tidywiki/tidywiki/load/csvfile"
	"github.com/tidywiki/tidywiki/load/jsonfile"
	"github.com/tidywiki/tidywiki/load/memory"
	"github.com/tidywiki/tidywiki/load/parquetfile"
	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

var loaders = map[string]load.Loader{
	"csv": csvfile.New(csvfile.Options{}), "json": jsonfile.New(jsonfile.Options{}),
	"parquet": parquetfile.New(parquetfile.Options{}), "arrow": arrowfile.New(arrowfile.Options{}),
}

// save writes tables as a dataset in the formats, which are separated by commas,
// and returns its folder.
func save(t testing.TB, formats, version string, tables ...*dataset.Table) string {
	t.Helper()
	sink := &memory.Sink{}
	r := release.New(release.Info{Version: "test", DataVersion: version})
	for _, table := range tables {
		r.Observe(table)
	}
	for format := range strings.SplitSeq(formats, ",") {
		w, err := loaders[format].Open(context.Background(), sink)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			if err := w.Write(context.Background(), table); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	var files []load.File
	for _, path := range sink.Paths() {
		data := sink.Bytes(path)
		files = append(files, load.File{Path: path, Bytes: int64(len(data)), SHA256: sha256.Sum256(data)})
	}
	if err := r.Write(sink, files); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := sink.Save(dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

func compare(t testing.TB, old, new string, o Options) *Report {
	t.Helper()
	r, err := Compare(context.Background(), old, new, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// items is the table of that name with the given texts, page by page; a text may
// have its section before a colon.
func items(pages ...[]string) *dataset.Table {
	b := dataset.NewBuilder(dataset.Items)
	for i, texts := range pages {
		for k, text := range texts {
			b.Str(string(rune('a' + i))).Int(int64(k + 1)).Int(0).Int(1).Int(1).Str("-").Str(text).Int(int64(k + 4))
		}
	}
	return b.Table("items")
}

func pagesTable(ids ...string) *dataset.Table {
	b := dataset.NewBuilder(dataset.Pages)
	for _, id := range ids {
		b.Str(id).Str(id).Str("plain").Str(id + ".txt").Null().Null().Null().Null().Null().Null().Null().Str("0")
		for range 7 {
			b.Int(1)
		}
	}
	return b.Table("pages")
}

// rivers is a table with a key that means something.
func rivers(rows ...[2]string) *dataset.Table {
	return riversOf(riverSchema(), rows...)
}

func riverSchema() dataset.Schema {
	return dataset.Schema{PrimaryKey: []string{"page_id", "name"}, Fields: []dataset.Field{
		dataset.PageIDField, {Name: "name", Type: dataset.String}, {Name: "length", Type: dataset.String, Nullable: true, Unit: "km"}}}
}

func riversOf(s dataset.Schema, rows ...[2]string) *dataset.Table {
	b := dataset.NewBuilder(dataset.NewSchema(s))
	for _, r := range rows {
		b.Str("a").Str(r[0]).Opt(r[1])
	}
	return b.Table("rivers")
}

func wide(name string, rows ...[2]string) *dataset.Table {
	b := dataset.NewBuilder(dataset.NewSchema(dataset.Schema{Fields: []dataset.Field{
		{Name: "name", Type: dataset.String}, {Name: "length", Type: dataset.String, Nullable: true}, {Name: "line", Type: dataset.Integer}}}))
	for i, r := range rows {
		b.Str(r[0]).Opt(r[1]).Int(int64(i + 4))
	}
	t := b.Table(name)
	t.Whole = true
	return t
}

// age makes all files of a dataset as old as its checksums.
func age(t *testing.T, dir string) {
	t.Helper()
	info, err := os.Stat(filepath.Join(dir, sumsName))
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Chtimes(path, info.ModTime(), info.ModTime())
	})
	if err != nil {
		t.Fatal(err)
	}
}

// lines are the changes of a report as text, one a line.
func lines(r *Report) []string {
	var all []string
	for _, t := range r.Tables {
		for _, c := range t.Changes {
			all = append(all, c.Kind.sign()+" "+c.line())
		}
	}
	slices.Sort(all)
	return all
}
