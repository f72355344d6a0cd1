package grid

import "testing"

func TestHeaderByContent(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "words over figures",
			flat: "| Fluss | Länge |\n| Rhein | 1.233 |\n| Elbe | 1.094 |",
			want: "simple hrr Fluss, Länge {1 2: 2 3}",
		},
		{
			name: "words over words, usual headers",
			flat: "| Name | Country |\n| Rhine | Germany |\n| Elbe | Germany |",
			want: "simple hrr Name, Country {1 2: 2 3}",
		},
		{
			name: "words over words, unusual headers",
			flat: "| Whisky | Peat |\n| Caol Ila | heavy |\n| Oban | light |",
			want: "simple hrr Whisky, Peat {1 2: 2 3}",
		},
		{
			name: "years over figures",
			flat: "| | 1990 | 2000 | 2010 |\n| Rhine | 10 | 20 | 30 |\n| Elbe | 11 | 22 | 33 |",
			want: "simple hrr , 1990, 2000, 2010 {1 2 3 4: 2 3}",
		},
		{
			name: "codes that begin with a digit over figures",
			flat: "| Player | 3PM | 2B |\n| Ann | 30 | 80 |\n| Bo | 10 | 35 |",
			want: "simple hrr Player, 3PM, 2B {1 2 3: 2 3}",
		},
		{
			name: "innings over figures",
			flat: "| Team | 1 | 2 | 3 | Final |\n| Owls | 7 | 3 | 9 | 19 |\n| Hawks | 4 | 0 | 3 | 7 |",
			want: "simple hrr Team, 1, 2, 3, Final {1 2 3 4 5: 2 3}",
		},
		{
			name: "numbered rows",
			flat: "| # | River | Length |\n| 1 | Rhine | 1,233 |\n| 2 | Elbe | 1,094 |",
			want: "simple hrr #, River, Length {1 2 3: 2 3}",
		},
		{
			name: "a blank header over row labels",
			flat: "| | Length | Basin |\n| Rhine | 1,233 | 185,000 |\n| Elbe | 1,094 | 148,268 |",
			want: "simple hrr , Length, Basin {1 2 3: 2 3}",
		},
		{
			name: "a lower row under spans",
			spans: `
|r2: Team |c2: Home |
| Won | Lost |
| X | 1 | 2 |
| Y | 3 | 4 |`,
			want: "simple hhrr Team, Home/Won, Home/Lost {1 2 3: 3 4}",
		},
		{
			name: "a lower row under blanks",
			flat: `
| | Home | | Away | |
| Team | Won | Lost | Won | Lost |
| X | 1 | 2 | 3 | 4 |
| Y | 5 | 6 | 7 | 8 |`,
			want: "simple hhrr Team, Home/Won, Home/Lost, Away/Won, Away/Lost {1 2 3 4 5: 3 4}",
		},
		{
			name: "a lower row under some headers only",
			flat: `
| Team | Home | |
| | Won | Lost |
| X | 1 | 2 |
| Y | 5 | 6 |`,
			want: "simple hhrr Team, Home/Won, Home/Lost {1 2 3: 3 4}",
		},
		{
			name: "a column that is blank all over",
			flat: "| River | | Length |\n| Rhine | | 1,233 |\n| Elbe | | 1,094 |",
			want: "simple hrr River, Length {1 3: 2 3}",
		},
		{
			name: "one column",
			flat: "| Length |\n| 1,233 |\n| 1,094 |",
			want: "simple hrr Length {1: 2 3}",
		},
	})
}

