package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/tidywiki/tidywiki/pipeline"
)

// A logger tells how a run goes and how it ended.
type logger interface {
	progress(pipeline.Progress)
	stop() // before anything else is printed
	done(*pipeline.Report)
}

// logger chooses by format and by where messages go: a bar on a terminal, a line
// now and then elsewhere.
func (u *ui) logger(format string, quiet bool) (logger, error) {
	switch format {
	case "json":
		return &jsonLog{enc: json.NewEncoder(u.err), quiet: quiet}, nil
	case "text":
		l := &textLog{u: u, quiet: quiet, began: time.Now()}
		if f, ok := u.err.(*os.File); ok {
			l.terminal = term.IsTerminal(int(f.Fd()))
		}
		return l, nil
	}
	return nil, fmt.Errorf("--log-format %q: choose text or json", format)
}

// A jsonLog prints one object a line.
type jsonLog struct {
	enc   *json.Encoder
	quiet bool
}

func (l *jsonLog) progress(p pipeline.Progress) {
	if !l.quiet {
		l.write("page", p)
	}
}

func (l *jsonLog) stop() {}

func (l *jsonLog) done(r *pipeline.Report) {
	if !l.quiet {
		l.write("done", r)
	}
}

// write gives up in silence: there is no place left to complain to.
func (l *jsonLog) write(event string, v any) {
	_ = l.enc.Encode(struct {
		Event string `json:"event"`
		Data  any    `json:"data"`
	}{event, v})
}

// A textLog is for people. Nothing is shown in the first second.
type textLog struct {
	u               *ui
	quiet, terminal bool
	began, last     time.Time
	bar             *progressbar.ProgressBar
}

// patience is how long a run may go on without a word, interval the time between
// two lines where there is no terminal.
const (
	patience = time.Second
	interval = 10 * time.Second
)

func (l *textLog) progress(p pipeline.Progress) {
	now := time.Now()
	if l.quiet || now.Sub(l.began) < patience {
		return
	}
	if l.terminal {
		l.showBar(p)
		return
	}
	if now.Sub(l.last) >= interval {
		l.last = now
		pages := count(p.Pages, "page")
		if p.OfPages > 0 {
			pages = fmt.Sprintf("%d of %s", p.Pages, count(p.OfPages, "page"))
		}
		fmt.Fprintf(l.u.err, "%s, %s, %s\n", pages, size(p.Bytes), count(p.Findings, "finding"))
	}
}

func (l *textLog) showBar(p pipeline.Progress) {
	if l.bar == nil {
		l.bar = progressbar.NewOptions(cmp.Or(p.OfPages, -1), // without a number it only turns
			progressbar.OptionSetWriter(l.u.err),
			progressbar.OptionSetDescription("pages"),
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish())
	}
	_ = l.bar.Set(p.Pages) // a bar that cannot be drawn is no reason to stop
}

func (l *textLog) stop() {
	if l.bar != nil {
		_ = l.bar.Clear()
	}
}

func (l *textLog) done(r *pipeline.Report) {
	if !l.quiet {
		l.u.summary(l.u.err, r)
	}
}

// mostShown is how many pages that failed are named.
const mostShown = 10

// summary is what a person wants to know after a run.
func (u *ui) summary(w io.Writer, r *pipeline.Report) {
	fmt.Fprintf(w, "wrote %s: %s, %s, %s in %s (%s) in %.1f s\n", r.Out,
		count(r.Pages, "page"), count(r.Tables, "table"), count(r.Rows, "row"),
		count(r.Files, "file"), size(r.Written), r.Seconds)
	if r.Reused > 0 {
		fmt.Fprintf(w, "%s of them were there from an earlier run\n", fmt.Sprint(r.Reused))
	}
	for _, remark := range r.Remarks {
		fmt.Fprintf(w, "note: %s\n", remark)
	}
	if r.FailedPages > 0 {
		fmt.Fprintf(w, "%s could not be converted:\n", count(r.FailedPages, "page"))
		for _, p := range r.Failed[:min(len(r.Failed), mostShown)] {
			fmt.Fprintf(w, "  %s: %s\n", p.Source, p.Reason)
		}
		if more := r.FailedPages - mostShown; more > 0 {
			fmt.Fprintf(w, "  and %s more: see findings, or failed in run.json\n", count(more, "page"))
		}
	}
	for _, d := range r.Dumps {
		fmt.Fprintln(w, dumpLine(d))
	}
	f := r.Findings
	fmt.Fprintf(w, "findings: %s, %s, %d info\n", count(f.Errors, "error"), count(f.Warnings, "warning"), f.Infos)
	for _, e := range r.Worst {
		fmt.Fprintf(w, "  %s: %s: %s\n", e.Place(), e.Code, e.Message)
	}
	if more := f.Errors - len(r.Worst); more > 0 {
		fmt.Fprintf(w, "  and %s more: see the table findings\n", count(more, "error"))
	}
	for _, n := range r.Notes {
		fmt.Fprintf(w, "  %s %s: %s\n", n.Format, n.Table, n.Message)
	}
	if r.MoreNotes > 0 {
		fmt.Fprintf(w, "  and %s more of this kind\n", count(r.MoreNotes, "note"))
	}
}
