package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

func versionCommand(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(u.out, "tidywiki", pipeline.Version)
			return err
		},
	}
}
