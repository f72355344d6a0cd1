package grid

import "testing"

func TestGroups(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "wide cells",
			spans: `
|!Name |!Votes |
|c2: North |
| Ann | 10 |
|!c2: South |
| Bo | 7 |
| Cy | 3 |`,
			want: "simple hgrgrr Name, Votes {1 2: 3/North 5/South 6/South}",
		},
		{
			name: "two levels",
			spans: `
|!Name |!Votes |
|c2: 1990 |
|c2: North |
| Ann | 10 |
|c2: South |
| Bo | 7 |`,
			want: "simple hggrgr Name, Votes {1 2: 4/1990 / North 6/South}",
		},
		{
			name: "records before the first",
			spans: `
|!Name |!Votes |
| Zed | 1 |
|c2: North |
| Ann | 10 |`,
			want: "simple hrgr Name, Votes {1 2: 2 4/North}",
		},
		{
			name: "nearly the whole width",
			spans: `
|!Name |!Votes |!Share |! |
|c3: North |
| Ann | 10 | 5% |`,
			want: "simple hgr Name, Votes, Share {1 2 3: 3/North}",
		},
		{
			name: "a header cell alone in its row",
			spans: `
|!Name |!Votes |!Share |
|!North |
| Ann | 10 | 5% |`,
			want: "simple hgr Name, Votes, Share {1 2 3: 3/North}",
		},
		{
			name: "header cells that span as the header does not",
			spans: `
|!c2: Club |!c2: League |
|!Season |!Name |!Apps |!Goals |
|!c2: Norway |!c2: League |
| 1996 | Viking | 1 | 0 |`,
			want: "simple hhgr Club/Season, Club/Name, League/Apps, League/Goals {1 2 3 4: 4/Norway / League}",
		},
		{
			name: "a header repeated in each group",
			spans: `
|!Name |!Votes |
|!c2: North |
| Ann | 10 |
|!c2: South |
|!Name |!Votes |
| Bo | 7 |`,
			want: "simple hgrger Name, Votes {1 2: 3/North 6/South}",
		},
		{
			name: "lone texts of a flat table",
			flat: `
| Name | Votes | Share |
| North | | |
| Ann | 10 | 60% |
| Bo | 7 | 40% |
| South |
| Cy | 3 | 99% |`,
			want: "simple hgrrgr Name, Votes, Share {1 2 3: 3/North 4/North 6/South}",
		},
		{
			name: "lone texts in a column of their own",
			flat: `
| 1990 | | |
| | Ann | 10 |
| | Bo | 7 |
| 1991 | | |
| | Cy | 3 |`,
			want: "simple grrgr ,  {2 3: 2/1990 3/1990 5/1991}",
		},
		{
			name: "no header",
			spans: `
|c2: North |
| Ann | 10 |
|c2: South |
| Bo | 7 |`,
			want: "simple grgr ,  {1 2: 2/North 4/South}",
		},
		{
			name: "a remark at the end",
			spans: `
|!Name |!Votes |
| Ann | 10 |
|c2: Source: the town |`,
			want:  "simple hrm Name, Votes {1 2: 2}",
			notes: []string{"table_remark 3 Source: the town ->"},
		},
		{
			name:  "nothing but wide cells",
			spans: "|c2: North |\n|c2: South |",
			want:  "simple rr  {1: 1 2}",
		},
	})
}

func TestNotGroups(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "a record of which only the name is known",
			flat: `
| Name | Votes | Share |
| Ann | 10 | 60% |
| Bo | | |
| Cy | 3 | 20% |`,
			want: "simple hrrr Name, Votes, Share {1 2 3: 2 3 4}",
		},
		{
			name: "the last record",
			flat: `
| Name | Votes | Share |
| Ann | | |
| Bo | 10 | 60% |
| Cy | | |`,
			want: "simple hrrr Name, Votes, Share {1 2 3: 2 3 4}",
		},
		{
			name: "remarks that most records lack",
			flat: `
| Name | Votes | Note |
| Ann | | |
| Bo | 10 | |
| Cy | 7 | |
| Di | 7 | sick |`,
			want: "simple hrrrr Name, Votes, Note {1 2 3: 2 3 4 5}",
		},
		{
			name: "two columns, a name and its note",
			flat: `
| Name | Votes |
| Ann | |
| Bo | 20 |
| Cy | |
| Di | 10 |`,
			want: "simple hrrrr Name, Votes {1 2: 2 3 4 5}",
		},
		{
			name: "a span over half of the columns",
			spans: `
|!Name |!Votes |!Share |!Note |
|c2: not held | | |
| Ann | 10 | 60% | |`,
			want: "simple hrr Name, Votes, Share, Note {1 2 3 4: 2 3}",
		},
		{
			name: "a short row of data cells",
			spans: `
|!Name |!Votes |!Share |
| Ann |
| Bo | 10 | 60% |`,
			want:  "simple hrr Name, Votes, Share {1 2 3: 2 3}",
			notes: []string{"ragged_row 2 1 cell -> 3 cells"},
		},
	})
}

