package read

import (
	"io"
	"slices"
)

// A jsonReader reads an array of records, or records one after another. encoding/json
// would take most of the time of a comparison, so records are parsed here and only
// strings with escapes and nested values go through it.
type jsonReader struct {
	jsonParser
	lines  bool // values follow one another without an array
	labels []string
	index  map[string]int // of the labels
	only   bool           // keys that are not labels are passed over

	begun, ended bool // the array
	pending      bool // the row read last is to be returned again
}

// NewJSON returns a reader of an array of objects or arrays in UTF-8; of arrays
// the first holds the labels. property names the member of an object that is the
// array; "" if the file is the array. It reads the first record at once. The
// members of an object have no order: the labels are in that of order, and those it
// does not have come after.
func NewJSON(r io.Reader, property string, order []string) (Reader, error) {
	j := &jsonReader{jsonParser: jsonParser{scanner: newScanner(r)}}
	if err := j.enter(property); err != nil {
		return nil, err
	}
	return j, j.header(order)
}

// NewLines returns a reader of JSON values, one per line.
func NewLines(r io.Reader, order []string) (Reader, error) {
	j := &jsonReader{jsonParser: jsonParser{scanner: newScanner(r)}, lines: true}
	return j, j.header(order)
}

// newRecords returns a reader of an array that passes over keys that are not labels.
// Without labels, those of the first record are.
func newRecords(r io.Reader, labels []string) (*jsonReader, error) {
	j := &jsonReader{jsonParser: jsonParser{scanner: newScanner(r)}, only: true}
	if err := j.enter(""); err != nil {
		return nil, err
	}
	if c, _ := j.skip(); labels != nil && c != '[' {
		j.number = 1
		j.name(labels)
		return j, nil
	}
	return j, j.header(nil)
}

// Labels implements [Reader].
func (j *jsonReader) Labels() []string { return j.labels }

// Next implements [Reader].
func (j *jsonReader) Next() ([]Cell, error) {
	if err := j.scan(); err != nil {
		return nil, err
	}
	return j.row(), nil
}

// name sets the labels.
func (j *jsonReader) name(labels []string) {
	j.labels, j.index = labels, make(map[string]int, len(labels))
	for i, label := range slices.Backward(labels) {
		j.index[label] = i
	}
}

// enter goes to the first element of the array.
func (j *jsonReader) enter(property string) error {
	if property != "" && j.token('{') {
		for !j.token('}') {
			if err := j.member(); err != nil {
				return err
			}
			if string(j.key) == property {
				break
			}
			if _, err := j.value(); err != nil {
				return err
			}
			j.begin()
			j.token(',')
		}
	}
	if !j.token('[') {
		if err := j.ends(); err != nil {
			return err
		}
		return failed(0, "the file is not an array of records")
	}
	return nil
}

// header takes the labels from the first record. An object is returned by the next
// scan, too.
func (j *jsonReader) header(order []string) error {
	j.number = 1
	more, err := j.element()
	if !more {
		return err
	}
	switch c, _ := j.skip(); c {
	case '{':
		if err := j.object(); err != nil {
			return err
		}
		j.sort(order)
		j.pending = true
	case '[':
		if err := j.array(); err != nil {
			return err
		}
		labels := []string{}
		for i := range j.fields {
			labels = append(labels, string(j.bytes(i)))
		}
		j.name(labels)
	default:
		return failed(1, "the first value is neither an object nor an array")
	}
	return nil
}

// sort brings labels and fields of the first record into an order.
func (j *jsonReader) sort(order []string) {
	rank := func(label string) int {
		if i := slices.Index(order, label); i >= 0 {
			return i
		}
		return len(order)
	}
	places := make([]int, len(j.labels))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return rank(j.labels[a]) - rank(j.labels[b]) })
	labels, fields := make([]string, len(places)), make([]field, len(places))
	for to, from := range places {
		labels[to], fields[to] = j.labels[from], j.fields[from]
	}
	j.name(labels)
	j.fields = fields
}

// scan reads the next record.
func (j *jsonReader) scan() error {
	j.number++
	if j.pending {
		j.pending = false
		return nil
	}
	j.begin()
	more, err := j.element()
	if err != nil {
		return err
	}
	if !more {
		return io.EOF
	}
	switch c, _ := j.skip(); c {
	case '{':
		return j.object()
	case '[':
		return j.array()
	}
	if _, err := j.value(); err != nil {
		return err
	}
	return failed(j.number, "the value is neither an object nor an array")
}

// element goes to the next value and reports whether there is one.
func (j *jsonReader) element() (bool, error) {
	_, some := j.skip()
	switch {
	case j.ended:
		return false, nil
	case j.lines && !some && j.err == io.EOF:
		j.ended = true
		return false, nil
	case !j.lines && j.token(']'):
		j.ended = true
		return false, nil
	case j.begun && !j.lines && !j.token(','):
		return false, j.unexpected("a comma or the end of the array")
	}
	j.begun = true
	return true, nil
}

// object reads an object: the members in the order of the labels, a null for one
// that is missing, further ones after the others. Without labels it makes them.
func (j *jsonReader) object() error {
	j.token('{')
	collect := j.index == nil
	for range j.labels {
		j.fields = append(j.fields, field{kind: Absent})
	}
	guess := 0
	for first := true; !j.token('}'); first = false {
		if !first && !j.token(',') {
			return j.unexpected("a comma or the end of the object")
		}
		if err := j.member(); err != nil {
			return err
		}
		i := len(j.fields)
		if collect {
			j.labels = append(j.labels, string(j.key))
		} else if i = j.column(guess); i < len(j.labels) {
			guess = i + 1
		}
		start := len(j.text)
		kind, err := j.value()
		if err != nil {
			return err
		}
		switch f := (field{kind, start, len(j.text)}); {
		case i < len(j.fields) && j.fields[i].kind == Absent:
			j.fields[i] = f
		case i == len(j.fields) && (collect || !j.only):
			j.fields = append(j.fields, f)
		default:
			j.text = j.text[:start] // a key that is there twice, or not asked for
		}
	}
	if collect && j.labels == nil {
		j.labels = []string{}
	}
	for i := range j.fields {
		if j.fields[i].kind == Absent {
			j.fields[i].kind = Null
		}
	}
	return nil
}

// column is where the key that was read last is among the labels, the end of the
// fields if it is none of them. guess is where it is if records are alike.
func (j *jsonReader) column(guess int) int {
	if guess < len(j.labels) && j.labels[guess] == string(j.key) {
		return guess
	}
	if i, known := j.index[string(j.key)]; known {
		return i
	}
	return len(j.fields)
}

// array reads an array.
func (j *jsonReader) array() error {
	j.token('[')
	for first := true; !j.token(']'); first = false {
		if !first && !j.token(',') {
			return j.unexpected("a comma or the end of the array")
		}
		start := len(j.text)
		kind, err := j.value()
		if err != nil {
			return err
		}
		j.fields = append(j.fields, field{kind, start, len(j.text)})
	}
	return nil
}
