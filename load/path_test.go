package load

import "testing"

func TestTablePath(t *testing.T) {
	for path, want := range map[string]TablePath{
		"data/cells.csv":                        {Table: "cells", Format: "csv"},
		"data/cells.csv.gz":                     {Table: "cells", Format: "csv", Compression: Gzip},
		"data/cells.json.zst":                   {Table: "cells", Format: "json", Compression: Zstandard},
		"data/cells/part-00000.parquet":         {Table: "cells", Format: "parquet", Part: 1},
		"data/cells/part-123456.parquet":        {Table: "cells", Format: "parquet", Part: 123457},
		"data/tables/rivers/01-lengths.csv":     {Table: "tables/rivers/01-lengths", Format: "csv"},
		"data/tables/part-00001/01-a.parquet":   {Table: "tables/part-00001/01-a", Format: "parquet"},
		"data/tables/part-00001.parquet":        {Table: "tables", Format: "parquet", Part: 2},
		"data/tables/rivers/01-part-00001.json": {Table: "tables/rivers/01-part-00001", Format: "json"},
		"data/part-00000.csv":                   {Table: "part-00000", Format: "csv"},
		"data/cells/part-000x0.csv":             {Table: "cells/part-000x0", Format: "csv"},
		"data/cells/part-0.csv":                 {Table: "cells/part-0", Format: "csv"},
	} {
		got, ok := ParseTablePath(path)
		if !ok || got != want {
			t.Errorf("%s is %+v, %v, want %+v", path, got, ok, want)
		}
		if got.String() != path {
			t.Errorf("%s is written %s", path, got)
		}
	}
}

func TestNotATablePath(t *testing.T) {
	for _, path := range []string{"", "cells.csv", "README.md", "data/", "data/cells", "data/cells.", "data/.csv", "data/cells/part-00000", "other/cells.csv", "data/gz"} {
		if got, ok := ParseTablePath(path); ok {
			t.Errorf("%s is %+v", path, got)
		}
	}
}
