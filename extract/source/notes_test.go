package source

import (
	"fmt"
	"testing"
)

func TestNotes(t *testing.T) {
	n := Notes{Max: 2}
	for line := 5; line > 0; line-- {
		n.Add(Note{Code: "many", Line: line})
	}
	n.Add(Note{Code: "few", Line: 4})
	var got string
	for _, note := range n.Sorted() {
		got += fmt.Sprintf("%d %s %s\n", note.Line, note.Code, note.Message)
	}
	if want := "3 many 3 more of these on lines 3 to 1 are not listed\n4 many \n4 few \n5 many \n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNotesDefault(t *testing.T) {
	var n Notes
	for range DefaultNotes + 5 {
		n.Add(Note{Code: "many"})
	}
	if got := len(n.Sorted()); got != DefaultNotes+1 {
		t.Errorf("%d notes", got)
	}
	if got := (&Notes{}).Sorted(); len(got) != 0 {
		t.Errorf("none added, %d came out", len(got))
	}
}
