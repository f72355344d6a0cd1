package validate

// A Type is a kind of error. The names are those of Frictionless where it has one.
type Type struct{ Type, Title, Meaning string }

// Types are all kinds of errors, as docs/validation.md explains them.
var Types = []Type{
	{"package-error", "Package error", "datapackage.json is missing, is no JSON, or breaks a rule of Data Package"},
	{"resource-error", "Resource error", "the description of a resource breaks a rule, or its file is missing"},
	{"schema-error", "Schema error", "a table's schema breaks a rule"},
	{"dialect-error", "Dialect error", "a table's dialect breaks a rule"},
	{"path-error", "Unsafe path", "a path leaves the folder; nothing there was read"},
	{"scheme-error", "Remote path", "a path is an address; nothing is read from the network"},
	{"checksum-error", "Checksum error", "SHA256SUMS is missing, cannot be read, or has another sum than the file"},
	{"hash-count", "Hash error", "a file has another hash than datapackage.json says"},
	{"byte-count", "Size error", "a file has another size than datapackage.json says"},
	{"encoding-error", "Encoding error", "bytes are no text in the file's encoding, or nobody knows the encoding"},
	{"source-error", "Source error", "a file is not in its format"},
	{"blank-label", "Blank label", "a column has no name"},
	{"duplicate-label", "Duplicate label", "two columns have the same name"},
	{"missing-label", "Missing label", "a field has no column"},
	{"extra-label", "Extra label", "a column has no field"},
	{"incorrect-label", "Incorrect label", "a column has another name than its field"},
	{"blank-row", "Blank row", "a row has no cells"},
	{"missing-cell", "Missing cell", "a row has fewer cells than there are fields"},
	{"extra-cell", "Extra cell", "a row has more cells than there are fields"},
	{"type-error", "Type error", "a value is not of its field's type or format"},
	{"constraint-error", "Constraint error", "a value breaks a constraint of its field"},
	{"unique-error", "Unique error", "a value or group of values that must be unique is there twice"},
	{"primary-key", "Primary key error", "two rows have the same key, or a part of a key is missing"},
	{"foreign-key", "Foreign key error", "a row names a key that the other table does not have"},
	{"format-mismatch", "Formats differ", "a table has other values or rows in one format than in the first"},
	{"row-count", "Row count error", "a table has other rows than the dataset itself says elsewhere"},
}

func titleOf(typ string) string {
	for _, t := range Types {
		if t.Type == typ {
			return t.Title
		}
	}
	panic("validate: no type of error is named " + typ)
}
