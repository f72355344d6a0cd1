package grid

import "testing"

func TestSideways(t *testing.T) {
	checkReadings(t, []reading{
		{
			name:  "keys and values",
			spans: "|!Capital | Paris |\n|!Population | 2,100,000 |\n|!Area | 105 |",
			want:  "rows rrr Capital, Population, Area {1 2 3: 2}",
		},
		{
			name:  "two records",
			spans: "|!River | Rhine | Elbe |\n|!Mouth | Rotterdam | Cuxhaven |",
			want:  "rows rr River, Mouth {1 2: 2 3}",
		},
		{
			name:  "a title and groups",
			spans: "|!c2: Rhine |\n|!Mouth | Rotterdam |\n|!c2: Size |\n|!Length | 1,233 km |\n|!Basin | 185,000 km² |",
			want:  "rows trgrr Mouth, Size/Length, Size/Basin {Rhine 2 4 5: 2}",
		},
		{
			name:  "groups of two levels",
			spans: "|!Mouth | Rotterdam |\n|!c2: Size |\n|!c2: in all |\n|!Length | 1,233 km |",
			want:  "rows rggr Mouth, Size / in all/Length {1 4: 2}",
		},
		{
			name:  "two header columns",
			spans: "|!r2: Size |!Length | 1,233 | 1,094 |\n|!Basin | 185,000 | 148,268 |",
			want:  "rows rr Size/Length, Size/Basin {1 2: 3 4}",
		},
		{
			name:  "a value over two columns is one record's",
			spans: "|!River |c2: Rhine |\n|!Length |c2: 1,233 |",
			want:  "rows rr River, Length {1 2: 2}",
		},
		{
			name:  "a remark at the end",
			spans: "|!River | Rhine |\n|!Length | 1,233 |\n|c2: as of 2010 |",
			want:  "rows rrm River, Length {1 2: 2}",
			notes: []string{"table_remark 3 as of 2010 ->"},
		},
		{
			name: "usual headers without markup",
			flat: "| Capital | Paris |\n| Population | 2,100,000 |\n| Area | 105 |\n| Language | French |",
			want: "rows rrrr Capital, Population, Area, Language {1 2 3 4: 2}",
		},
		{
			name: "two records without markup",
			flat: "| Name | Rhine | Elbe |\n| Length | 1,233 | 1,094 |\n| Source | Tomasee | Krkonoše |",
			want: "rows rrr Name, Length, Source {1 2 3: 2 3}",
		},
	})
}

func TestNotSideways(t *testing.T) {
	checkReadings(t, []reading{
		{
			name:  "a corner",
			spans: "|! |!Rhine |!Elbe |\n|!Length | 1,233 | 1,094 |",
			want:  "simple hr , Rhine, Elbe {1 2 3: 2}",
		},
		{
			name:  "row headers under words that are not marked",
			spans: "|!Name | Votes | Share |\n|!Ann | 10 | 60% |\n|!Bo | 7 | 40% |",
			want:  "simple hrr Name, Votes, Share {1 2 3: 2 3}",
		},
		{
			name:  "row headers that are figures",
			spans: "|!1990 | 10 | 60 |\n|!1991 | 7 | 40 |\n|!1992 | 7 | 40 |",
			want:  "simple rrr , ,  {1 2 3: 1 2 3}",
		},
		{
			name: "names with a figure or a word",
			flat: "| Ann | 10 |\n| Bo | withdrew |\n| Cy | 12 |\n| Di | absent |",
			want: "simple rrrr ,  {1 2: 1 2 3 4}",
		},
		{
			name: "a header row of usual headers",
			flat: "| Name | Title |\n| Type | 12 |\n| Class | 13 |\n| Status | 14 |",
			want: "simple hrrr Name, Title {1 2: 2 3 4}",
		},
		{
			name: "keys that come again",
			flat: "| Name | Ann |\n| Age | 10 |\n| Name | Bo |\n| Age | 12 |",
			want: "simple rrrr ,  {1 2: 1 2 3 4}",
		},
	})
}
