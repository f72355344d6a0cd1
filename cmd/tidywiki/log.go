package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"github.com/tidywiki/tidywiki/pipeline"
)

// A logger reports the progress of a run and its result.
type logger interface {
	progress(pipeline.Progress)
	stop() // must be called before anything else is printed
	done(*pipeline.Report)
}

// logger returns the logger for a format. For text it is a progress bar on a terminal
// and a line every few seconds elsewhere.
func (u *ui) logger(format string, quiet bool) (logger, error) {
	switch format {
	case "json":
		return &jsonLog{enc: json.NewEncoder(u.err), quiet: quiet, meter: newMeter()}, nil
	case "text":
		l := &textLog{u: u, quiet: quiet, meter: newMeter()}
		if f, ok := u.err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
			l.terminal = f
		}
		return l, nil
	}
	return nil, fmt.Errorf("--log-format %q: choose text or json", format)
}

// A jsonLog prints one JSON object per line: progress every second, then the report.
type jsonLog struct {
	enc   *json.Encoder
	quiet bool
	meter meter
}

func (l *jsonLog) progress(p pipeline.Progress) {
	if now, due := l.meter.due(jsonInterval); due && !l.quiet {
		l.write("progress", struct {
			pipeline.Progress
			pace
		}{p, l.meter.pace(now, p)})
	}
}

func (l *jsonLog) stop() {}

func (l *jsonLog) done(r *pipeline.Report) {
	if !l.quiet {
		l.write("done", r)
	}
}

// write ignores errors: there is nowhere left to report them.
func (l *jsonLog) write(event string, v any) {
	_ = l.enc.Encode(struct {
		Event string `json:"event"`
		Data  any    `json:"data"`
	}{event, v})
}

// A textLog prints text. It prints nothing during the first second.
type textLog struct {
	u        *ui
	quiet    bool
	terminal *os.File // nil if messages do not go to a terminal
	meter    meter
	bar      *progressbar.ProgressBar
}

func (l *textLog) progress(p pipeline.Progress) {
	interval := textInterval
	if l.terminal != nil {
		interval = barInterval
	}
	now, due := l.meter.due(interval)
	if !due || l.quiet || now.Sub(l.meter.began) < silence {
		return
	}
	if l.terminal != nil {
		l.showBar(p, l.meter.pace(now, p))
		return
	}
	fmt.Fprintln(l.u.err, progressLine(p, l.meter.pace(now, p), 0))
}

const (
	barSteps = 1000                            // resolution of the bar
	barWidth = 20                              // of the bar itself, in columns
	barSpace = barWidth + len("  100% ||") + 1 // of the bar with its percentage
)

// textWidth returns how many columns of the terminal are free beside the bar, or 0 if
// the width is unknown. The user may resize the terminal at any time, and a line that
// is too long would be drawn again and again below itself.
func (l *textLog) textWidth() int {
	width, _, err := term.GetSize(int(l.terminal.Fd()))
	if err != nil || width <= 0 {
		return 0
	}
	return max(width-barSpace, 1)
}

func (l *textLog) showBar(p pipeline.Progress, now pace) {
	steps := barSteps
	if p.Part == 0 {
		steps = -1 // unknown: show a spinner
	}
	if l.bar == nil || l.bar.GetMax() != steps {
		l.stop()
		l.bar = progressbar.NewOptions(steps,
			progressbar.OptionSetWriter(l.u.err),
			progressbar.OptionSetWidth(barWidth),
			progressbar.OptionSetPredictTime(false),
			progressbar.OptionSetElapsedTime(false),
			progressbar.OptionClearOnFinish())
	}
	l.bar.Describe(progressLine(p, now, l.textWidth()))
	_ = l.bar.Set(max(int(p.Part*barSteps), 1)) // an error in drawing must not stop the run
}

func (l *textLog) stop() {
	if l.bar != nil {
		_ = l.bar.Clear()
		fmt.Fprint(l.u.err, "\r\x1b[K") // the end of an earlier, longer line
	}
}

func (l *textLog) done(r *pipeline.Report) {
	if !l.quiet {
		l.u.summary(l.u.err, r)
	}
}

// maxShown is the number of failed pages that are listed.
const maxShown = 10

// summary prints the result of a run.
func (u *ui) summary(w io.Writer, r *pipeline.Report) {
	fmt.Fprintf(w, "wrote %s: %s, %s, %s in %s (%s) in %.1f s\n", r.Out,
		count(r.Pages, "page"), count(r.Tables, "table"), count(r.Rows, "row"),
		count(r.Files, "file"), size(r.Written), r.Seconds)
	if r.Seconds >= 1 {
		fmt.Fprintf(w, "read %s of pages, %s/s\n", size(r.Bytes), size(int64(float64(r.Bytes)/r.Seconds)))
	}
	if r.Skipped > 0 {
		fmt.Fprintf(w, "%s skipped: not a page\n", count(r.Skipped, "file"))
	}
	if r.Reused > 0 {
		fmt.Fprintf(w, "%s reused from an earlier run\n", count(r.Reused, "page"))
	}
	for _, remark := range r.Remarks {
		fmt.Fprintf(w, "note: %s\n", remark)
	}
	if r.FailedPages > 0 {
		fmt.Fprintf(w, "%s could not be converted:\n", count(r.FailedPages, "page"))
		for _, p := range r.Failed[:min(len(r.Failed), maxShown)] {
			fmt.Fprintf(w, "  %s: %s\n", p.Source, p.Reason)
		}
		if more := r.FailedPages - maxShown; more > 0 {
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
		fmt.Fprintf(w, "  and %s more\n", count(r.MoreNotes, "note"))
	}
}
