package validate

// A Type is a kind of error. The names are those of Frictionless where it has one.
type Type struct{ Type, Title, Meaning string }

// Types are all kinds of errors, as docs/validation.md explains them.
var Types = []Type{
	{"package-error", "Package error", "datapackage.json is missing, is not JSON, or breaks a rule of Data Package"},
	{"resource-error", "Resource error", "the description of a resource breaks a rule, or its file is missing"},
	{"schema-error", "Schema error", "a table's schema breaks a rule"},
	{"dialect-error", "Dialect error", "a table's dialect breaks a rule"},
	{"path-error", "Unsafe path", "a path leaves the folder; it was not read"},
	{"scheme-error", "Remote path", "a path is a URL; nothing is read from the network"},
	{"checksum-error", "Checksum error", "SHA256SUMS is missing or cannot be read, or the sum of a file differs"},
	{"hash-count", "Hash error", "the hash of a file differs from that in datapackage.json"},
	{"byte-count", "Size error", "the size of a file differs from that in datapackage.json"},
	{"encoding-error", "Encoding error", "bytes are not valid in the file's encoding, or the encoding is unknown"},
	{"source-error", "Source error", "a file is not in its format"},
	{"blank-label", "Blank label", "a column has no name"},
	{"duplicate-label", "Duplicate label", "two columns have the same name"},
	{"missing-label", "Missing label", "a field has no column"},
	{"extra-label", "Extra label", "a column has no field"},
	{"incorrect-label", "Incorrect label", "the name of a column differs from that of its field"},
	{"blank-row", "Blank row", "a row has no cells"},
	{"missing-cell", "Missing cell", "a row has fewer cells than there are fields"},
	{"extra-cell", "Extra cell", "a row has more cells than there are fields"},
	{"type-error", "Type error", "a value is not of its field's type or format"},
	{"constraint-error", "Constraint error", "a value breaks a constraint of its field"},
	{"unique-error", "Unique error", "a value or group of values that must be unique occurs twice"},
	{"primary-key", "Primary key error", "two rows have the same key, or a part of a key is missing"},
	{"foreign-key", "Foreign key error", "a row refers to a key that the other table does not have"},
	{"format-mismatch", "Formats differ", "the values or rows of a table in one format differ from those in the first format"},
	{"row-count", "Row count error", "the number of rows of a table differs from that elsewhere in the dataset"},
}

func titleOf(typ string) string {
	for _, t := range Types {
		if t.Type == typ {
			return t.Title
		}
	}
	panic("validate: no type of error is named " + typ)
}
