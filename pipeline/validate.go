package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/tidywiki/tidywiki/load/validate"
)

// A Validation is what [Validate] found. As JSON it has the form of a report of
// Frictionless.
type Validation = validate.Report

// Validate checks the dataset in a folder, or the one whose datapackage.json path
// is: one of ours, or any Data Package. It returns a [*UsageError] if there is
// nothing at path.
func Validate(ctx context.Context, path string) (*Validation, error) {
	report, err := validate.Folder(ctx, path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("there is no dataset %s: name a folder that has a datapackage.json", path)
	}
	if err != nil {
		return nil, fmt.Errorf("validate %s: %w", path, err)
	}
	return report, nil
}
