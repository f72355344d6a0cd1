package release

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/load/internal/figure"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

const (
	// maxListed is how many pages or wide tables README.md names one by one.
	maxListed = 50
)

func (r *Release) writeReadme(buf *bytes.Buffer) error {
	if err := r.writeCard(buf); err != nil {
		return err
	}
	p := page{buf}
	p.heading(1, md(r.title()))
	p.text("%s", md(r.description()))
	r.writeTables(p)
	r.writeFindings(p)
	r.writeOpen(p)
	r.writeConventions(p)
	r.writeColumns(p)
	r.writeSources(p)
	p.heading(2, "Files")
	p.text("`datapackage.json` describes every file for programs ([Data Package 2.0](https://datapackage.org)), `croissant.json` does so as [Croissant 1.1](http://mlcommons.org/croissant/1.1). `CITATION.cff` has the citation, `provenance.intoto.json` what it was made from ([SLSA](https://slsa.dev/provenance/v1), not signed). `SHA256SUMS` has their checksums: `sha256sum -c SHA256SUMS`. `run.json` is the report of the conversion: the only file that differs from run to run, and not part of a release.")
	for _, f := range r.exports {
		p.text("`%s` has some of the tables in another vocabulary.", f.Path)
	}
	p.text("Made by %s.", md(r.generator()))
	return nil
}

func (r *Release) writeTables(p page) {
	p.heading(2, "Tables")
	p.text("%s", r.where())
	p.names("table", "rows:", "what it holds")
	listed, wide := 0, 0
	for _, t := range r.ordered() {
		if t.whole {
			wide++
			continue
		}
		p.row("`"+t.name+"`", figure.Grouped(t.rows), md(t.schema.Description))
	}
	if r.wide == 0 {
		return
	}
	p.text("Beside these there %s as the pages have them, in `data/tables/<page_id>/`; `tables` and `columns` describe them all.", areWide(r.wide))
	if wide == 0 {
		return
	}
	p.names("table", "rows:", "columns")
	for _, t := range r.ordered() {
		if !t.whole {
			continue
		}
		if listed++; listed > maxListed {
			p.row(fmt.Sprintf("and %s more", figure.Grouped(int64(wide-maxListed))), "", "")
			break
		}
		p.row("`"+t.name+"`", figure.Grouped(t.rows), md(fieldNames(t.schema)))
	}
}

func areWide(n int) string {
	if n == 1 {
		return "is one table"
	}
	return "are " + figure.Grouped(int64(n)) + " tables"
}

func fieldNames(s *dataset.Schema) string {
	names := make([]string, len(s.Fields))
	for i, f := range s.Fields {
		names[i] = f.Name
	}
	const most = 12
	if len(names) > most {
		names = append(names[:most], fmt.Sprintf("and %d more", len(s.Fields)-most))
	}
	return strings.Join(names, ", ")
}

func (r *Release) writeFindings(p page) {
	p.heading(2, "Findings")
	if len(r.found) == 0 {
		p.text("There are no findings.")
		return
	}
	p.text("What is doubtful in the pages, was guessed or was left out. The table `findings` has the page, the line, what is written there and what would agree with the rest.")
	p.names("severity", "code", "findings:")
	for _, f := range r.found.sorted() {
		p.row(f.severity, "`"+f.code+"`", figure.Grouped(r.found[f]))
	}
}

// writeOpen shows how to read a table in the best of its formats.
func (r *Release) writeOpen(p page) {
	p.heading(2, "How to open it")
	if t := r.byName[r.example()]; t != nil {
		t.writeOpen(p)
	}
	if r.extensions()["xlsx"] {
		p.text("Excel and LibreOffice: `data/dataset.xlsx` has a sheet for each table; begin with `about`.")
	}
}

func (t *table) writeOpen(p page) {
	for _, o := range usages {
		if a := t.asset(o.format); a != nil {
			for _, c := range o.code {
				p.code(c.language, fmt.Sprintf(c.text, variable(t.name), c.place(a)))
			}
			return
		}
	}
}

// example is a table to show: the first of a recipe with rows, else the first core
// table with rows.
func (r *Release) example() string {
	for _, t := range r.ordered() {
		if t.rows > 0 && !t.whole {
			return t.name
		}
	}
	return "pages"
}

// variable is a name for a table in a program.
func variable(table string) string {
	return strings.Map(func(c rune) rune {
		if 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			return c
		}
		return '_'
	}, table)
}

