package load

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A TablePath is the path of a table's file below the output folder.
//
//	data/cells.csv                   {Table: "cells", Format: "csv"}
//	data/cells.json.gz               {Table: "cells", Format: "json", Compression: "gz"}
//	data/cells/part-00002.parquet    {Table: "cells", Format: "parquet", Part: 3}
type TablePath struct {
	Table, Format string
	Compression   Compression
	// Part is the 1-based number of a file of a table that has several; 0 means that
	// there is one file.
	Part int
}

// String returns the path, slash-separated.
func (p TablePath) String() string {
	name := "data/" + p.Table
	if p.Part > 0 {
		name += fmt.Sprintf("/part-%05d", p.Part-1)
	}
	name += "." + p.Format
	if p.Compression != Uncompressed {
		name += "." + string(p.Compression)
	}
	return name
}

// ParseTablePath parses the path of a file below the folder data. ok is false for
// a path elsewhere, or without a format.
func ParseTablePath(file string) (p TablePath, ok bool) {
	rest, found := strings.CutPrefix(file, "data/")
	if !found {
		return TablePath{}, false
	}
	ext := strings.TrimPrefix(path.Ext(rest), ".")
	if c := Compression(ext); c != Uncompressed && slices.Contains(Compressions, c) {
		p.Compression = c
		rest = strings.TrimSuffix(rest, "."+ext)
		ext = strings.TrimPrefix(path.Ext(rest), ".")
	}
	p.Format, p.Table = ext, strings.TrimSuffix(rest, "."+ext)
	if dir, base := path.Split(p.Table); dir != "" {
		if n, is := partNumber(base); is {
			p.Table, p.Part = strings.TrimSuffix(dir, "/"), n
		}
	}
	return p, p.Format != "" && p.Table != ""
}

// partNumber reads part-00000 as 1.
func partNumber(base string) (int, bool) {
	digits, found := strings.CutPrefix(base, "part-")
	if !found || len(digits) < 5 {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, 10, 31)
	return int(n) + 1, err == nil
}
