package recipe

import (
	"os"
	"testing"
)

// BenchmarkSeed makes the tables of the built-in recipes from the seed page.
func BenchmarkSeed(b *testing.B) {
	page, err := os.ReadFile("../../testdata/pages/first-session-12th-npc.txt")
	if err != nil {
		b.Fatal(err)
	}
	d := convert(b, string(page))
	step := Step{Builtin()}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := step.Apply(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOtherPage measures a page that no recipe matches.
func BenchmarkOtherPage(b *testing.B) {
	d := convert(b, riversPage)
	step := Step{Builtin()}
	b.SetBytes(int64(len(riversPage)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := step.Apply(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}
