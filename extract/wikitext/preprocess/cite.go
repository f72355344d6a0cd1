package preprocess

import "strings"

// A citation is what a reference needs of the many arguments of {{cite web}} and
// its kin.
type citation struct{ last, first, title, work, date, url string }

// citeFields say which part of a citation an argument is, in the languages of
// wikis.
var citeFields = func() map[string]func(*citation) *string {
	out := map[string]func(*citation) *string{}
	for _, f := range []struct {
		names string
		field func(*citation) *string
	}{
		{"last last1 author author1 autor autor1 nom1 nom auteur autore cognome apellido apellidos автор", func(c *citation) *string { return &c.last }},
		{"first first1 prénom1 prénom nome nombre имя", func(c *citation) *string { return &c.first }},
		{"title titel titre título titolo tytuł заглавие название", func(c *citation) *string { return &c.title }},
		{"website work journal newspaper magazine publisher hrsg werk périodique éditeur editorial sitioweb obra издание издательство", func(c *citation) *string { return &c.work }},
		{"date year datum année fecha data anno año год дата", func(c *citation) *string { return &c.date }},
		{"url", func(c *citation) *string { return &c.url }},
	} {
		for name := range strings.FieldsSeq(f.names) {
			out[name] = f.field
		}
	}
	return out
}()

// citeText is {{#cite:}}: the citation that the template's arguments make. Of two
// arguments for one part the first that is not empty counts.
func citeText(c *call, _ string) string {
	var cite citation
	f := c.f
	if f == nil {
		return ""
	}
	for i := range f.args {
		a := &f.args[i]
		field := citeFields[a.name]
		if field == nil {
			continue
		}
		if part := field(&cite); *part == "" {
			*part = f.valueOf(a)
		}
	}
	out := c.e.output()
	out.write(cite.last)
	if cite.first != "" {
		out.join(", ", cite.first)
	}
	if len(out.buf) > 0 {
		out.write(".")
	}
	out.join(" ", cite.title)
	out.join(". ", cite.work)
	out.join(", ", cite.date)
	out.join(". ", cite.url)
	return c.e.take(out)
}

// join writes s, if there is any, after what stands between it and the text before.
func (o *output) join(between, s string) {
	if s == "" {
		return
	}
	if len(o.buf) > 0 {
		o.write(between)
	}
	o.write(s)
}
