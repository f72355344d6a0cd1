package validate

import (
	"fmt"
	"slices"
)

// A Report is what was found. As JSON it has the form of a report of Frictionless.
type Report struct {
	Valid bool        `json:"valid"`
	Stats ReportStats `json:"stats"`
	// Problems are those of the package as a whole.
	Problems
	// Tasks are the resources, in the order of the package.
	Tasks []*Task `json:"tasks"`
}

// ReportStats counts what was looked at, in all resources.
type ReportStats struct {
	Tasks    int   `json:"tasks"`
	Errors   int   `json:"errors"`
	Warnings int   `json:"warnings"`
	Files    int   `json:"files"` // whose checksum was compared
	Rows     int64 `json:"rows"`
	Bytes    int64 `json:"bytes"`
}

// A Task is what was found in one resource.
type Task struct {
	Name string `json:"name"`
	// Type is "table" where rows were read, else "file".
	Type   string    `json:"type"`
	Valid  bool      `json:"valid"`
	Place  string    `json:"place"` // path, or "memory" for data in the package
	Labels []string  `json:"labels,omitempty"`
	Stats  TaskStats `json:"stats"`
	Problems
}

// TaskStats counts what was looked at in one resource.
type TaskStats struct {
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	Fields   int    `json:"fields,omitempty"`
	Rows     int64  `json:"rows"`
	Bytes    int64  `json:"bytes"`
	SHA256   string `json:"sha256,omitempty"`
}

// Problems are errors and warnings. Errors make a package invalid.
type Problems struct {
	Warnings []string `json:"warnings"`
	// Errors are the first of them, MaxErrors at most.
	Errors []Error `json:"errors"`

	errors   int // all of them
	warnings int
}

// MaxErrors is how many errors of a resource are reported; the others are counted.
const MaxErrors = 100

// An Error is one thing that is wrong.
type Error struct {
	// Type is one of [Types], Title its name for people.
	Type  string `json:"type"`
	Title string `json:"title"`
	// RowNumber is the row of the file, its header included; 0 where the error is
	// not in a row.
	RowNumber   int    `json:"rowNumber,omitempty"`
	FieldName   string `json:"fieldName,omitempty"`
	FieldNumber int    `json:"fieldNumber,omitempty"`
	// Cell is the text of the cell, nil where there is none.
	Cell    *string `json:"cell,omitempty"`
	Message string  `json:"message"`
}

// place is where in a table an error is.
type place struct {
	row   int
	field string
	col   int // from 1
	cell  *string
}

// fail adds an error.
func (p *Problems) fail(typ string, at place, format string, args ...any) {
	if p.errors++; len(p.Errors) == MaxErrors {
		return
	}
	p.Errors = append(p.Errors, Error{Type: typ, Title: titleOf(typ), RowNumber: at.row, FieldName: at.field,
		FieldNumber: at.col, Cell: at.cell, Message: fmt.Sprintf(format, args...)})
}

// warn adds a warning.
func (p *Problems) warn(format string, args ...any) {
	if p.warnings++; len(p.Warnings) < MaxErrors {
		p.Warnings = append(p.Warnings, fmt.Sprintf(format, args...))
	}
}

// finish sorts and counts.
func (p *Problems) finish() {
	slices.SortStableFunc(p.Errors, func(a, b Error) int { return a.RowNumber - b.RowNumber })
	if p.Errors == nil {
		p.Errors = []Error{}
	}
	if p.Warnings == nil {
		p.Warnings = []string{}
	}
}

func (r *Report) finish() {
	r.Problems.finish()
	r.Stats.Tasks = len(r.Tasks)
	r.Stats.Errors, r.Stats.Warnings = r.errors, r.warnings
	if r.Tasks == nil {
		r.Tasks = []*Task{}
	}
	for _, t := range r.Tasks {
		t.Problems.finish()
		t.Valid = t.errors == 0
		t.Stats.Errors, t.Stats.Warnings = t.errors, t.warnings
		r.Stats.Errors += t.errors
		r.Stats.Warnings += t.warnings
		r.Stats.Rows += t.Stats.Rows
		r.Stats.Bytes += t.Stats.Bytes
	}
	r.Valid = r.Stats.Errors == 0
}

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
