// Package loadtest holds tables that formats and readers get wrong, and helpers for
// tests that write them.
package loadtest

import (
	"context"
	"testing"

	"github.com/tidywiki/tidywiki/load"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// Save writes tables with l and returns the sink they are in.
func Save(t testing.TB, l load.Loader, tables ...*dataset.Table) *Sink {
	t.Helper()
	sink := new(Sink)
	if err := write(l, sink, tables...); err != nil {
		t.Fatal(err)
	}
	return sink
}

// write does a run: it aborts after an error and closes otherwise.
func write(l load.Loader, sink load.Sink, tables ...*dataset.Table) error {
	ctx := context.Background()
	w, err := l.Open(ctx, sink)
	if err != nil {
		return err
	}
	for _, t := range tables {
		if err := w.Write(ctx, t); err != nil {
			w.Abort()
			return err
		}
	}
	return w.Close()
}
