package main

import (
	"github.com/spf13/cobra"

	"github.com/tidywiki/tidywiki/pipeline"
)

func recipesCommand(u *ui) *cobra.Command {
	var files []string
	cmd := &cobra.Command{
		Use:   "recipes",
		Short: "List the recipes and the tables they make",
		Example: `  tidywiki recipes
  tidywiki recipes --recipe mine.yaml    also checks your own recipe`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			own, err := pipeline.LoadRecipes(files)
			if err != nil {
				return err
			}
			rows := [][]string{}
			for _, r := range pipeline.DescribeRecipes(own) {
				for _, t := range r.Tables {
					rows = append(rows, []string{r.Name, t.Name, t.Description})
				}
			}
			return u.table([]string{"recipe", "table", "description"}, rows)
		},
	}
	cmd.Flags().StringArrayVar(&files, "recipe", nil, "recipe file to list in addition to the built-in ones; may be repeated")
	return cmd
}
