package tidy

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

// Outline makes the tables pages, sections, paragraphs and items.
type Outline struct{}

// Name is "outline".
func (Outline) Name() string { return "outline" }

// Apply adds the four tables.
func (Outline) Apply(_ context.Context, in *page.Page) (*page.Page, error) {
	d := in.Clone()
	var n counts
	paragraphs, items := running(d, &n)
	d.Put(pages(d, n))
	d.Put(sections(d))
	d.Put(paragraphs)
	d.Put(items)
	return d, nil
}

// counts is how much of each kind a page has.
type counts struct{ paragraphs, lists, items, tables, infoboxes int }

func pages(d *page.Page, n counts) *dataset.Table {
	doc, src := d.Document, d.Document.Source
	b := dataset.NewBuilder(dataset.Pages)
	m := &doc.Meta
	b.Str(d.ID).Str(pageTitle(doc.Title, src.Name)).Str(doc.Format).Str(src.Name).Opt(m.URL).Opt(m.Wikidata).Opt(m.Language).Opt(m.LanguageFrom)
	if m.Revision != 0 {
		b.Int(m.Revision)
	} else {
		b.Null()
	}
	if t := src.Revision.Time; !t.IsZero() {
		b.Str(t.UTC().Format(time.RFC3339))
	} else {
		b.Null()
	}
	sum := sha256.Sum256(src.Data)
	b.Opt(m.License).Str(hex.EncodeToString(sum[:])).Int(int64(len(src.Data))).Int(int64(doc.Lines))
	for _, count := range [...]int{len(doc.Sections), n.paragraphs, n.items, n.tables, n.infoboxes} {
		b.Int(int64(count))
	}
	return b.Table("pages")
}

func sections(d *page.Page) *dataset.Table {
	b := dataset.NewBuilder(dataset.Sections)
	paths := make([]string, len(d.Document.Sections))
	for i, s := range d.Document.Sections {
		title := s.Title.Plain
		paths[i] = title
		b.Str(d.ID).Int(int64(i))
		if s.Parent < 0 {
			b.Null()
		} else {
			b.Int(int64(s.Parent))
			if above := paths[s.Parent]; above != "" {
				paths[i] = above + " > " + title
			}
		}
		b.Int(int64(s.Level)).Str(title).Str(paths[i]).Int(int64(s.Line))
	}
	return b.Table("sections")
}

// running makes the tables paragraphs and items, and counts all blocks.
func running(d *page.Page, n *counts) (paragraphs, items *dataset.Table) {
	p, it := dataset.NewBuilder(dataset.Paragraphs), dataset.NewBuilder(dataset.Items)
	d.Document.Walk(func(s *document.Section, block document.Block) {
		switch block := block.(type) {
		case *document.Paragraph:
			n.paragraphs++
			p.Str(d.ID).Int(int64(n.paragraphs)).Int(int64(s.Index)).Str(block.Text.Plain).Int(int64(block.Line))
			checkLength(d, "paragraph", block.Text.Plain, block.Line)
		case *document.List:
			n.lists++
			for i := range block.Items {
				item := &block.Items[i]
				n.items++
				it.Str(d.ID).Int(int64(n.items)).Int(int64(s.Index)).Int(int64(n.lists)).Int(int64(item.Depth)).
					Str(item.Marker).Str(item.Text.Plain).Int(int64(item.Line))
				checkLength(d, "item", item.Text.Plain, item.Line)
			}
		case *document.Table:
			n.tables++
		case *document.Infobox:
			n.infoboxes++
		}
	})
	return p.Table("paragraphs"), it.Table("items")
}
