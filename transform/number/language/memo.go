package language

// A Memo looks phrases of a text up in a lexicon, and remembers the last answer: the
// methods of a parser ask for the same place again and again. It is for one text.
type Memo[T any] struct {
	lexicon *Lexicon[T]
	// next is the byte behind the place of the last answer, 0 if there was none.
	next    int
	meaning T
	end     int
	ok      bool
}

// NewMemo returns a memo of l.
func NewMemo[T any](l *Lexicon[T]) Memo[T] { return Memo[T]{lexicon: l} }

// Find is Lexicon.Find. text must be the same in all calls.
func (m *Memo[T]) Find(text string, start int) (meaning T, end int, ok bool) {
	if m.next != start+1 {
		m.next = start + 1
		m.meaning, m.end, m.ok = m.lexicon.Find(text, start)
	}
	return m.meaning, m.end, m.ok
}
