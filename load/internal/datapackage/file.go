package datapackage

import "encoding/json"

// The parts of a datapackage.json that are read (https://datapackage.org).
type (
	description struct {
		Generator string            `json:"generator"`
		Resources []json.RawMessage `json:"resources"`
	}
	resource struct {
		Name   string          `json:"name"`
		Path   json.RawMessage `json:"path"` // a string, or a list of parts
		Format string          `json:"format"`
		Schema *schema         `json:"schema"`
		// Dialect is that of a CSV file; others than an object are not read.
		Dialect json.RawMessage `json:"dialect"`
	}
	// aside is what people read of a resource: a value of another type than it should
	// have is passed over.
	aside struct {
		Title       string  `json:"title"`
		Description string  `json:"description"`
		Bytes       int64   `json:"bytes"`
		Charts      []Chart `json:"charts"` // ours
	}
	schema struct {
		Fields        []field   `json:"fields"`
		PrimaryKey    Names     `json:"primaryKey"`
		ForeignKeys   []Foreign `json:"foreignKeys"`
		MissingValues []any     `json:"missingValues"`
	}
	field struct {
		Name        string `json:"name"`
		Type        string `json:"type"`
		Title       any    `json:"title"`
		Description any    `json:"description"`
		Unit        string `json:"unit"`
		Constraints struct {
			Required bool `json:"required"`
		} `json:"constraints"`
	}
)

// text is a value if it is one, else "".
func text(v any) string {
	s, _ := v.(string)
	return s
}

// Names is a list of names; a Data Package may give one alone.
type Names []string

// UnmarshalJSON implements [json.Unmarshaler].
func (n *Names) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*n = Names{one}
		return nil
	}
	return json.Unmarshal(data, (*[]string)(n))
}
