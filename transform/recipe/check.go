package recipe

import (
	"github.com/tidywiki/tidywiki/extract/source"
	"github.com/tidywiki/tidywiki/transform/number"
)

// check runs the checks of a table on its rows.
func (t *Table) check(p *view, rows []record) {
	for _, c := range t.checks {
		for _, row := range rows {
			v, err := c.that.eval(row)
			if err != nil {
				p.doubt(t, c.name, row, "", err.Error())
			} else if v == false {
				p.notes = append(p.notes, c.note(t, row))
			}
		}
	}
}

var severities = map[string]source.Severity{"info": source.Info, "warning": source.Warning, "error": source.Error}

// note returns the note for a row that fails the check.
func (c *check) note(t *Table, row record) source.Note {
	n := source.Note{Severity: severities[c.severity], Code: "check_failed", Where: "row", Field: c.name,
		Observed: c.side(c.observed, row), Expected: c.side(c.expected, row), Message: c.side(c.message, row)}
	at := row["line"]
	if c.at != nil {
		at, _ = c.at.eval(row)
	}
	if line, ok := at.(number.Decimal); ok {
		l, _ := line.Int64()
		n.Line = int(l)
	}
	if number, ok := row["table"].(number.Decimal); ok {
		l, _ := number.Int64()
		n.Table = int(l)
	}
	if n.Message == "" {
		n.Message = "a row of " + t.Name + " fails the check " + c.name
	}
	return n
}

// side evaluates observed or expected. The result is empty if that fails.
func (c *check) side(e *expression, row record) string {
	if e == nil {
		return ""
	}
	v, err := e.eval(row)
	if err != nil {
		return ""
	}
	return text(v)
}
