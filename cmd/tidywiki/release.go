package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline/publish"
)

func releaseCommand(u *ui) *cobra.Command {
	var plan publish.ReleasePlan
	var quiet bool
	cmd := &cobra.Command{
		Use:   "release OUT --version X",
		Short: "Pack a dataset into an archive with release notes and checksums",
		Long: `Pack the dataset in the folder OUT into one archive, with release notes,
release.json and SHA256SUMS next to it. The same dataset always gives the same
bytes. The dataset is validated first. The version and --date are written to the
files of the archive that carry them; OUT itself is not changed.

With --previous, the version must be raised by at least as much as the changes
require; --version next does that for you. The release folder appears only when it
is complete.`,
		Example: `  tidywiki release out --version 1.0.0 -o release
  tidywiki release out --version 1.1.0 --previous rivers-1.0.0.tar.gz
  tidywiki release out --version next --previous out-before --format zip`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrongUsage(fmt.Errorf("%s takes one dataset, a folder that convert wrote (see %s --help)", cmd.CommandPath(), cmd.CommandPath()))
			}
			if plan.Version == "" {
				return wrongUsage(fmt.Errorf("no version given: use --version with a version such as 1.2.0, or --version next"))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			plan.Dataset = args[0]
			made, err := publish.MakeRelease(cmd.Context(), plan)
			if err != nil {
				return err
			}
			u.released(made, quiet)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&plan.Version, "version", "", "version of the release, such as 1.2.0; next for the one that the changes require")
	flags.StringVar(&plan.Date, "date", "", "date of the release, such as 2024-05-06; default the date of the dataset")
	flags.StringVarP(&plan.Out, "output", "o", "release", "folder of the release")
	flags.StringVar(&plan.Previous, "previous", "", "previous release: an archive, or the folder of a dataset")
	flags.StringVar(&plan.Format, "format", "", "format of the archive: "+strings.Join(publish.ArchiveFormats(), " or ")+"; default the first")
	flags.BoolVar(&plan.AllowBump, "allow-bump", false, "accept the version even if the changes require a larger step")
	flags.BoolVar(&plan.Force, "force", false, "replace the release folder even if it was not made by tidywiki")
	flags.BoolVarP(&quiet, "quiet", "q", false, "print errors and warnings only")
	return cmd
}

// released prints the result of a release.
func (u *ui) released(m *publish.Made, quiet bool) {
	if len(m.LeftOut) > 0 {
		fmt.Fprintf(u.err, "tidywiki: %s not part of the dataset and left out, the first is %s\n", isAre(len(m.LeftOut), "file"), m.LeftOut[0])
	}
	if m.Unchecked && m.Level != "" {
		fmt.Fprintf(u.err, "tidywiki: the previous dataset has no semantic version: the step to %s was not checked\n", m.Version)
	}
	for _, name := range m.Missing {
		fmt.Fprintf(u.err, "tidywiki: the dataset has no %s, which registries ask for: %s\n", name, cures[name])
	}
	if quiet {
		return
	}
	fmt.Fprintf(u.out, "%s %s", m.Title, m.Version)
	if m.Level != "" {
		fmt.Fprintf(u.out, ", changes since %s: %s, %s", cmp.Or(m.Previous, "the previous dataset"), m.Level, count(int(m.NewErrors), "new error"))
	}
	fmt.Fprintf(u.out, "\n%s (%s, SHA-256 %s)\n", filepath.ToSlash(filepath.Join(m.Out, m.Archive.Path)), size(m.Archive.Bytes), m.Archive.SHA256)
}

// cures has the way to add what a dataset is missing.
var cures = map[string]string{
	"datePublished": "use --date, or set created in the --meta file of convert",
	"license":       "use --license with convert",
}

// isAre formats n with a noun and the verb: "1 file is", "2 files are".
func isAre(n int, noun string) string {
	if n == 1 {
		return count(n, noun) + " is"
	}
	return count(n, noun) + " are"
}
