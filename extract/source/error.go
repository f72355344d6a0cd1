package source

// A PageError is a page that could not be read, among others that can. It knows
// the page by its name, not by where on this machine it is.
type PageError struct {
	Name  string
	Title string // where it is known beside the name; otherwise empty
	Err   error
}

func (e *PageError) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *PageError) Unwrap() error { return e.Err }
