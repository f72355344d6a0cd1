package release

import (
	"fmt"
	"path"
)

// A usage shows how people open a table in one format.
type usage struct {
	format string
	code   []snippet
}

// A snippet is a line of a program; text has verbs for the name of a variable and
// for the table's place.
type snippet struct {
	language, text string
	place          func(*asset) string
}

// usages are the recommended format first.
var usages = []usage{
	{"parquet", []snippet{
		{"python", "import pandas as pd\n%s = pd.read_parquet(%q)", (*asset).folder},
		{"sql", "-- DuckDB\nSELECT * FROM '%[2]s';", (*asset).pattern},
		{"r", "%s <- arrow::%s", (*asset).inR},
	}},
	{"csv", []snippet{
		{"python", "import pandas as pd\n%s = pd.read_csv(%q)", (*asset).pattern},
		{"sql", "-- DuckDB\nSELECT * FROM '%[2]s';", (*asset).pattern},
		{"r", "%s <- readr::read_csv(%q)", (*asset).pattern},
	}},
	{"arrow", []snippet{
		{"python", "import polars as pl\n%s = pl.read_ipc(%q)", (*asset).pattern},
		{"r", "%s <- arrow::read_feather(%q)", (*asset).pattern},
	}},
	{"json", []snippet{
		{"python", "import pandas as pd\n%s = pd.read_json(%q)", (*asset).pattern},
		{"sql", "-- DuckDB\nSELECT * FROM '%[2]s';", (*asset).pattern},
	}},
}

// folder is what readers that know folders of parts are given.
func (a *asset) folder() string {
	if a.inParts() {
		return path.Dir(a.String())
	}
	return a.String()
}

// inR is how R's package arrow reads Parquet.
func (a *asset) inR() string {
	if a.inParts() {
		return fmt.Sprintf("open_dataset(%q)", a.folder())
	}
	return fmt.Sprintf("read_parquet(%q)", a.String())
}
