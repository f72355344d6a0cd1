package recipe

import (
	"strings"
	"testing"

	"github.com/tidywiki/tidywiki/transform/date"
	"github.com/tidywiki/tidywiki/transform/number"
)

func dec(t *testing.T, s string) number.Decimal {
	t.Helper()
	d, ok := number.ParseDecimal(s)
	if !ok {
		t.Fatalf("%q is not a number", s)
	}
	return d
}

// testEnv has a variable of each kind.
func testEnv(t *testing.T) record {
	may5, _ := date.Days(2013, 5, 5)
	may7, _ := date.Days(2013, 5, 7)
	row := func(name string, votes any) any { return record{"name": name, "votes": votes} }
	return record{
		"a": dec(t, "2239"), "b": dec(t, "485"), "c": dec(t, "78.50"), "none": nil, "yes": true, "no": false,
		"word": "Speaker Election", "empty": "",
		"day": oneDay(may5), "week": days{"2013-05-05/2013-05-07", may5, may7, true}, "open": days{edtf: "XXXX-03-05"},
		"offices": dictionary{"speaker election": "Speaker", "no. 2": dec(t, "2")},
		"peers":   []any{row("Ann", dec(t, "7")), row("Bert", nil), row("Cy", dec(t, "9")), row("Di", dec(t, "7"))},
		"void":    []any{},
	}
}

var testScope = scope{
	variables: []string{"a", "b", "c", "none", "yes", "no", "word", "empty", "day", "week", "open", "offices", "peers", "void", "tables"},
	fields:    []string{"name", "votes"}, tables: []string{"contests"}, dictionaries: []string{"offices"},
}

func TestExpressions(t *testing.T) {
	env := testEnv(t)
	for source, want := range map[string]string{
		"a + b":                         "2724",
		"a - b * 2":                     "1269",
		"-a":                            "-2239",
		"0.1 + 0.2":                     "0.3",
		"a + none":                      "null",
		"a + ' votes'":                  "2239 votes",
		"'<=' + b":                      "<=485",
		"none + 'x'":                    "null",
		"a > b":                         "true",
		"a > none":                      "null",
		"a == 2239.0":                   "true",
		"a != b":                        "true",
		"a == none":                     "null",
		"none == nil":                   "true",
		"a != nil":                      "true",
		"nil == a":                      "false",
		"word == 'x'":                   "false",
		"a == word":                     "false",
		"none > 1 and no":               "false",
		"none > 1 and yes":              "null",
		"none > 1 or yes":               "true",
		"not (none > 1)":                "null",
		"none > 1 ? 1 : 2":              "2",
		"yes && !no || no":              "true",
		"none ?? 3":                     "3",
		"a in [1, 2239]":                "true",
		"a in [1]":                      "false",
		"'Speaker election' in offices": "true",
		"word contains 'Elec'":          "true",
		"word matches '^S.*n$'":         "true",
		"none contains 'x'":             "false",

		"pct(a, a + b)":               "82.1953",
		"pct(1, 8, 0)":                "13",
		"pct(a, 0)":                   "null",
		"pct(a, none)":                "null",
		"pct(a, b, none)":             "null",
		"divide(a, b, 2)":             "4.62",
		"round(78.6995, 2)":           "78.70",
		"decimals(c)":                 "2",
		"decimals(none)":              "null",
		"number('12th')":              "12",
		"number(word)":                "null",
		"sum(a, none, b)":             "2724",
		"sum(void)":                   "0",
		"sum([none])":                 "null",
		"sum(map(peers, .votes))":     "23",
		"max(map(peers, .votes))":     "9",
		"min(1, 2, none)":             "1",
		"max(void)":                   "null",
		"rank(7, map(peers, .votes))": "2",
		"rank(none, void)":            "null",

		"count(peers, .votes > 7)":                           "1",
		"1 + count(peers, .votes > none)":                    "1",
		"any(peers, .name == 'Cy')":                          "true",
		"join(map(filter(peers, .votes == 7), .name), ', ')": "Ann, Di",
		"first(peers).name":                                  "Ann",
		"last(peers).name":                                   "Di",
		"first(void).name":                                   "null",
		"peers[1].votes":                                     "null",
		"peers[9].name":                                      "null",
		"find(peers, .votes > 8).name":                       "Cy",
		"len(peers)":                                         "4",
		"len(word)":                                          "16",
		"let x = a + 1; x * 2":                               "4480",
		"if a > b { 'more' } else { 'less' }":                "more",

		"lookup(offices, word)":               "Speaker",
		"lookup(offices, 'SPEAKER_election')": "Speaker",
		"lookup(offices, 'x')":                "null",
		"lookup(offices, 'x', word)":          "Speaker Election",
		"offices['no. 2'] + 1":                "3",
		"default(none, empty, b)":             "485",
		"default(none)":                       "null",
		"replace(word, ' Election$', '')":     "Speaker",
		"replace(word, '.*', '')":             "null",
		"extract(word, '([A-Z])x')":           "null",
		"extract(word, '(E)l')":               "E",
		"extract(word, 'El')":                 "El",
		"lower(word)":                         "speaker election",
		"upper(none)":                         "null",
		"title('vice chair')":                 "Vice Chair",
		"slug(word + ' (2nd)')":               "speaker_election_2nd",
		"join([none, 'a', empty, b], '; ')":   "a; 485",
		"text(c)":                             "78.50",

		"start(week)":              "2013-05-05",
		"end(week)":                "2013-05-07",
		"end(open)":                "null",
		"precision(week)":          "interval",
		"precision(open)":          "no_year",
		"year(day)":                "2013",
		"year(none)":               "null",
		"interval(day, end(week))": "2013-05-05/2013-05-07",
		"interval(day, day)":       "2013-05-05",
		"interval(end(week), day)": "null",
		"interval(day, open)":      "null",
		"day < end(week)":          "true",
		"day < week":               "null",
		"day == start(week)":       "true",
	} {
		e, err := compile(source, testScope)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		v, err := e.eval(env)
		got := text(v)
		if v == nil {
			got = "null"
		}
		if err != nil || got != want {
			t.Errorf("%s = %s, %v, want %s", source, got, err, want)
		}
	}
}

