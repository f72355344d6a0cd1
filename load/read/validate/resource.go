package validate

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/tidywiki/tidywiki/load/datapackage"
)

// A resource is one file of the package, or data in the package itself.
type resource struct {
	*datapackage.Resource
	schema *schema // nil if there is none, or it has faults
	table  bool    // its rows are to be read
	broken bool    // they cannot be
	task   *Task
}

// place is what errors call the resource's data.
func (r *resource) place() string {
	if len(r.Paths) == 0 {
		return "memory"
	}
	return strings.Join(r.Paths, ", ")
}

// readPackage reads the description and its rules.
func (c *check) readPackage(name string) {
	data, err := c.root.readFile(name)
	if err != nil {
		c.report.fail("package-error", place{}, "%s %s", name, cause(err))
		return
	}
	p, err := datapackage.Parse(data, c.root.readText)
	if err != nil {
		c.report.fail("package-error", place{}, "%s %v", name, err)
		return
	}
	c.report.addFaults(p.Faults)
	c.own = p.Ours()
	for i, r := range p.Resources {
		c.resources = append(c.resources, newResource(r, i))
	}
}

// newResource takes over what is wrong with a description, and prepares the reading of
// its rows.
func newResource(from *datapackage.Resource, i int) *resource {
	r := &resource{Resource: from, broken: from.Broken, task: &Task{Type: "file", Name: from.Name}}
	if r.task.Name == "" {
		r.task.Name = fmt.Sprint(i + 1)
	}
	r.task.Place = r.place()
	r.task.addFaults(from.Faults)
	if from.Schema != nil && !from.Broken {
		r.schema = compileSchema(from.Schema, r.task)
		if r.broken = r.task.errors > len(from.Faults); r.broken {
			r.schema = nil
		} else {
			r.task.Stats.Fields = len(from.Schema.Fields)
		}
	}
	asked := r.Tabular && (r.Schema == nil || r.schema != nil || r.Type == "table")
	r.table = !r.broken && r.Format != "" && r.Format != "xlsx" && (asked || r.Format == "csv")
	if asked && r.Format == "" && !r.broken {
		r.task.warn("%s: the format %q is not read: only the file as a whole was checked", r.place(), r.Declared)
	}
	return r
}

// files opens the files of a resource.
func (c *check) files(r *resource) ([]*os.File, []fs.FileInfo, error) {
	var files []*os.File
	var infos []fs.FileInfo
	for _, p := range r.Paths {
		f, info, err := c.root.open(p)
		if err != nil {
			closeAll(files)
			return nil, nil, err
		}
		files, infos = append(files, f), append(infos, info)
	}
	return files, infos, nil
}

func closeAll(files []*os.File) {
	for _, f := range files {
		f.Close()
	}
}

// encoded returns data of the package as the file that it could be.
func encoded(v any) ([]byte, error) {
	if s, ok := v.(string); ok {
		return []byte(s), nil
	}
	return json.Marshal(v)
}