// extensions are those of the files there are.
func (r *Release) extensions() map[string]bool {
	has := map[string]bool{}
	for _, t := range r.tables {
		for _, a := range t.assets {
			has[a.Format] = true
		}
	}
	for _, f := range r.files {
		p, _ := load.ParseTablePath(f.Path)
		has[p.Format] = true
	}
	return has
}

// where returns in which files the tables are.
func (r *Release) where() string {
	has := r.extensions()
	var names []string
	for _, f := range formats {
		if has[f.ext] && f.ext != "xlsx" {
			names = append(names, f.name)
		}
	}
	switch n := len(names); {
	case n == 0:
		return "Each is a sheet of `data/dataset.xlsx`."
	case has["xlsx"]:
		return "Each is `data/<table>` in " + strings.Join(names, ", ") + ", and a sheet of `data/dataset.xlsx`."
	case n == 1:
		return "Each is `data/<table>` in " + names[0] + "."
	default:
		return "Each is `data/<table>` in " + strings.Join(names[:n-1], ", ") + " and " + names[n-1] + "."
	}
}

func (r *Release) writeConventions(p page) {
	p.heading(2, "How to read it")
	p.line("- An empty value (null) means that the page has none. It is not 0.")
	p.line("- A percentage keeps the value that is printed: 95.07 %% is 95.07, its unit `%%`.")
	p.line("- Units are UCUM codes, ISO 4217 codes, `%%`, `px` or the page's own word.")
	p.line("- Dates that are not whole are [EDTF](https://www.loc.gov/standards/datetime/): `2013-03`, `XXXX-03-05`; the days they cover are in columns of their own.")
	if r.info.FormulaGuard != "" {
		p.line("- In CSV a text that begins like a formula, or with `%s`, has a `%s` before it: take one off to have the text of the page.", r.info.FormulaGuard, r.info.FormulaGuard)
	}
	p.line("- `page_id` identifies the page and joins the tables. `line` is the line in the page's source, counted from 1.")
}

// writeColumns explains the columns, those that every such dataset has in a part
// that can be unfolded.
func (r *Release) writeColumns(p page) {
	p.heading(2, "Columns")
	folded := false
	for _, t := range r.ordered() {
		if t.whole {
			break
		}
		if t.core() && !folded {
			p.text("<details><summary>Columns of the tables that every dataset made by tidywiki has</summary>")
			folded = true
		}
		p.heading(3, "`"+t.name+"`")
		p.names("column", "type", "unit", "meaning")
		for i := range t.schema.Fields {
			f := &t.schema.Fields[i]
			typ := f.Type.String()
			if f.Nullable {
				typ += "?"
			}
			p.row("`"+f.Name+"`", typ, md(f.Unit), md(meaning(f)))
		}
	}
	if folded {
		p.text("</details>")
	}
	p.text("A question mark means that a value may be missing.")
}

// meaning is what is known of a column beside its name.
func meaning(f *dataset.Field) string {
	return cmp.Or(f.Description, f.Title)
}

func (r *Release) writeSources(p page) {
	p.heading(2, "Sources and licence")
	for _, id := range r.licenses() {
		if l := licenseOf(id); l.Path != "" {
			p.line("- [%s](%s) (`%s`)", l.Title, l.Path, l.Name)
		} else {
			p.line("- `%s`", l.Name)
		}
	}
	if r.pages.count == 0 {
		p.text("There is no page.")
		return
	}
	if r.info.License == "" && r.pages.none > 0 {
		p.text("%s without a known licence: find out before you publish.", figure.Count(r.pages.none, "page"))
	}
	p.text("The texts are by the contributors of the pages. Credit them with page and revision. The table `pages` has them for every page.")
	p.names("page", "licence", "source", "revision")
	for i, s := range r.pages.sources {
		if i == maxListed {
			p.row(fmt.Sprintf("and %s more: see `pages`", figure.Grouped(r.pages.count-maxListed)), "", "", "")
			break
		}
		p.row(md(s.title), md(s.license), sourceLink(s.where), revisionLink(&s))
	}
}

// revisionLink shows a revision and its time, as a link to the page as it was then
// where that is known.
func revisionLink(s *source) string {
	if p := s.permanent(); p != "" {
		return strings.TrimSpace("[" + s.revision + "](" + p + ") " + md(s.time))
	}
	return md(strings.TrimSpace(s.revision + " " + s.time))
}

// sourceLink shows where a page came from, as a link if that is an address.
func sourceLink(where string) string {
	if strings.HasPrefix(where, "https://") || strings.HasPrefix(where, "http://") {
		return "<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "|", "%7C", "\n", "").Replace(where) + ">"
	}
	return md(where)
}
