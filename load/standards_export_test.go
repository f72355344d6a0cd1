package load_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/load/exportfile"
	"github.com/tidywiki/tidywiki/transform/dataset"
	"github.com/tidywiki/tidywiki/transform/recipe"
)

// TestPopolo validates what the built-in recipes export against Popolo's own schemas.
func TestPopolo(t *testing.T) {
	data := save(t, exportfile.New(), append([]*dataset.Table{pagesTable()}, builtin(t)...)...).Bytes("popolo.json")
	const want = `{"vote_events":[
{"id":"a/elections/1","legislative_session_id":"a","classification":"election","motion":{"text":"Chair","classification":"Chair"},"counts":[{"option":"Ann","value":20,"against":1,"abstain":2},{"option":"Bob","value":3}],"sources":[{"url":"https://example.org/a","note":"Rivers"}]},
{"id":"a/resolutions/1","legislative_session_id":"a","classification":"resolution","motion":{"text":"The bridge"},"counts":[{"option":"yes","value":20},{"option":"no","value":3}],"sources":[{"url":"https://example.org/a","note":"Rivers"}]}
]}
`
	if string(data) != want {
		t.Errorf("%s", data)
	}
	files, changes := [][]byte{data}, []string{"nothing"}
	for from, to := range map[string]string{`"value":20`: `"value":"20"`, `"option":"Ann",`: ``, `"text":"Chair"`: `"text":5`, `"id":"a/elections/1"`: `"id":1`, `"counts":[`: `"counts":5,"x":[`} {
		bad := strings.Replace(string(data), from, to, 1)
		if bad == want {
			t.Errorf("no %s", from)
		}
		files, changes = append(files, []byte(bad)), append(changes, to)
	}
	for i, valid := range popolo(t, files) {
		if valid != (i == 0) {
			t.Errorf("with %s changed it is valid: %v", changes[i], valid)
		}
	}
}

// popolo reports of each file whether all its events are valid by that standard.
func popolo(t *testing.T, files [][]byte) []bool {
	t.Helper()
	schemas, err := filepath.Glob(filepath.Join(standards(t), "popolo", "*.json"))
	if err != nil || len(schemas) < 10 {
		t.Fatal(err, schemas)
	}
	var valid []bool
	for _, data := range files {
		var doc map[string][]json.RawMessage
		if err := json.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		var events [][]byte
		for _, e := range doc["vote_events"] {
			events = append(events, e)
		}
		faults := schemaFaults(t, "http://www.popoloproject.com/schemas/vote_event.json#", schemas, events...)
		valid = append(valid, !slices.ContainsFunc(faults, func(fault string) bool { return fault != "" }))
	}
	return valid
}

// builtin are tables of the recipes that come with the program, with a few rows.
func builtin(t *testing.T) []*dataset.Table {
	t.Helper()
	rows := map[string][]map[string]any{
		"elections": {{"table": 1, "contest": "Chair", "office": "Chair", "candidate": "Ann", "for": 20, "against": 1, "abstain": 2, "line": 1},
			{"table": 1, "contest": "Chair", "office": "Chair", "candidate": "Bob", "for": 3, "line": 2}},
		"resolutions": {{"table": 2, "topic": "The bridge", "for": 20, "against": 3, "line": 9}},
	}
	var tables []*dataset.Table
	for _, r := range recipe.Builtin() {
		for _, table := range r.Tables {
			if len(rows[table.Name]) == 0 {
				continue
			}
			b := dataset.NewBuilder(table.Schema)
			for _, row := range rows[table.Name] {
				row["page_id"] = "a"
				for _, f := range table.Schema.Fields {
					switch v := row[f.Name].(type) {
					case string:
						b.Str(v)
					case int:
						b.Int(int64(v))
					default:
						b.Null()
					}
				}
			}
			tables = append(tables, b.Table(table.Name))
		}
	}
	if len(tables) != len(rows) {
		t.Fatalf("%d tables", len(tables))
	}
	return tables
}