func TestTotals(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "at the end",
			flat: "| Name | Votes |\n| Ann | 10 |\n| Bo | 7 |\n| Total | 17 |",
			want: "simple hrrr Name, Votes {1 2: 2 3 4!}",
		},
		{
			name:  "as header cells, over two columns",
			spans: "|!Name |!City |!Votes |\n| Ann | Oslo | 10 |\n|!c2: Totals: |!10 |",
			want:  "simple hrr Name, City, Votes {1 2 3: 2 3!}",
		},
		{
			name:  "of each group",
			spans: "|!Club |!Year |!Goals |\n|r2: X | 1990 | 1 |\n| Total | 1 |\n|c2: Career total | 1 |",
			want:  "simple hrrr Club, Year, Goals {1 2 3: 2 3! 4!}",
		},
		{
			name: "behind a blank cell",
			flat: "| # | Name | Votes |\n| 1 | Ann | 10 |\n| 2 | Bo | 7 |\n| | Total (2) | 17 |",
			want: "simple hrrr #, Name, Votes {1 2 3: 2 3 4!}",
		},
		{
			name: "with a longer label at the end",
			flat: "| Party | Seats | Share |\n| A | 10 | 60% |\n| B | 7 | 40% |\n| Total seats | 17 | 100% |",
			want: "simple hrrr Party, Seats, Share {1 2 3: 2 3 4!}",
		},
		{
			name: "turnout at the end, the world at the top",
			flat: "| Party | Votes |\n| World | 30 |\n| A | 10 |\n| B | 7 |\n| Total | 17 |\n| Registered voters/turnout | 40 |",
			want: "simple hrrrrr Party, Votes {1 2: 2! 3 4 5! 6~}",
		},
		{
			name: "no sums of years",
			flat: "| Song | Year |\n| Total Eclipse | 1983 |\n| Dusk | 1984 |\n| World | 1985 |\n| Total | 1986 |",
			want: "simple hrrrr Song, Year {1 2: 2 3 4 5}",
		},
		{
			name: "in other languages",
			flat: "| Name | Votes |\n| Ann | 10 |\n| Insgesamt | 10 |\n| ИТОГО: | 10 |\n| РАЗОМ | 10 |\n| 合计 | 10 |",
			want: "simple hrrrrr Name, Votes {1 2: 2 3! 4! 5! 6!}",
		},
	})
}

func TestNotTotals(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "a name that begins with the word",
			flat: "| Film | Gross |\n| Total Recall | 119 |\n| Alien | 104 |",
			want: "simple hrr Film, Gross {1 2: 2 3}",
		},
		{
			name: "the word behind the figures",
			flat: "| Year | Status |\n| 1990 | total |\n| 1991 | in part |",
			want: "simple hrr Year, Status {1 2: 2 3}",
		},
		{
			name: "more texts than figures behind it",
			flat: "| Company | Since | Field | Country | Type |\n| Total | 1999 | El Mabrouk | Libya | Drilling |\n| Shell | 1998 | X | Y | Z |",
			want: "simple hrr Company, Since, Field, Country, Type {1 2 3 4 5: 2 3}",
		},
		{
			name: "nothing behind it",
			flat: "| Name | Votes |\n| Ann | 10 |\n| Total | – |",
			want: "simple hrr Name, Votes {1 2: 2 3}",
		},
		{
			name: "turnout and the world amid the rows",
			flat: "| Word | Votes |\n| Ann | 10 |\n| World | 7 |\n| Turnout | 7 |\n| Bo | 8 |",
			want: "simple hrrrr Word, Votes {1 2: 2 3 4 5}",
		},
		{
			name: "a column of totals",
			flat: "| Name | Total |\n| Ann | 10 |\n| Bo | 12 |",
			want: "simple hrr Name, Total {1 2: 2 3}",
		},
		{
			name: "a word that ends like one",
			flat: "| Name | Votes |\n| Subtotally | 10 |\n| Ann Summa | 12 |",
			want: "simple hrr Name, Votes {1 2: 2 3}",
		},
	})
}