func TestNoHeader(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "figures in the first row",
			flat: "| Ann | 10 |\n| Bo | 20 |\n| Cy | 30 |",
			want: "simple rrr ,  {1 2: 1 2 3}",
		},
		{
			name: "years in the first row over years",
			flat: "| A | 1990 | 1993 |\n| B | 1991 | 1994 |\n| C | 1992 | 1995 |",
			want: "simple rrr , ,  {1 2 3: 1 2 3}",
		},
		{
			name: "years that do not go up",
			flat: "| A | 1990 | 1950 | 1960 |\n| B | 3 | 4 | 5 |\n| C | 4 | 5 | 6 |",
			want: "simple rrr , , ,  {1 2 3 4: 1 2 3}",
		},
		{
			name: "a dash in the first row",
			flat: "| Ann | – |\n| Bo | 20 |\n| Cy | 30 |",
			want: "simple rrr ,  {1 2: 1 2 3}",
		},
		{
			name: "the first text again below",
			flat: "| World record | 188 kg | Oslo |\n| World record | 232 kg | Rome |",
			want: "simple rr , ,  {1 2 3: 1 2}",
		},
		{
			name: "figures that count up without a usual header",
			flat: "| Ann | 1 | 2 | 3 |\n| Bo | 7 | 3 | 9 |\n| Cy | 4 | 0 | 3 |",
			want: "simple rrr , , ,  {1 2 3 4: 1 2 3}",
		},
		{
			name: "figures with letters as those below",
			flat: "| Ann | 12m | 30 |\n| Bo | 14m | 31 |\n| Cy | 9m | 35 |",
			want: "simple rrr , ,  {1 2 3: 1 2 3}",
		},
		{
			name: "words that come again below",
			flat: "| Red | Oslo |\n| Green | Rome |\n| Red | Bonn |",
			want: "simple rrr ,  {1 2: 1 2 3}",
		},
		{
			name: "made like the texts below",
			flat: "| Ann Smith | Oslo, Norway |\n| Bo Jones | Rome, Italy |\n| Cy Brown | Bonn, Germany |",
			want: "simple rrr ,  {1 2: 1 2 3}",
		},
		{
			name: "one row",
			flat: "| Name | Votes |",
			want: "simple r ,  {1 2: 1}",
		},
		{
			name: "a header row left blank",
			flat: "|! |! |\n| Red | Oslo |\n| Green | Rome |",
			want: "simple -rr ,  {1 2: 2 3}",
		},
		{
			name: "a row with a text where others have figures is no second header",
			flat: "| Name | Votes |\n| Ann | unopposed |\n| Bo | 20 |\n| Cy | 30 |",
			want: "simple hrrr Name, Votes {1 2: 2 3 4}",
		},
		{
			name: "a row with a word for nothing below a lone text is no second header",
			flat: "| Item | Count |\n| Axes | 5 |\n| Clamps | |\n| Drills | TBA |\n| Edges | 7 |",
			want: "simple hrrrr Item, Count {1 2: 2 3 4 5}",
		},
	})
}

func TestHeaderByMarkup(t *testing.T) {
	checkReadings(t, []reading{
		{
			name:  "one row",
			spans: "|!Name |!City |\n| Ann | Oslo |",
			want:  "simple hr Name, City {1 2: 2}",
		},
		{
			name:  "a header and no data",
			spans: "|!Name |!City |",
			want:  "simple h Name, City {1 2:}",
		},
		{
			name: "row headers below it",
			spans: `
|!Name |!1 |!2 |
|!Ann | x | y |
|!Bo | y | x |`,
			want: "simple hrr Name, 1, 2 {1 2 3: 2 3}",
		},
		{
			name: "three rows of spans",
			spans: `
|!r3: Year |!c2: Position |
|!c2: US |
|!Pop |!Rock |
| 1990 | 1 | – |`,
			want: "simple hhhr Year, Position/US/Pop, Position/US/Rock {1 2 3: 4}",
		},
		{
			name: "units in a second row",
			spans: `
|!Name |!Area |!Depth |
|! |!km² |!m |
| Geneva | 580 | 310 |`,
			want: "simple hhr Name, Area/km², Depth/m {1 2 3: 3}",
		},
		{
			name: "partly styled as data",
			spans: `
|!Games |!Athletes | Gold | Silver |!Total |
| Oslo | 14 | 0 | 0 | 1 |
| Rome | 15 | 1 | 0 | 1 |`,
			want: "simple hrr Games, Athletes, Gold, Silver, Total {1 2 3 4 5: 2 3}",
		},
		{
			name: "nothing but header cells",
			spans: `
|!Name |!Goals |
|!Ann |!5 |
|!Bo |!3 |`,
			want: "simple hrr Name, Goals {1 2: 2 3}",
		},
		{
			name: "a title over the width",
			spans: `
|!c3: Climate |
|!Month |!Jan |!Feb |
|!High | 12 | 13 |`,
			want: "simple thr Month, Jan, Feb {Climate 1 2 3: 3}",
		},
		{
			name: "another header amid the data",
			spans: `
|!Town |!Population |
| Kar | 1694 |
|!Village |!Population |
| Bay | 1823 |`,
			want: "blocks hrhr Town, Population {1 2: 2} Village, Population {1 2: 4}",
		},
		{
			name: "unmarked header in a table with row headers",
			spans: `
| Name | Votes | Share |
|!Ann | 10 | 60% |
|!Bo | 7 | 40% |`,
			want: "simple hrr Name, Votes, Share {1 2 3: 2 3}",
		},
	})
}
