package preprocess

import "unsafe"

// An output collects text, and where it comes from.
type output struct {
	buf     []byte
	origins []Origin
	track   bool
	next    int // the byte of the page that text copied now would continue
}

// copy adds text that is at place in the page.
func (o *output) copy(s string, place int) {
	if s == "" {
		return
	}
	if o.track && place != o.next {
		o.mark(Origin{At: len(o.buf), Source: place})
	}
	o.buf = append(o.buf, s...)
	o.next = place + len(s)
}

// begin marks what comes now as the output of the construct at place.
func (o *output) begin(place int) {
	if o.track {
		o.mark(Origin{At: len(o.buf), Source: place, Expanded: true})
		o.next = -1
	}
}

func (o *output) mark(origin Origin) {
	if n := len(o.origins); n > 0 && o.origins[n-1].At == origin.At {
		o.origins[n-1] = origin
		return
	}
	o.origins = append(o.origins, origin)
}

func (o *output) write(s string) { o.buf = append(o.buf, s...) }

// output returns an empty output for a text that has no places in the page.
func (e *expander) output() *output {
	n := len(e.outputs)
	if n == 0 {
		return &output{}
	}
	o := e.outputs[n-1]
	e.outputs = e.outputs[:n-1]
	o.buf = o.buf[:0]
	return o
}

// take returns the text of an output and takes the output back.
func (e *expander) take(o *output) string {
	s := e.keep(o.buf)
	if cap(o.buf) <= maxKept {
		e.outputs = append(e.outputs, o)
	}
	return s
}

// maxKept is the size of the blocks of memory that texts share, and of the
// buffers that are used again.
const maxKept = 64 << 10

// keep copies text to where it stays.
func (e *expander) keep(text []byte) string {
	if len(text) == 0 {
		return ""
	}
	e.expanded += len(text)
	if cap(e.kept)-len(e.kept) < len(text) {
		e.kept = make([]byte, 0, max(min(2*cap(e.kept), maxKept), 1024, len(text)))
	}
	n := len(e.kept)
	e.kept = append(e.kept, text...)
	return stringOf(e.kept[n:])
}

// stringOf is b as a string that shares its memory; b must not change any more.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
