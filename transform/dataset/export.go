package dataset

// An Export describes how the rows of a table are written in a vocabulary of others:
// as objects of a list in a JSON file of the dataset. For rivers as GeoJSON it would be
// the file rivers.geo.json, the list features and a feature for each row.
type Export struct {
	// File is the name of the file, List that of the member of its only object that
	// holds the list. Tables may share a list.
	File, List string
	// By names fields. Rows of a page that agree in all of them make one object;
	// without any, each row makes one.
	By []string
	// Object is the form of an object.
	Object Template
}

// A Template is the form of a JSON value. One of Value, Text, Members, Items and
// Rows is set.
type Template struct {
	// Value names a field, whose value in the first row it is, or one of
	// [ExportVariables]. If the value is missing, the whole object is left out;
	// if it is Optional, only the member.
	Value    string
	Optional bool
	// Text is a text that is always the same.
	Text string
	// Members make an object, Items a list.
	Members []Member
	Items   []Template
	// Rows makes a list of one value for each row of the object.
	Rows *Template
}

// A Member is one of an object of a [Template].
type Member struct {
	Name string
	Form Template
}

// ExportVariables are what a [Template] may name beside fields: the number of the
// object (a text that is the same only for it), and the page's title, source as an
// address, and revision.
var ExportVariables = []string{"object.id", "page.title", "page.url", "page.revision"}
