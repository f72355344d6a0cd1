package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/tidywiki/tidywiki/load/read/validate"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
)

// A Validation is what [Validate] found. As JSON it has the form of a report of
// Frictionless.
type Validation = validate.Report

// Validate checks the dataset in a folder or an archive, or the one whose
// datapackage.json path is: one of ours, or any Data Package. It returns a [*usage.Error] if there is
// nothing at path.
func Validate(ctx context.Context, path string) (*Validation, error) {
	dir, remove, err := unpacked(ctx, path)
	if err != nil {
		return nil, err
	}
	defer remove()
	report, err := validate.Folder(ctx, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage.Errorf("there is no dataset %s: name a folder that has a datapackage.json", path)
	}
	if err != nil {
		return nil, fmt.Errorf("validate %s: %w", path, err)
	}
	return report, nil
}
