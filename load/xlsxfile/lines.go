package xlsxfile

import "strconv"

// pieceSize is how much text is compressed at once. Larger pieces do not compress
// better, because the window of deflate is smaller.
const pieceSize = 128 << 10

// lines writes the rows of a worksheet, the contents of its <sheetData>. A row begins
// with start, gets cells from str, num, integer and flag, and ends with finish.
type lines struct {
	store  *store
	row    int // 1-based number of the current row
	digits []byte
	cells  []byte // of the current row
	text   []byte // rows that are not compressed yet
	pieces []piece
	size   int64 // of the compressed rows, before compression
}

func (l *lines) start() {
	l.row++
	l.digits = strconv.AppendInt(l.digits[:0], int64(l.row), 10)
	l.cells = l.cells[:0]
}

// open begins a cell, up to its type or its content: <c r="B12" s="4"
func (l *lines) open(column string, style int) {
	l.cells = append(l.cells, `<c r="`...)
	l.cells = append(l.cells, column...)
	l.cells = append(l.cells, l.digits...)
	l.cells = append(l.cells, `" s="`...)
	l.cells = strconv.AppendInt(l.cells, int64(style), 10)
	l.cells = append(l.cells, '"')
}

// str adds a cell of text. It reports whether a character was replaced.
func (l *lines) str(column string, style int, text string) (replaced bool) {
	l.open(column, style)
	l.cells = append(l.cells, ` t="inlineStr"><is><t`...)
	if n := len(text); n > 0 && (text[0] <= ' ' || text[n-1] <= ' ') {
		l.cells = append(l.cells, ` xml:space="preserve"`...)
	}
	l.cells = append(l.cells, '>')
	l.cells, replaced = appendText(l.cells, text)
	l.cells = append(l.cells, `</t></is></c>`...)
	return replaced
}

// num adds a cell of a number.
func (l *lines) num(column string, style int, digits []byte) {
	l.open(column, style)
	l.cells = append(l.cells, `><v>`...)
	l.cells = append(l.cells, digits...)
	l.cells = append(l.cells, `</v></c>`...)
}

// integer adds a cell of an integer that Excel can hold.
func (l *lines) integer(column string, style int, n int64) {
	var buf [20]byte
	l.num(column, style, strconv.AppendInt(buf[:0], n, 10))
}

// flag adds a boolean cell.
func (l *lines) flag(column string, style int, yes bool) {
	l.open(column, style)
	l.cells = append(l.cells, ` t="b"><v>`...)
	if yes {
		l.cells = append(l.cells, '1')
	} else {
		l.cells = append(l.cells, '0')
	}
	l.cells = append(l.cells, `</v></c>`...)
}

// finish ends the row. The height is in points; 0 means the default.
func (l *lines) finish(height int) error {
	l.text = append(l.text, `<row r="`...)
	l.text = append(l.text, l.digits...)
	if height > 0 {
		l.text = append(l.text, `" ht="`...)
		l.text = strconv.AppendInt(l.text, int64(height), 10)
	}
	l.text = append(l.text, `">`...)
	l.text = append(l.text, l.cells...)
	l.text = append(l.text, `</row>`...)
	if len(l.text) < pieceSize {
		return nil
	}
	return l.pack()
}

// pack compresses the rows in text.
func (l *lines) pack() error {
	if len(l.text) == 0 {
		return nil
	}
	p, err := l.store.put(l.text)
	if err != nil {
		return err
	}
	l.pieces = append(l.pieces, p)
	l.size += int64(len(l.text))
	l.text = l.text[:0]
	return nil
}

// columnName returns A for 0, Z for 25, AA for 26.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
