package release

import (
	"fmt"

	"github.com/tidywiki/tidywiki/load/internal/figure"
)

// name is the dataset's for machines.
func (r *Release) name() string {
	switch {
	case r.info.Name != "":
		return r.info.Name
	case r.pages.count == 1 && r.pages.first != "":
		return r.pages.first
	}
	return "tidywiki-dataset"
}

// title is the dataset's for people.
func (r *Release) title() string {
	switch {
	case r.info.Title != "":
		return r.info.Title
	case r.pages.count == 1 && r.pages.sources[0].title != "":
		return r.pages.sources[0].title
	}
	return figure.Count(r.pages.count, "wiki page")
}

// description is a sentence or more.
func (r *Release) description() string {
	if r.info.Description != "" {
		return r.info.Description
	}
	return fmt.Sprintf("%s as tables of typed columns. Every row names its page, and the line it was read from where it has one. "+
		"What a page says is never corrected: what is doubtful in it is a row of the table findings (%s, %s, %s).",
		figure.Count(r.pages.count, "wiki page"),
		figure.Count(r.found.of("error"), "error"), figure.Count(r.found.of("warning"), "warning"), figure.Count(r.found.of("info"), "info"))
}
