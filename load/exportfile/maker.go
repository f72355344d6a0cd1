package exportfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/tidywiki/tidywiki/load/internal/text"
	"github.com/tidywiki/tidywiki/transform/dataset"
)

// A maker makes the objects of one table.
type maker struct {
	table *dataset.Table
	cols  []text.Column
	pages map[string]page
	ids   map[string]int // objects of each page so far
	rows  []int          // of the object begun
	out   []byte
}

func newMaker(t *dataset.Table, pages map[string]page) *maker {
	m := &maker{table: t, cols: text.Columns(t.Schema), pages: pages, ids: map[string]int{}}
	for i := range m.cols {
		m.cols[i].Bind(t.Record.Column(i))
	}
	return m
}

// groups returns the rows of each object, in the order of their first.
func (m *maker) groups(by []string) [][]int {
	var groups [][]int
	at := map[string]int{}
	for row := range m.table.NumRows() {
		if len(by) == 0 {
			groups = append(groups, []int{row})
			continue
		}
		key := m.pageID(row)
		for _, name := range by {
			key += "\x00" + fmt.Sprint(m.table.Column(name).Value(row))
		}
		i, there := at[key]
		if !there {
			i = len(groups)
			at[key] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], row)
	}
	return groups
}

func (m *maker) pageID(row int) string { return m.table.ColumnAt(0).Str(row) }

// begin begins an object.
func (m *maker) begin(rows []int) {
	m.rows, m.out = rows, m.out[:0]
	m.ids[m.pageID(rows[0])]++
}

// value adds a value and reports whether there is one.
func (m *maker) value(t *dataset.Template, row int) bool {
	switch {
	case t.Rows != nil:
		return m.list(len(m.rows), func(i int) bool { return m.value(t.Rows, m.rows[i]) })
	case t.Members != nil:
		return m.object(t.Members, row)
	case t.Items != nil:
		return m.list(len(t.Items), func(i int) bool { return m.value(&t.Items[i], row) })
	case t.Text != "":
		m.out = appendString(m.out, t.Text)
		return true
	}
	return m.named(t.Value, row)
}

// object adds an object, unless a member that it needs has no value.
func (m *maker) object(members []dataset.Member, row int) bool {
	start := len(m.out)
	m.out = append(m.out, '{')
	for i := range members {
		before := len(m.out)
		if m.out[before-1] != '{' {
			m.out = append(m.out, ',')
		}
		m.out = append(appendString(m.out, members[i].Name), ':')
		if m.value(&members[i].Form, row) {
			continue
		}
		if !members[i].Form.Optional {
			m.out = m.out[:start]
			return false
		}
		m.out = m.out[:before]
	}
	m.out = append(m.out, '}')
	return true
}

// list adds a list of the items that have a value.
func (m *maker) list(n int, item func(i int) bool) bool {
	m.out = append(m.out, '[')
	for i := range n {
		before := len(m.out)
		if m.out[before-1] != '[' {
			m.out = append(m.out, ',')
		}
		if !item(i) {
			m.out = m.out[:before]
		}
	}
	m.out = append(m.out, ']')
	return true
}

// named adds the value of a field or variable.
func (m *maker) named(name string, row int) bool {
	if strings.Contains(name, ".") {
		v := m.variable(name, row)
		if v != "" {
			m.out = appendString(m.out, v)
		}
		return v != ""
	}
	c := &m.cols[m.table.Schema.Index(name)]
	switch {
	case c.Null(row):
		return false
	case c.Type == dataset.String:
		m.out = appendString(m.out, c.Str(row))
	case c.Type == dataset.Date:
		m.out = append(c.Append(append(m.out, '"'), row), '"')
	case c.Type == dataset.Number:
		start := len(m.out)
		if m.out = c.Append(m.out, row); !json.Valid(m.out[start:]) { // JSON has no infinity
			m.out = m.out[:start]
			return false
		}
	default:
		m.out = c.Append(m.out, row)
	}
	return true
}

// variable is the value of one of [dataset.ExportVariables], "" for none.
func (m *maker) variable(name string, row int) string {
	id := m.pageID(row)
	switch name {
	case "object.id":
		return fmt.Sprintf("%s/%s/%d", id, m.table.Name, m.ids[id])
	case "page.title":
		return m.pages[id].title
	case "page.url":
		return m.pages[id].url
	case "page.revision":
		return m.pages[id].revision
	}
	panic("exportfile: a template names " + name)
}

func appendString(buf []byte, s string) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always encodes
	return append(buf, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}
