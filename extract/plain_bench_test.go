package extract_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/extract/plain"

	"github.com/tidywiki/tidywiki/extract/source"
)

func BenchmarkPlainExtract(b *testing.B) {
	page, err := os.ReadFile(plainSeedPage)
	if err != nil {
		b.Fatal(err)
	}
	prose := strings.Repeat("The rivers of Examplia carry about 1,200 ships a year, as they did before.\n"+
		"- An item of some length, which does not say much more than that\n\n", 20_000)
	var table, chinese strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&table, "| Name %d | 2,%03d | %d | 4.5%% | |\n", i, i%1000, i)
		fmt.Fprintf(&chinese, "第%d条，全市生产总值从26.6万亿元增加到51.9万亿元，比上年增长8.8%%。\n\n", i)
	}
	for _, c := range []struct {
		name string
		data []byte
	}{{"seed", page}, {"table", []byte(table.String())}, {"prose", []byte(prose)}, {"chinese", []byte(chinese.String())}} {
		b.Run(c.name, func(b *testing.B) {
			p := plain.New(plain.Options{})
			b.SetBytes(int64(len(c.data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := p.Extract(context.Background(), &source.Source{Data: c.data}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPlainDetect(b *testing.B) {
	page, err := os.ReadFile(plainSeedPage)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		plain.Detect(page)
	}
}
