package parts

import "strings"

// Made is all that the dataset of a page depends on beside the page: pages that were
// made alike may be in one dataset.
type Made []Setting

// A Setting is one thing that it depends on.
type Setting struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Changed names what differs between two ways of making pages, "" if nothing does.
func (m Made) Changed(now Made) string {
	before := map[string]string{}
	for _, s := range m {
		before[s.Name] = s.Value
	}
	var all []string
	for _, s := range now {
		if v, known := before[s.Name]; !known {
			all = append(all, s.Name+" is new")
		} else if v != s.Value {
			all = append(all, s.Name+" changed")
		}
		delete(before, s.Name)
	}
	for _, s := range m {
		if _, gone := before[s.Name]; gone {
			all = append(all, s.Name+" is gone")
		}
	}
	return strings.Join(all, ", ")
}
