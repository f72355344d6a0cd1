package pipeline

import (
	"errors"
	"io/fs"
	"os"

	"github.com/tidywiki/tidywiki/load/release"
	"github.com/tidywiki/tidywiki/pipeline/internal/usage"
)

// Meta describes a dataset beyond its tables: title, description,
// licence, version, authors. Empty fields are taken from the pages.
type Meta = release.Info

// LoadMeta reads a file of metadata; docs/metadata.md names its keys. A file that
// is missing or wrong is a [*UsageError].
func LoadMeta(path string) (Meta, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Meta{}, usage.Errorf("--meta %s does not exist: name a YAML file with title, license ...", path)
	}
	if err != nil {
		return Meta{}, usage.Errorf("--meta: %w", err)
	}
	meta, err := release.LoadMeta(data, path)
	if err != nil {
		return Meta{}, usage.Errorf("--meta %w", err)
	}
	return meta, nil
}

// info is the metadata for the files about the dataset.
func (p Plan) info(r *Report) release.Info {
	info := p.Meta
	info.Version = Version
	if p.Write.CSVSafe {
		info.FormulaGuard = formulaGuard
	}
	decimals := "exact"
	if p.Write.Floats {
		decimals = "float"
	}
	info.Parameters = []release.Parameter{{Name: "formats", Value: p.Formats}, {Name: "recipes", Value: r.Recipes},
		{Name: "decimals", Value: decimals}}
	return info
}
