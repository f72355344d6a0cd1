package grid

import "testing"

func TestPlainLowerRow(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "blank where records have a text",
			spans: `
|!Case |!c2: Singular |!c2: Plural |
| | Czech | English | Czech | English |
| Nominative | hrad | castle | hrady | castles |
| Genitive | hradu | of a castle | hradů | of castles |`,
			want: "simple hhrr Case, Singular/Czech, Singular/English, Plural/Czech, Plural/English {1 2 3 4 5: 3 4}",
		},
		{
			name: "one span only",
			spans: `
|!Case |!c2: Singular |
| | Czech | English |
| Nominative | hrad | castle |
| Genitive | hradu | of a castle |`,
			want: "simple hhrr Case, Singular/Czech, Singular/English {1 2 3: 3 4}",
		},
		{
			name: "a header cell ends with it",
			spans: `
|!r2: Case |!c2: Singular |
| Czech | English |
| Nominative | hrad | castle |`,
			want: "simple hhr Case, Singular/Czech, Singular/English {1 2 3: 3}",
		},
		{
			name: "the same under each span",
			spans: `
|!c2: Singular |!c2: Plural |
| Czech | English | Czech | English |
| hrad | castle | hrady | castles |
| most | bridge | mosty | bridges |`,
			want: "blocks thrr Czech, English {Singular 1 2: 3 4} {Plural 3 4: 3 4}",
		},
		{
			name: "words over figures",
			spans: `
|!c2: Home |!c2: Away |
| Won | Lost | Won | Drawn |
| 1 | 2 | 3 | 4 |
| 5 | 6 | 7 | 8 |`,
			want: "simple hhrr Home/Won, Home/Lost, Away/Won, Away/Drawn {1 2 3 4: 3 4}",
		},
		{
			name: "years that ascend",
			spans: `
|!r2: Town |!c3: Inhabitants |
| 1990 | 2000 | 2010 |
| Kar | 510 | 620 | 740 |`,
			want: "simple hhr Town, Inhabitants/1990, Inhabitants/2000, Inhabitants/2010 {1 2 3 4: 3}",
		},
	})
}

func TestPlainLowerRowIsNot(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "a record with a text in the column without a span",
			spans: `
|!Name |!c2: Home and birthplace |
| Ann | Oslo | Rome |
| Bo | Bonn | Kiel |`,
			want: "simple hrr Name, Home and birthplace, Home and birthplace {1 2 3: 2 3}",
		},
		{
			name: "a record under spans, different under each",
			spans: `
|!c2: Home |!c2: Away |
| Ann | Oslo | Bo | Rome |
| Cy | Bonn | Di | Kiel |`,
			want: "simple hrr Home, Home, Away, Away {1 2 3 4: 2 3}",
		},
		{
			name: "figures",
			spans: `
|!r2: Name |!c2: Votes |
| 10 | 20 |
| Ann | 30 | 40 |`,
			want: "simple hrr Name, Votes, Votes {1 2 3: 2 3}",
		},
		{
			name: "a header cell reaches further down",
			spans: `
|!r3: Group |!c2: Home and birthplace |
| Oslo | Rome |
| Bonn | Kiel |
| B | Bern | Turin |`,
			want: "simple hrrr Group, Home and birthplace, Home and birthplace {1 2 3: 2 3 4}",
		},
		{
			name: "the texts come again below",
			spans: `
|!Round |!c2: Sides |
| | Reds | Blues |
| First | Reds | Greens |
| Second | Greens | Blues |`,
			want: "simple hrrr Round, Sides, Sides {1 2 3: 2 3 4}",
		},
		{
			name: "blank where the records are blank, too",
			spans: `
|!Note |!c2: Sides |
| | Reds | Blues |
| | Golds | Greens |`,
			want: "simple hrr Note, Sides, Sides {1 2 3: 2 3}",
		},
		{
			name: "one text under a span",
			spans: `
|!r2: Case |!c2: Singular |
|c2: Czech |
| Nominative | hrad | castle |`,
			want: "simple hrr Case, Singular, Singular {1 2 3: 2 3}",
		},
		{
			name: "a blank under a span",
			spans: `
|!Case |!c2: Singular |
| | Czech | |
| Nominative | hrad | castle |`,
			want: "simple hrr Case, Singular, Singular {1 2 3: 2 3}",
		},
		{
			name: "nothing below it",
			spans: `
|!r2: Case |!c2: Singular |
| Czech | English |`,
			want: "simple hr Case, Singular, Singular {1 2 3: 2}",
		},
		{
			name: "the row above has no span",
			spans: `
|!Case |!Czech |!English |
| | noun | noun |
| Nominative | hrad | castle |`,
			want: "simple hrr Case, Czech, English {1 2 3: 2 3}",
		},
	})
}
