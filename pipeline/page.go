package pipeline

import (
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/pipeline/convert"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
	"github.com/tidywiki/tidywiki/transform/page"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// newConverter is [NewConverter] for a plan that is checked. Templates of the plan
// come before more.
func newConverter(plan Plan, more ...convert.Templates) (*convert.Converter, error) {
	o := convert.Options{Inputs: Inputs, Steps: steps(recipesOf(plan)), From: plan.From, Language: plan.Read.Language,
		Limits: plan.Limits, NoWide: plan.Tables == "none", AllRoles: plan.Roles == "all"}
	var all templateLists
	if dir := plan.Read.Templates; dir != "" {
		folder, err := loadTemplates(dir)
		if err != nil {
			return nil, usage.Errorf("--templates %s: %w: name a folder of files, one per template", dir, err)
		}
		if len(folder) == 0 {
			return nil, usage.Errorf("--templates %s: no file in it: name a folder of files, one per template", dir)
		}
		all = append(all, folder)
	}
	if all = append(all, more...); all != nil {
		o.Templates = all
	}
	return convert.New(o), nil
}

// templateLists look a template up in one list after another.
type templateLists []convert.Templates

func (l templateLists) Lookup(name string) (string, bool) {
	for _, t := range l {
		if text, ok := t.Lookup(name); ok {
			return text, true
		}
	}
	return "", false
}

// newPage is what a run keeps of a page.
func newPage(src *source.Source, p *page.Page) *partfile.Page {
	return &partfile.Page{Name: src.Name, Bytes: int64(len(src.Data)), Sheets: len(p.Sheets), Data: p}
}

// withData is p with another page in it.
func withData(p *partfile.Page, d *page.Page) *partfile.Page {
	q := *p
	q.Data = d
	return &q
}

// noted is d with more notes.
func noted(d *page.Page, notes ...source.Note) *page.Page {
	d = d.Clone()
	d.Notes = append(d.Notes, notes...)
	return d
}
