package main

import (
	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

func formatsCommand(u *ui) *cobra.Command {
	return &cobra.Command{
		Use:   "formats",
		Short: "List the formats that tidywiki reads and writes",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			rows := [][]string{}
			for _, in := range pipeline.Inputs {
				rows = append(rows, []string{"reads", in.Name, in.Ext, in.Help})
			}
			for _, out := range pipeline.Outputs {
				rows = append(rows, []string{"writes", out.Name, out.Ext, out.Help})
			}
			return u.table([]string{"", "format", "files", "description"}, rows)
		},
	}
}
