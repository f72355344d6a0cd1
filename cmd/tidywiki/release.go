package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

func releaseCommand(u *ui) *cobra.Command {
	var plan pipeline.ReleasePlan
	var quiet bool
	cmd := &cobra.Command{
		Use:   "release OUT --version X",
		Short: "Pack a dataset into an archive with release notes and checksums",
		Long: `Pack the dataset in a folder that convert wrote into one archive, the same bytes
whatever the day and the machine, with release notes from diff, release.json and
SHA256SUMS beside it. The dataset is validated first. Its version goes into the
files of the archive that name it, as does --date; OUT itself is not changed. With --previous the
version has to raise what the changes ask for; --version next takes the one that
they do. The release folder appears whole or not at all.`,
		Example: `  tidywiki release out --version 1.0.0 -o release
  tidywiki release out --version 1.1.0 --previous rivers-1.0.0.tar.gz
  tidywiki release out --version next --previous out-before --format zip`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrongUsage(fmt.Errorf("%s takes one dataset, the folder that convert wrote (see %s --help)", cmd.CommandPath(), cmd.CommandPath()))
			}
			if plan.Version == "" {
				return wrongUsage(fmt.Errorf("no version given: name the release's with --version, as in 1.2.0, or --version next"))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			plan.Dataset = args[0]
			made, err := pipeline.MakeRelease(cmd.Context(), plan)
			if err != nil {
				return err
			}
			u.released(made, quiet)
			return nil
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&plan.Version, "version", "", "version of the release, three numbers as in 1.2.0; next for the one that the changes ask for")
	flags.StringVar(&plan.Date, "date", "", "date of the release, as in 2024-05-06; default that of the dataset")
	flags.StringVarP(&plan.Out, "output", "o", "release", "folder of the release")
	flags.StringVar(&plan.Previous, "previous", "", "the release before: an archive, or the folder of a dataset")
	flags.StringVar(&plan.Format, "format", "", "format of the archive: "+strings.Join(pipeline.ArchiveFormats(), " or ")+"; default the first")
	flags.BoolVar(&plan.AllowBump, "allow-bump", false, "take the version even if the changes ask for a greater step")
	flags.BoolVar(&plan.Force, "force", false, "replace the release folder even if tidywiki did not make it")
	flags.BoolVarP(&quiet, "quiet", "q", false, "print errors and warnings only")
	return cmd
}

// released tells what was made.
func (u *ui) released(m *pipeline.Made, quiet bool) {
	if len(m.LeftOut) > 0 {
		fmt.Fprintf(u.err, "tidywiki: %s no part of the dataset and left out, the first is %s\n", isAre(len(m.LeftOut), "file"), m.LeftOut[0])
	}
	if m.Unchecked && m.Level != "" {
		fmt.Fprintf(u.err, "tidywiki: the previous dataset has no semantic version: the step to %s was not checked\n", m.Version)
	}
	for _, name := range m.Missing {
		fmt.Fprintf(u.err, "tidywiki: registries ask for %s, which the dataset has not: %s\n", name, cures[name])
	}
	if quiet {
		return
	}
	fmt.Fprintf(u.out, "%s %s", m.Title, m.Version)
	if m.Level != "" {
		fmt.Fprintf(u.out, ", changes since %s: %s, %s", orPrevious(m.Previous), m.Level, count(int(m.NewErrors), "new error"))
	}
	fmt.Fprintf(u.out, "\n%s (%s, SHA-256 %s)\n", filepath.ToSlash(filepath.Join(m.Out, m.Archive.Path)), size(m.Archive.Bytes), m.Archive.SHA256)
}

// cures tell how a dataset gets what is missing.
var cures = map[string]string{
	"datePublished": "give --date, or created in the --meta of convert",
	"license":       "convert it with --license",
}

func orPrevious(version string) string {
	if version == "" {
		return "the previous dataset"
	}
	return version
}

// isAre counts nouns as the subject of a sentence.
func isAre(n int, noun string) string {
	if n == 1 {
		return count(n, noun) + " is"
	}
	return count(n, noun) + " are"
}
