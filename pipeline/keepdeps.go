//go:build keepdeps

package pipeline

import (
	_ "github.com/apache/arrow/go/v15/arrow/ipc"
	_ "github.com/cockroachdb/apd/v3"
	_ "github.com/expr-lang/expr"
	_ "github.com/expr-lang/expr/vm"
	_ "github.com/goccy/go-yaml"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/jedib0t/go-pretty/v6/table"
	_ "github.com/jedib0t/go-pretty/v6/text"
	_ "github.com/parquet-go/parquet-go"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/schollz/progressbar/v3"
	_ "github.com/spf13/cobra"
	_ "github.com/xuri/excelize/v2"
	_ "golang.org/x/sync/errgroup"
	_ "golang.org/x/sys/unix"
	_ "golang.org/x/term"
	_ "golang.org/x/text/currency"
	_ "golang.org/x/text/unicode/norm"
	_ "golang.org/x/tools/txtar"
)
