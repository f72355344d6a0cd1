package tidy

import (
	"context"

	"github.com/tidywiki/tidywiki/transform"
	"github.com/tidywiki/tidywiki/transform/column"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/page"
)

var _ transform.Step = Parameters{}

// Parameters makes the table parameters: what the page hands to its templates, apart
// from infoboxes and citations. It takes the year of the page that [Infobox] sets.
type Parameters struct{}

// Name is "parameters".
func (Parameters) Name() string { return "parameters" }

// Apply adds the table.
func (Parameters) Apply(_ context.Context, in *page.Page) (*page.Page, error) {
	d := in.Clone()
	b := dataset.NewBuilder(dataset.Parameters)
	values := column.NewKeyReader(contextOf(d))
	for i := range d.Document.Calls {
		call := &d.Document.Calls[i]
		for j := range call.Parameters {
			p := &call.Parameters[j]
			v := values.Read(p.Text.Plain, p.Key)
			b.Str(d.ID).Int(int64(i + 1)).Str(call.Template)
			if call.Parent < 0 {
				b.Null()
			} else {
				b.Int(int64(call.Parent + 1))
			}
			b.Int(int64(call.Section)).Int(int64(j + 1)).Str(p.Key).Str(p.Text.Plain)
			addValue(b, &v)
			b.Int(int64(p.Line))
		}
	}
	d.Put(b.Table("parameters"))
	return d, nil
}
