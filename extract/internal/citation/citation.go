// Package citation reads what a page says of a source, from the parameters of a citation
// template or from a rendered citation.
//
//	var c citation.Source
//	c.Set("quote", "It is long.")     false: no field is for it
//	c.Set("author2", "Oak, Bo")       true
//	c.Set("accessdate", "5 May 2010") true
//	c.Citation()                      Author "Oak, Bo", AccessDate "5 May 2010"
//
// The names are in fields.txt, for all languages.
package citation

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/tidywiki/tidywiki/extract/document"
	"github.com/tidywiki/tidywiki/internal/wordlist"
)

//go:embed fields.txt
var fieldsText string

// A field is one that a parameter fills.
type field uint8

const (
	none field = iota
	last
	first
	author
	title
	chapter
	link
	work
	publisher
	date
	day
	month
	year
	accessDate
	archiveURL
	doi
	isbn
	fieldCount
)

var fieldNames = map[string]field{"last": last, "first": first, "author": author, "title": title, "chapter": chapter,
	"url": link, "work": work, "publisher": publisher, "date": date, "day": day, "month": month, "year": year,
	"access_date": accessDate, "archive_url": archiveURL, "doi": doi, "isbn": isbn}

// A vocabulary is the content of fields.txt.
type vocabulary struct {
	fields map[string]field
	hosts  map[string]bool
}

var words = sync.OnceValue(func() vocabulary {
	v := vocabulary{map[string]field{}, map[string]bool{}}
	for kind, name := range wordlist.All(fieldsText) {
		if kind == "host" {
			v.hosts[name] = true
		} else if v.fields[name] == none {
			v.fields[name] = fieldNames[kind]
		}
	}
	return v
})

// A Source is a source while its parameters are read. Its zero value is empty.
type Source struct {
	values [fieldCount]string
	people []person
}

// A person is an author, with the number that its parameters have.
type person struct{ number, last, first string }

// fieldOf is the field of a parameter, and the number behind its name.
func fieldOf(name string) (f field, number string) {
	fields := words().fields
	if f = fields[name]; f != none {
		return f, ""
	}
	name = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(name, "_", " ")))
	if f = fields[name]; f != none {
		return f, ""
	}
	base := strings.TrimRight(name, "0123456789 ")
	return fields[base], strings.TrimSpace(name[len(base):])
}

// Set takes the value of a parameter. It reports whether it knows the name.
func (s *Source) Set(name, value string) bool {
	f, number := fieldOf(name)
	switch value = strings.TrimSpace(value); {
	case f == none || value == "":
	case f == last || f == author || f == first:
		s.setPerson(f, number, value)
	case f == link && IsArchive(value):
		s.set(archiveURL, value)
	default:
		s.set(f, value)
	}
	return f != none
}

func (s *Source) set(f field, value string) {
	if s.values[f] == "" {
		s.values[f] = value
	}
}

// setPerson sets a name of the author of that number: author1 and author are the same.
func (s *Source) setPerson(f field, number, value string) {
	if number == "1" {
		number = ""
	}
	i := slices.IndexFunc(s.people, func(p person) bool { return p.number == number })
	if i < 0 {
		i = len(s.people)
		s.people = append(s.people, person{number: number})
	}
	name := &s.people[i].last
	if f == first {
		name = &s.people[i].first
	}
	if *name == "" {
		*name = value
	}
}

// IsSource reports whether so much is known that a source can be found by it.
func (s *Source) IsSource() bool {
	for _, f := range [...]field{title, chapter, link, archiveURL, doi, isbn} {
		if s.values[f] != "" {
			return true
		}
	}
	return false
}

// Fields are what is known of a source.
type Fields = document.Citation

// Citation returns what is known.
func (s *Source) Citation() Fields {
	c := Fields{Title: s.values[title], URL: s.values[link], Work: s.values[work], Publisher: s.values[publisher],
		Date: s.values[date], AccessDate: s.values[accessDate], ArchiveURL: s.values[archiveURL], DOI: s.values[doi], ISBN: s.values[isbn]}
	if part := s.values[chapter]; part != "" {
		c.Title, c.Work = part, cmp.Or(c.Title, c.Work)
	}
	if c.Date == "" && s.values[day]+s.values[month]+s.values[year] != "" {
		c.Date = strings.Join(strings.Fields(s.values[day]+" "+s.values[month]+" "+s.values[year]), " ")
	}
	if len(s.people) == 1 && s.people[0].first == "" {
		c.Author = s.people[0].last
		return c
	}
	var b strings.Builder
	for i, p := range s.people {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(p.last)
		if p.last != "" && p.first != "" {
			b.WriteString(", ")
		}
		b.WriteString(p.first)
	}
	c.Author = b.String()
	return c
}

// Write returns the citation as text: "Elm, Ann. Rivers. Atlas, 2001. http://example.org".
func Write(c *Fields) string {
	var b strings.Builder
	b.Grow(len(c.Author) + len(c.Title) + len(c.Work) + len(c.Publisher) + len(c.Date) + len(c.URL) + 8)
	b.WriteString(c.Author)
	if b.Len() > 0 {
		b.WriteByte('.')
	}
	join(&b, " ", c.Title)
	if c.Work != "" {
		join(&b, ". ", c.Work)
	} else {
		join(&b, ". ", c.Publisher)
	}
	join(&b, ", ", c.Date)
	join(&b, ". ", c.URL)
	return b.String()
}

// join writes s, if there is any, and before it what separates it from the text so far.
func join(b *strings.Builder, separator, s string) {
	if s == "" {
		return
	}
	if b.Len() > 0 {
		b.WriteString(separator)
	}
	b.WriteString(s)
}
