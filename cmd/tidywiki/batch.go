package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tidywiki/tidywiki/pipeline"
)

// batchFlags are the flags for runs over many pages.
type batchFlags struct {
	filesFrom, maxSize, tables, roles string
	maxTime                           time.Duration
	strict                            bool
	incremental                       bool
	cache                             string
	checkpoint, resume                bool
}

func (f *batchFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&f.filesFrom, "files-from", "", "file with more sources, one per line or separated by NUL; - for standard input")
	flags.StringVar(&f.roles, "roles", "", "tables that get a file of their own: data, or all for layout, legends and navigation too; default data")
	flags.StringVar(&f.tables, "tables", "", "wide: also write each table of a page to a file of its own; none: do not; default wide, none for dumps")
	flags.StringVar(&f.maxSize, "max-page-size", "64MiB", "size limit for one page; a larger page fails")
	flags.DurationVar(&f.maxTime, "max-page-time", 0, "time limit for one page, such as 30s; the result then depends on the machine's speed")
	flags.BoolVar(&f.incremental, "incremental", false, "convert only pages that changed since the last such run; the output is the same as that of a full run")
	flags.StringVar(&f.cache, "cache", "", "folder for the results that --incremental keeps; default a hidden folder next to the output")
	flags.BoolVar(&f.checkpoint, "checkpoint", false, "save finished work so that --resume can continue a stopped run; default for dumps")
	flags.BoolVar(&f.resume, "resume", false, "continue a stopped run")
	flags.BoolVar(&f.strict, "strict", false, "stop at the first page that fails")
}

// sources returns the arguments and the sources in the list.
func (f *batchFlags) sources(cmd *cobra.Command, args []string) ([]string, error) {
	if f.filesFrom == "" {
		return args, needSources(cmd, args)
	}
	if f.filesFrom == "-" && slices.Contains(args, "-") {
		return nil, wrongUsage(fmt.Errorf("standard input cannot be both the list and a page: use - only once"))
	}
	data, err := f.list(cmd)
	if err != nil {
		return nil, wrongUsage(fmt.Errorf("--files-from %s: %w: name a file with one source per line, or - for standard input", f.filesFrom, cause(err)))
	}
	listed := splitNames(data)
	if len(args)+len(listed) == 0 {
		return nil, wrongUsage(fmt.Errorf("--files-from %s: the file is empty", f.filesFrom))
	}
	return append(args, listed...), nil
}

func (f *batchFlags) list(cmd *cobra.Command) ([]byte, error) {
	if f.filesFrom == "-" {
		return io.ReadAll(cmd.InOrStdin())
	}
	return os.ReadFile(f.filesFrom)
}

// splitNames splits a list of names at NUL bytes if it has any, otherwise into lines.
// Spaces belong to the names.
func splitNames(data []byte) []string {
	end := byte('\n')
	if bytes.IndexByte(data, 0) >= 0 {
		end = 0
	}
	var names []string
	for name := range strings.SplitSeq(string(data), string(end)) {
		if end == '\n' {
			name = strings.TrimSuffix(name, "\r")
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return names
}

func (f *batchFlags) apply(cmd *cobra.Command, plan *pipeline.Plan) error {
	limit, err := parseSize(f.maxSize)
	if err != nil {
		return fmt.Errorf("--max-page-size %q: %w", f.maxSize, err)
	}
	if f.maxTime < 0 {
		return fmt.Errorf("--max-page-time %s: give a time such as 30s, or 0 for no limit", f.maxTime)
	}
	plan.Limits = pipeline.Limits{PageBytes: limit, PageTime: f.maxTime}
	plan.Incremental, plan.Cache, plan.Checkpoint, plan.Resume = f.incremental, f.cache, f.checkpoint, f.resume
	plan.NoCheckpoint = cmd.Flags().Changed("checkpoint") && !f.checkpoint
	plan.Strict, plan.Tables, plan.Roles = f.strict, f.tables, f.roles
	return nil
}

// sizeUnits are the units of parseSize. Longer names come first, as "KiB" ends in "B".
var sizeUnits = []struct {
	name  string
	bytes int64
}{{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"kB", 1e3}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9},
	{"k", 1 << 10}, {"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}, {"B", 1}, {"", 1}}

// parseSize parses a number of bytes with an optional unit, such as "64MiB".
func parseSize(s string) (int64, error) {
	for _, u := range sizeUnits {
		digits, found := strings.CutSuffix(s, u.name)
		if !found {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
		if err != nil || n <= 0 || n > (1<<62)/u.bytes {
			break
		}
		return n * u.bytes, nil
	}
	return 0, fmt.Errorf("give a number of bytes such as 64MiB")
}