func TestExpressionsThatFail(t *testing.T) {
	env := testEnv(t)
	for source, want := range map[string]string{
		"a - word":      "cannot compute with a number and text",
		"a < word":      "cannot compare a number with text",
		"a and yes":     "a number is not a condition",
		"a ? 1 : 2":     "a number is not a condition",
		"sum(word)":     "text is not a number",
		"pct(word, a)":  "text is not a number",
		"round(a, c)":   "is not a number of decimals",
		"join(a, ',')":  "join needs a list",
		"a.name":        "a number has no",
		"peers == void": "cannot be compared",
		"year(a)":       "is not a date",
		"a in b":        "nothing is in a number",
	} {
		e, err := compile(source, testScope)
		if err != nil {
			t.Errorf("%s: %v", source, err)
			continue
		}
		if v, err := e.eval(env); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s = %v, %v, want an error with %q", source, v, err, want)
		}
	}
}

func TestExpressionsThatDoNotCompile(t *testing.T) {
	for source, want := range map[string]string{
		"":                        "unexpected token",
		"a +":                     "unexpected token",
		"aa":                      `unknown name "aa"`,
		"offises":                 `did you mean "offices"?`,
		"pc(a, b)":                `did you mean "pct"?`,
		"a / b":                   "use divide",
		"a % b":                   "no remainder",
		"pct(a)":                  "pct takes at least 2 arguments, not 1",
		"round(a, 1, 2)":          "round takes at most 2 arguments, not 3",
		"replace(word, '(', '')":  "missing closing",
		"replace(word, word, '')": "literal text",
		"word matches '('":        "missing closing",
		"map(peers, .vote)":       `no row has a field "vote"; did you mean "votes"?, at character 13`,
		"tables.contest":          `did you mean "contests"?`,
		"peers[0:1]":              "slice expressions are not supported",
		"now()":                   "unknown name",
		"a.b.c()":                 "no row has a field",
		"$env.a":                  "",
	} {
		if _, err := compile(source, testScope); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want an error with %q", source, err, want)
		}
	}
}

func TestPrecision(t *testing.T) {
	for edtf, want := range map[string]string{
		"2013-03-05": "day", "2013-03": "month", "2013": "year", "190X": "decade", "19XX": "century",
		"2013-03-05/2013-03-16": "interval", "XXXX-03-05": "no_year", "-0043": "year", "1900~": "year",
		"2013-34": "quarter", "2013-21": "season", "2013-03-05?": "day",
	} {
		if got := precision(edtf); got != want {
			t.Errorf("%s: %s, want %s", edtf, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	known := []string{"columns", "optional", "where"}
	for word, want := range map[string]string{
		"colums": `did you mean "columns"?`, "Where": `did you mean "where"?`, "zzz": "known are columns, optional, where",
	} {
		if got := suggest(word, known); !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
