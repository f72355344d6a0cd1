package cputime_test

import (
	"testing"

	"github.com/tidywiki/tidywiki/internal/cputime"
)

func TestUsedNeverGoesBack(t *testing.T) {
	last := cputime.Used()
	if last < 0 {
		t.Fatal(last)
	}
	for range 1000 {
		now := cputime.Used()
		if now < last {
			t.Fatalf("%v after %v", now, last)
		}
		last = now
	}
}
