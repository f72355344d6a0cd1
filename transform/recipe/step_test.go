package recipe

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/tidywiki/tidywiki/transform/page"
)

const riversPage = `= Rivers of Europe =

Infobox
- Surveyed: 4 May 1998
- No1: Rhine
- No1km: 1233
- No2km: 1094
- No2: Elbe
- No3: Ems

The survey of 12 June 1999 was the last. The Rhine is the longest.

== Length ==
| River | Country | Length (km) | Flow |
| Rhine | Germany | 865 | 2,300 |
| Rhine | Netherlands | 160 | ~2,900 |
| Elbe | Germany | 727 | unknown |
| Elbe | Czechia | 367 | 308 |
| Total | | 2119 | |

- Flood on 3 March 1970.
`

// rivers makes a recipe with the given tables and loads it.
func rivers(t *testing.T, tables string) *Recipe {
	t.Helper()
	r, err := Load([]byte("recipe: rivers\nmaps:\n  codes: {Germany: DE, Netherlands: NL, Czechia: 49}\ntables:\n"+tables), "rivers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSources(t *testing.T) {
	for name, c := range map[string]struct{ tables, want string }{
		"tables": {`
  parts:
    group: [river]
    rows:
      - from: tables
        columns: {river: text, length: number, country: text, flow: number, mouth: text?}
        without: [lake]
        where: not is_total
    fields:
      river: string
      code: {type: string, value: 'lookup(codes, country)'}
      length: integer
      flow: integer
      share: {type: decimal, scale: 1, value: 'pct(length, sum(map(peers, .length)), 1)'}
      rank: {type: integer, value: 'rank(length, map(peers, .length))'}
      note: {type: string, value: 'section + " " + table + " " + len(columns) + " " + col["country"]'}
      mouth: string
      line: integer
`, `-- parts --
river | code | length | flow | share | rank | note | mouth | line
Rhine | DE | 865 | 2300 | 84.4 | 1 | Length 1 4 Germany | ~ | 15
Rhine | NL | 160 | 2900 | 15.6 | 2 | Length 1 4 Netherlands | ~ | 16
Elbe | DE | 727 | ~ | 66.5 | 1 | Length 1 4 Germany | ~ | 17
Elbe | 49 | 367 | 308 | 33.5 | 2 | Length 1 4 Czechia | ~ | 18
-- findings --
`},
		"rows by group, and a check": {`
  parts:
    rows: {from: tables, columns: {river: text, length: number}, where: not is_total}
    fields: {river: string, length: integer, line: integer}
  totals:
    key: [river]
    rows: {from: rows, table: parts, by: [river]}
    fields:
      river: string
      length: {type: integer, value: 'sum(map(rows, .length))'}
      parts: {type: integer, value: len(rows)}
      line: {type: integer, value: first(rows).line}
    checks:
      long_enough: {that: length > 1050, severity: info, observed: length, expected: '">1050"', line: last(rows).line}
  long:
    rows: {from: rows, table: totals, where: length > 1050}
    fields:
      name: {type: string, value: upper(river)}
      of: {type: integer, value: len(tables.parts)}
`, `-- parts --
river | length | line
Rhine | 865 | 15
Rhine | 160 | 16
Elbe | 727 | 17
Elbe | 367 | 18
-- totals --
river | length | parts | line
Rhine | 1025 | 2 | 15
Elbe | 1094 | 2 | 17
-- long --
name | of
ELBE | 4
-- findings --
16 info check_failed long_enough: 1025 -> >1050
`},
		"keys": {`
  longest:
    rows:
      from: keys
      pattern: 'no(?P<place>\d)(?P<part>km)?'
      parts: {river: '', length: km}
      label: '"longest_" + place + "_" + part'
    fields:
      place: {type: integer}
      river: string
      length: integer
      key: {type: string, value: length_key}
      line: integer
`, `-- longest --
place | river | length | key | line
1 | Rhine | 1233 | No1km | 5
2 | Elbe | 1094 | No2km | 8
3 | Ems | ~ | ~ | 9
-- findings --
`},
		"texts": {`
  dates:
    rows:
      - {from: texts, in: items, pattern: '(?P<what>\w+) on (?P<day>{date})'}
      - {from: texts, in: sentences, lead: true, pattern: '(?P<what>survey) of (?P<day>{date})'}
    fields:
      what: string
      day: date
      year: {type: year, value: day}
      before: {type: boolean, value: 'day < start(box["surveyed"])'}
      text: string
      where: {type: string, value: where + " in " + section}
      line: integer
`, `-- dates --
what | day | year | before | text | where | line
survey | 1999-06-12 | 1999 | false | The survey of 12 June 1999 was the last. | paragraph in Rivers of Europe | 11
Flood | 1970-03-03 | 1970 | true | Flood on 3 March 1970. | item in Length | 21
-- findings --
`},
		"page": {`
  page:
    rows:
      from: page
      find:
        - {in: title, pattern: 'of (?P<area>\w+)'}
        - {in: sentences, pattern: 'The (?P<longest>\w+) is the longest'}
        - {in: sentences, pattern: '(?P<shortest>\w+) is the shortest'}
    fields:
      area: string
      longest: string
      shortest: string
      surveyed: {type: date, value: 'box["surveyed"]'}
      said: {type: string, value: 'box_text["Surveyed"]'}
`, `-- page --
area | longest | shortest | surveyed | said
Europe | Rhine | ~ | 1998-05-04 | 4 May 1998
-- findings --
`},
		"values that do not fit": {`
  odd:
    rows: {from: page}
    fields:
      whole: {type: integer, value: '2.5'}
      day: {type: date, value: 'interval(box["surveyed"], date("6 May 1998"))'}
      flag: {type: boolean, value: '"yes"'}
      list: {type: string, value: '[1, 2]'}
      wrong: {type: integer, value: page_title * 2}
      wide: {type: decimal, scale: 30, value: 'number("1234567890123456789") * 1000000000000.5'}
      year: {type: year, value: '20000'}
      fine: {type: number, value: '"1,250"'}
`, `-- odd --
whole | day | flag | list | wrong | wide | year | fine
~ | ~ | ~ | ~ | ~ | ~ | ~ | 1250
-- findings --
0 warning recipe_value odd.whole: 2.5 -> 
0 warning recipe_value odd.day: 1998-05-04/1998-05-06 -> 
0 warning recipe_value odd.flag: yes -> 
0 warning recipe_value odd.list: [1 2] -> 
0 warning recipe_value odd.wrong:  -> 
0 warning recipe_value odd.wide: 1234567890124074072945061728394.5 -> 
0 warning recipe_value odd.year: 20000 -> 
`},
		"a row that must have a value": {`
  codes:
    rows: {from: tables, columns: {river: text, country: text}}
    fields:
      river: string
      country: {type: string, required: true}
      line: integer
`, `-- codes --
river | country | line
Rhine | Germany | 15
Rhine | Netherlands | 16
Elbe | Germany | 17
Elbe | Czechia | 18
-- findings --
19 warning recipe_value codes.country:  -> 
`},
	} {
		t.Run(name, func(t *testing.T) {
			r := rivers(t, strings.TrimPrefix(c.tables, "\n"))
			d := convert(t, riversPage, r)
			var files []txtar.File
			for _, table := range r.Tables {
				files = append(files, txtar.File{Name: table.Name, Data: []byte(dump(d.Table(table.Name)))})
			}
			files = append(files, txtar.File{Name: "findings", Data: []byte(dumpNotes(d.Notes))})
			if diff := cmp.Diff(c.want, string(txtar.Format(&txtar.Archive{Files: files}))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLabelsOfKeys(t *testing.T) {
	r := rivers(t, `
  longest:
    rows: {from: keys, pattern: 'no(?P<place>\d)(?P<part>km)?', parts: {river: '', length: km}, label: '"longest_" + place + "_" + part'}
    fields: {river: string}
`[1:])
	box := convert(t, riversPage, r).Table("infobox")
	var labels []string
	for row := range box.NumRows() {
		labels = append(labels, box.Column("label").Str(row))
	}
	if got := strings.Join(labels, " "); got != "Surveyed longest_1_river longest_1_length longest_2_length longest_2_river longest_3_river" {
		t.Errorf("labels %s", got)
	}
}

func TestMatch(t *testing.T) {
	tables := "tables:\n  rivers:\n    rows: {from: tables, columns: {river: text}}\n    fields: {river: string}\n"
	for match, want := range map[string]bool{
		"":                                        true,
		"match: {title: Rivers}":                  true,
		"match: {title: '^Seas'}":                 false,
		"match: {keys: [surveyed, no1]}":          true,
		"match: {keys: [surveyed, depth]}":        false,
		"match: {tables: [rivers]}":               true,
		"match: {title: Seas, tables: [rivers]}":  false,
		"match: [{title: Seas}, {keys: [No3]}]":   true,
		"match: [{title: Seas}, {keys: [depth]}]": false,
	} {
		r, err := Load([]byte("recipe: rivers\n"+match+"\n"+tables), "r.yaml")
		if err != nil {
			t.Fatalf("%s: %v", match, err)
		}
		if got := convert(t, riversPage, r).Table("rivers") != nil; got != want {
			t.Errorf("%s: matches is %v", match, got)
		}
	}
}

// For a page without a title, matching and the name of the lead use the title in the
// table pages.
func TestUntitledPage(t *testing.T) {
	r := rivers(t, "  texts:\n    rows: {from: texts, in: paragraphs, pattern: '(?P<what>The Rhine)'}\n"+
		"    fields: {what: string, section: string, path: string, page: {type: string, value: page_title}}\n")
	_, untitled, _ := strings.Cut(riversPage, "\n")
	got := convert(t, untitled, r).Table("texts")
	if got == nil || got.NumRows() != 1 {
		t.Fatalf("%v", got)
	}
	title := convert(t, untitled, r).Table("pages").Column("title").Str(0)
	for _, field := range []string{"section", "path", "page"} {
		if text := got.Column(field).Str(0); text != title || title == "" {
			t.Errorf("%s is %q, the page %q", field, text, title)
		}
	}
}

func TestTwoRecipesOfOneTable(t *testing.T) {
	r := rivers(t, "  a:\n    rows: {from: page}\n    fields: {x: {type: string, value: page_title}}\n")
	d := convert(t, riversPage)
	if _, err := (Step{[]*Recipe{r, r}}).Apply(t.Context(), d); err == nil || !strings.Contains(err.Error(), "rename") {
		t.Errorf("%v does not say what to do", err)
	}
}

// TestConcurrentUse is for the race detector: recipes and their expressions are
// shared by all pages.
func TestConcurrentUse(t *testing.T) {
	d := convert(t, riversPage)
	r := rivers(t, "  a:\n    rows: {from: tables, columns: {river: text, length: number}}\n    fields: {n: {type: integer, value: 'sum(map(peers, .length))'}}\n")
	want := dump(apply(t, d, r).Table("a"))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 20 {
				if got := dump(apply(t, d, r).Table("a")); got != want {
					t.Error(got)
				}
			}
		})
	}
	wg.Wait()
}

func apply(t *testing.T, d *page.Page, r *Recipe) *page.Page {
	out, err := Step{[]*Recipe{r}}.Apply(t.Context(), d)
	if err != nil {
		t.Error(err)
		return d
	}
	return out
}
