package datapackage

// A Field is one of a Table Schema.
type Field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	RDFType     string       `json:"rdfType,omitempty"`
	Unit        string       `json:"unit,omitempty"` // an addition of tidywiki
	Constraints *Constraints `json:"constraints,omitempty"`

	// MissingValues are those of the field, or else of the schema.
	MissingValues []string `json:"-"`
	// How values are written: numbers, booleans and lists. Empty is the default.
	DecimalChar, GroupChar  string   `json:"-"`
	WithWords               bool     `json:"-"` // bareNumber is false
	TrueValues, FalseValues []string `json:"-"`
	Delimiter, ItemType     string   `json:"-"`
}

// RDFDate is the RDFType of a column of dates, some of which may be beyond the type
// date.
const RDFDate = "http://www.w3.org/2001/XMLSchema#date"

// Constraints are those on the values of a field.
type Constraints struct {
	Required  bool   `json:"required"`
	Unique    bool   `json:"unique,omitempty"`
	MinLength *int64 `json:"minLength,omitempty"`
	MaxLength *int64 `json:"maxLength,omitempty"`
	Pattern   string `json:"pattern,omitempty"`
	Enum      []any  `json:"enum,omitempty"`
	// Bounds are the values of minimum, maximum, exclusiveMinimum and exclusiveMaximum.
	Bounds map[string]any `json:"-"`
	// JSONSchema is true where there is one, which is not read.
	JSONSchema bool `json:"-"`
}

// Required reports whether each row must have a value.
func (f *Field) Required() bool { return f.Constraints != nil && f.Constraints.Required }

// Bounds are the names of constraints on the order of values.
var Bounds = []string{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}

// readField reads a field and its constraints.
func readField(o object, missing []string) Field {
	f := Field{Name: o.text("name"), Type: o.text("type"), Format: o.text("format"), RDFType: o.text("rdfType")}
	o.notEmpty("type")
	if f.Name == "" {
		o.fail("%s has no name", o.at)
	} else {
		o.at = "field " + f.Name
	}
	f.Title, f.Description = o.text("title"), o.text("description")
	f.Unit, _ = o.values["unit"].(string)
	f.MissingValues = missingValues(o, missing)
	switch f.Type {
	case "integer", "number":
		f.DecimalChar, f.GroupChar, f.WithWords = o.text("decimalChar"), o.text("groupChar"), !o.flag("bareNumber", true)
	case "boolean":
		f.TrueValues, f.FalseValues = o.texts("trueValues", false), o.texts("falseValues", false)
	case "list":
		f.Delimiter, f.ItemType = o.text("delimiter"), o.text("itemType")
	}
	if v, there := o.values["constraints"]; there {
		m, ok := v.(map[string]any)
		if !ok {
			o.fail("%s: constraints is %s, not an object", o.at, Describe(v))
			return f
		}
		f.Constraints = readConstraints(object{m, o.at + ": constraints", o.fail})
	}
	return f
}

func readConstraints(o object) *Constraints {
	c := &Constraints{Required: o.flag("required", false), Unique: o.flag("unique", false), Pattern: o.text("pattern"), Bounds: map[string]any{}}
	for _, key := range Bounds {
		if v, there := o.values[key]; there {
			c.Bounds[key] = v
		}
	}
	if n := o.count("minLength", -1); n >= 0 {
		c.MinLength = &n
	}
	if n := o.count("maxLength", -1); n >= 0 {
		c.MaxLength = &n
	}
	o.notEmpty("enum")
	c.Enum = o.list("enum")
	c.JSONSchema = o.has("jsonSchema")
	return c
}
