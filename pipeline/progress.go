package pipeline

import (
	"github.com/tidywiki/tidywiki/pipeline/sources"
	"github.com/tidywiki/tidywiki/transform/page/partfile"
)

// Progress is how far a run has come.
type Progress struct {
	Pages    int   `json:"pages"`
	OfPages  int   `json:"of_pages"` // 0 if it isn't known
	Bytes    int64 `json:"bytes"`    // of the pages
	Tables   int   `json:"tables"`
	Findings int   `json:"findings"`
	Failed   int   `json:"failed_pages"`
	// Part is how much of the sources is done, from 0 to 1; 0 as long as it isn't
	// known. Of a dump it grows by units.
	Part float64 `json:"part"`
	Page string  `json:"page"` // name of the source just done
}

// add counts a page that is done.
func (p *Progress) add(done *partfile.Page, r *Report) {
	p.Pages++
	p.Page = done.Name
	p.Bytes, p.Tables, p.Failed = r.Bytes, r.Tables, r.FailedPages
	p.Findings = r.Findings.Errors + r.Findings.Warnings + r.Findings.Infos
}

// A gauge knows how much of the units of a run is done.
type gauge struct{ total, before, within int64 }

func newGauge(units []sources.Unit) *gauge {
	g := &gauge{}
	for i := range units {
		g.total += units[i].Bytes
	}
	return g
}

// page counts a page of a unit. Pages of a dump are not counted: their sizes say little
// about how much of its file was read.
func (g *gauge) page(u *sources.Unit, p *partfile.Page) {
	if u.Dump == nil {
		g.within = min(g.within+p.Bytes, u.Bytes)
	}
}

// unit counts the end of a unit.
func (g *gauge) unit(u *sources.Unit) { g.before, g.within = g.before+u.Bytes, 0 }

// part is how much is done, from 0 to 1.
func (g *gauge) part() float64 {
	if g == nil || g.total == 0 {
		return 0
	}
	return float64(g.before+g.within) / float64(g.total)
}
