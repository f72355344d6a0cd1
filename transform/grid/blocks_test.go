package grid

import "testing"

func TestBlocks(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "two titles side by side",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |`,
			want:  "blocks thr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
		{
			name: "three blocks of unequal height",
			flat: `
| Mayor | Sheriff | Judge | | | |
| Name | Votes | Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 | Eve | 4 |
| Bo | 8 | | | Flo | 3 |
| Al | 1 | Di | 2 | | |
| Zoe | 1 | | | | |`,
			want: "blocks thrrrr Name, Votes {Mayor 1 2: 3 4 5 6} {Sheriff 3 4: 3 5} {Judge 5 6: 3 4}",
			notes: []string{
				"lost_span 1 second title in column 2 -> second title in column 3",
				"ambiguous_block_side 5 Al 1 -> one of 3 blocks",
			},
		},
		{
			name: "stacked and side by side",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Bo | 8 | | |
| Judge | Coroner | | |
| Name | Votes | Name | Votes |
| Eve | 4 | Flo | 3 |`,
			want: "blocks thrrthr Name, Votes {Mayor 1 2: 3 4} {Sheriff 3 4: 3} {Judge 1 2: 7} {Coroner 3 4: 7}",
			notes: []string{
				"lost_span 1 second title in column 2 -> second title in column 3",
				"ambiguous_block_side 4 Bo 8 -> left or right",
			},
		},
		{
			name: "title row longer than the table",
			flat: `
| Mayor | Sheriff | | | | | | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |`,
			want:  "blocks thr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
		{
			name: "title row not padded",
			flat: `
| Mayor | Sheriff |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Bo | 8 |`,
			want: "blocks thrr Name, Votes {Mayor 1 2: 3 4} {Sheriff 3 4: 3}",
			notes: []string{
				"lost_span 1 second title in column 2 -> second title in column 3",
				"ambiguous_block_side 4 Bo 8 -> left or right",
			},
		},
		{
			name: "titles in their places",
			flat: `
| Mayor | | Sheriff | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Bo | 8 | | |`,
			want: "blocks thrr Name, Votes {Mayor 1 2: 3 4} {Sheriff 3 4: 3}",
		},
		{
			name: "a row filled at the right only shows that places are kept",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| | | Di | 7 |
| Bo | 8 | | |`,
			want:  "blocks thrrr Name, Votes {Mayor 1 2: 3 5} {Sheriff 3 4: 3 4}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
		{
			name: "no titles",
			flat: `
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Bo | 8 | | |`,
			want:  "blocks hrr Name, Votes {1 2: 2 3} {3 4: 2}",
			notes: []string{"ambiguous_block_side 3 Bo 8 -> left or right"},
		},
		{
			name: "years side by side",
			flat: `
| Year | Population | Year | Population | Year | Population |
| 1900 | 10,000 | 1950 | 20,000 | 2000 | 30,000 |
| 1910 | 11,000 | 1960 | 22,000 | 2010 | 33,000 |`,
			want: "blocks hrr Year, Population {1 2: 2 3} {3 4: 2 3} {5 6: 2 3}",
		},
		{
			name: "blank columns between the blocks",
			flat: `
| Mayor | Sheriff | | | |
| Name | Votes | | Name | Votes |
| Ann | 10 | | Cy | 7 |`,
			want:  "blocks thr Name, Votes {Mayor 1 2: 3} {Sheriff 4 5: 3}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 4"},
		},
		{
			name: "a column without a header in one block",
			flat: `
| Mayor | Sheriff | | | |
| Name | Votes | | Name | Votes |
| Ann | 10 | won | Cy | 7 |`,
			want:  "blocks thr Name, Votes,  {Mayor 1 2 3: 3} Name, Votes {Sheriff 4 5: 3}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 4"},
		},
		{
			name: "different headers that begin alike",
			flat: `
| Mayor | Sheriff | | | |
| Name | Votes | Name | Votes | Party |
| Ann | 10 | Cy | 7 | Reds |`,
			want:  "blocks thr Name, Votes {Mayor 1 2: 3} Name, Votes, Party {Sheriff 3 4 5: 3}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
		{
			name: "different headers told apart by padding",
			flat: `
| Rivers | Lakes | | | |
| River | Length | Lake | Area | Depth |
| Rhine | 1,233 | Geneva | 580 | 310 |
| Elbe | 1,094 | | | |`,
			want: "blocks thrr River, Length {Rivers 1 2: 3 4} Lake, Area, Depth {Lakes 3 4 5: 3}",
			notes: []string{
				"lost_span 1 second title in column 2 -> second title in column 3",
				"ambiguous_block_side 4 Elbe 1,094 -> left or right",
			},
		},
		{
			name: "different headers told apart by a blank column",
			flat: `
| Rivers | Lakes | | | | |
| River | Length | | Lake | Area | Depth |
| Rhine | 1,233 | | Geneva | 580 | 310 |`,
			want:  "blocks thr River, Length {Rivers 1 2: 3} Lake, Area, Depth {Lakes 4 5 6: 3}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 4"},
		},
		{
			name: "one title less than blocks",
			flat: `
| Mayor | Sheriff | | | | |
| Name | Votes | Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 | Eve | 4 |`,
			want: "blocks thr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {5 6: 3}",
			notes: []string{
				"doubtful_title 1 2 titles -> 3 titles",
				"lost_span 1 second title in column 2 -> second title in column 3",
			},
		},
		{
			name: "one title more than blocks",
			flat: `
| A | B | C | | | |
| Name | Year | Votes | Name | Year | Votes |
| Ann | 1990 | 10 | Cy | 1991 | 7 |`,
			want: "blocks thr Name, Year, Votes {A 1 2 3: 3} {B / C 4 5 6: 3}",
			notes: []string{
				"doubtful_title 1 3 titles -> 2 titles",
				"lost_span 1 second title in column 2 -> second title in column 4",
			},
		},
		{
			name: "one title over two blocks",
			flat: `
| Council | | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |`,
			want:  "blocks thr Name, Votes {Council 1 2: 3} {Council 3 4: 3}",
			notes: []string{"doubtful_title 1 1 title -> 2 titles"},
		},
		{
			name: "second band with one block",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Judge | | | |
| Name | Votes | | |
| Eve | 4 | | |`,
			want:  "blocks thrthr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {Judge 1 2: 6}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
		{
			name: "second band with the header of a block that is not there",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Judge | | | |
| Name | Votes | Name | Votes |
| Eve | 4 | | |`,
			want: "blocks thrthr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {Judge 1 2: 6}",
			notes: []string{
				"lost_span 1 second title in column 2 -> second title in column 3",
				"ambiguous_block_side 6 Eve 4 -> left or right",
			},
		},
		{
			name: "second band without titles",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Name | Votes | Name | Votes |
| Eve | 4 | Flo | 3 |`,
			want:  "blocks thrhr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {1 2: 5} {3 4: 5}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
		{
			name: "a header written once over titles",
			flat: `
| Name | Votes | Name | Votes |
| Mayor | Sheriff | | |
| Ann | 10 | Cy | 7 |
| Judge | Coroner | | |
| Eve | 4 | Flo | 3 |`,
			want:  "blocks htrtr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {Judge 1 2: 5} {Coroner 3 4: 5}",
			notes: []string{"lost_span 2 second title in column 2 -> second title in column 3"},
		},
		{
			name: "a ragged row below a shared header is named once",
			flat: `
| Name | Votes | Share | Name | Votes | Share |
| Ann | 10 | 60% | Cy | 7 |
| Mayor | Sheriff | | | | |
| Ann | 10 | 60% | Cy | 7 | 3% |
| Bo | 10 | 60% | Di | 7 | 3% |
| Judge | Coroner | | | | |
| Eve | 4 | 40% | Flo | 3 | 3% |`,
			want: "blocks hrtrrtr Name, Votes, Share {1 2 3: 2} {4 5 6: 2} {Mayor 1 2 3: 4 5} {Sheriff 4 5 6: 4 5} {Judge 1 2 3: 7} {Coroner 4 5 6: 7}",
			notes: []string{
				"lost_span 3 second title in column 2 -> second title in column 4",
				"ragged_row 2 5 cells -> 6 cells",
			},
		},
		{
			name: "a header written once over lone texts",
			flat: `
| Name | Votes | Name | Votes |
| North | | | |
| Ann | 10 | Cy | 7 |
| South | | | |
| Eve | 4 | Flo | 3 |`,
			want: "blocks hgrgr Name, Votes {1 2: 3/North 5/South} {3 4: 3/North 5/South}",
		},
		{
			name: "one title where other bands have two",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Judge | | | |
| Name | Votes | Name | Votes |
| Eve | 4 | Flo | 3 |`,
			want: "blocks thrthr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {Judge 1 2: 6} {3 4: 6}",
			notes: []string{
				"doubtful_title 4 1 title -> 2 titles",
				"lost_span 1 second title in column 2 -> second title in column 3",
			},
		},
		{
			name: "narrower blocks with another header below",
			flat: `
| Mayor | Sheriff | | | | |
| Name | For | Against | Name | For | Against |
| Ann | 10 | 1 | Cy | 7 | 2 |
| Judge | Coroner | | | | |
| Person | Votes | Person | Votes | | |
| Eve | 4 | Flo | 3 | | |
| Mayor again | Sheriff again | | | | |
| Name | For | Against | Name | For | Against |
| Al | 10 | 1 | Bo | 7 | 2 |`,
			want: "blocks thrthrthr Name, For, Against {Mayor 1 2 3: 3} {Sheriff 4 5 6: 3} {Mayor again 1 2 3: 9} {Sheriff again 4 5 6: 9}" +
				" Person, Votes {Judge 1 2: 6} {Coroner 3 4: 6}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 4"},
		},
		{
			name: "a title over the titles",
			flat: `
| Elections | | | |
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |`,
			want:  "blocks tthr Name, Votes {Elections / Mayor 1 2: 4} {Elections / Sheriff 3 4: 4}",
			notes: []string{"lost_span 2 second title in column 2 -> second title in column 3"},
		},
		{
			name: "stacked under single titles",
			flat: `
| North | | |
| Name | Votes | Share |
| Ann | 10 | 60% |
| South | | |
| Name | Votes | Share |
| Eve | 4 | 40% |`,
			want: "blocks thrthr Name, Votes, Share {North 1 2 3: 3} {South 1 2 3: 6}",
		},
		{
			name: "stacked with different headers",
			flat: `
| Rivers | | |
| River | Length | Basin |
| Rhine | 1,233 | 185,000 |
| Lakes | | |
| Lake | Depth | Area |
| Geneva | 310 | 580 |`,
			want: "blocks thrthr River, Length, Basin {Rivers 1 2 3: 3} Lake, Depth, Area {Lakes 1 2 3: 6}",
		},
		{
			name: "stacked behind a blank row",
			flat: `
| River | Length | Basin |
| Rhine | 1,233 | 185,000 |
| | | |
| Lake | Depth | Area |
| Geneva | 310 | 580 |`,
			want: "blocks hr-hr River, Length, Basin {1 2 3: 2} Lake, Depth, Area {1 2 3: 5}",
		},
		{
			name: "Markdown marks on the title row",
			flat: `
|!Mayor |!Sheriff |! |! |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |`,
			want:  "blocks thr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
		{
			name: "totals in each block",
			flat: `
| Mayor | Sheriff | | |
| Name | Votes | Name | Votes |
| Ann | 10 | Cy | 7 |
| Total | 10 | Total | 7 |`,
			want:  "blocks thrr Name, Votes {Mayor 1 2: 3 4!} {Sheriff 3 4: 3 4!}",
			notes: []string{"lost_span 1 second title in column 2 -> second title in column 3"},
		},
	})
}

func TestBlocksWithSpans(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "two bands of two",
			spans: `
|!c2: Mayor |!c2: Sheriff |
|!Name |!Votes |!Name |!Votes |
| Ann | 10 | Cy | 7 |
| Bo | 8 |c2: |
|!c2: Judge |!c2: Coroner |
|!Name |!Votes |!Name |!Votes |
| Eve | 4 | Flo | 3 |`,
			want: "blocks thrrthr Name, Votes {Mayor 1 2: 3 4} {Sheriff 3 4: 3} {Judge 1 2: 7} {Coroner 3 4: 7}",
		},
		{
			name: "a record that spans rows is one record",
			spans: `
|!c2: Mayor |!c2: Sheriff |
|!Name |!Votes |!Name |!Votes |
|r3: Ann |r3: 10 | Cy | 7 |
| Di | 5 |
| Ed | 3 |`,
			want: "blocks thrrr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3 4 5}",
		},
		{
			name: "titles that are data cells",
			spans: `
|c2: Mayor |c2: Sheriff |
|!Name |!Votes |!Name |!Votes |
| Ann | 10 | Cy | 7 |
|c2: Judge |c2: Coroner |
|!Name |!Votes |!Name |!Votes |
| Eve | 4 | Flo | 3 |`,
			want: "blocks thrthr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {Judge 1 2: 6} {Coroner 3 4: 6}",
		},
		{
			name: "second band with one title",
			spans: `
|!c2: Mayor |!c2: Sheriff |
|!Name |!Votes |!Name |!Votes |
| Ann | 10 | Cy | 7 |
|!c2: Judge |!c2: |
|!Name |!Votes |!Name |!Votes |
| Eve | 4 |c2: |`,
			want: "blocks thrthr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {Judge 1 2: 6}",
		},
		{
			name: "title over the whole width and titles below it",
			spans: `
|!c4: Elections |
|!c2: Mayor |!c2: Sheriff |
|!Name |!Votes |!Name |!Votes |
| Ann | 10 | Cy | 7 |`,
			want: "blocks tthr Name, Votes {Elections / Mayor 1 2: 4} {Elections / Sheriff 3 4: 4}",
		},
		{
			name: "different headers, a gap between",
			spans: `
|!c2: Rivers |! |!c2: Lakes |
|!River |!Length |! |!Lake |!Depth |
| Rhine | 1,233 | | Geneva | 310 |`,
			want: "blocks thr River, Length {Rivers 1 2: 3} Lake, Depth {Lakes 4 5: 3}",
		},
		{
			name: "different headers, unequal height",
			spans: `
|!c2: Rivers |!c2: Lakes |
|!River |!Length |!Lake |!Depth |
| Rhine | 1,233 | Geneva | 310 |
| Elbe | 1,094 |c2: |`,
			want: "blocks thrr River, Length {Rivers 1 2: 3 4} Lake, Depth {Lakes 3 4: 3}",
		},
		{
			name: "a text over the width above each band",
			spans: `
|!c2: North |
|!Name |!Votes |
| Ann | 10 |
|!c2: South |
|!Name |!Votes |
| Eve | 4 |`,
			want: "blocks thrthr Name, Votes {North 1 2: 3} {South 1 2: 6}",
		},
		{
			name: "a header written once over titles",
			spans: `
|!Name |!Votes |!Name |!Votes |
|c2: Mayor |c2: Sheriff |
| Ann | 10 | Cy | 7 |
|c2: Judge |c2: |
| Eve | 4 |c2: |`,
			want: "blocks htrtr Name, Votes {Mayor 1 2: 3} {Sheriff 3 4: 3} {Judge 1 2: 5}",
		},
		{
			name: "padding in front of records that belong to the right",
			spans: `
|!c2: Mayor |!c2: Sheriff |
|!Name |!Votes |!Name |!Votes |
|c2: | Cy | 7 |
| Ann | 10 | Di | 1 |`,
			want: "blocks thrr Name, Votes {Mayor 1 2: 4} {Sheriff 3 4: 3 4}",
		},
	})
}

func TestNotBlocks(t *testing.T) {
	checkReadings(t, []reading{
		{
			name: "header groups beside a column of their own",
			spans: `
|!r2: Team |!c2: Home |!c2: Away |
|!Win |!Loss |!Win |!Loss |
| X | 1 | 2 | 3 | 4 |`,
			want: "simple hhr Team, Home/Win, Home/Loss, Away/Win, Away/Loss {1 2 3 4 5: 3}",
		},
		{
			name: "header groups over figures alone",
			spans: `
|!c2: Home |!c2: Away |
|!Win |!Loss |!Win |!Loss |
| 1 | 2 | 3 | 4 |
| 5 | 6 | 7 | 8 |`,
			want: "simple hhrr Home/Win, Home/Loss, Away/Win, Away/Loss {1 2 3 4: 3 4}",
		},
		{
			name: "header groups with blanks in the data",
			spans: `
|!c2: Club |!c2: League |!c2: Cup |
|!Season |!Name |!Apps |!Goals |!Apps |!Goals |
| 1996 | Viking | 1 | 0 | | |
| 1997 | Viking | 13 | 5 | 2 | 1 |`,
			want: "simple hhrr Club/Season, Club/Name, League/Apps, League/Goals, Cup/Apps, Cup/Goals {1 2 3 4 5 6: 3 4}",
		},
		{
			name: "headers that recur behind another",
			flat: `
| Player | Apps | Goals | Apps | Goals |
| Ann | 1 | 2 | 3 | 4 |`,
			want: "simple hr Player, Apps, Goals, Apps, Goals {1 2 3 4 5: 2}",
		},
		{
			name: "the same header all over",
			flat: `
| Score | Score | Score | Score |
| 1 | 2 | 3 | 4 |`,
			want: "simple hr Score, Score, Score, Score {1 2 3 4: 2}",
		},
		{
			name: "pairs that differ",
			flat: `
| Gold | Time | Silver | Time |
| Ann | 10.1 | Cy | 10.2 |`,
			want: "simple hr Gold, Time, Silver, Time {1 2 3 4: 2}",
		},
		{
			name: "one header over two columns each",
			spans: `
|!c2: Name |!c2: Votes |
| Ann | Lee | 10 | 60% |`,
			want: "simple hr Name, Name, Votes, Votes {1 2 3 4: 2}",
		},
		{
			name: "titles that nothing tells apart",
			flat: `
| Rivers | Lakes | | | |
| River | Length | Lake | Area | Depth |
| Rhine | 1,233 | Geneva | 580 | 310 |`,
			want:  "simple hhr Rivers/River, Lakes/Length, Lake, Area, Depth {1 2 3 4 5: 3}",
			notes: []string{"lost_span 1  ->"},
		},
		{
			name: "a header repeated amid the data",
			flat: `
| Name | Votes | Share |
| Ann | 10 | 60% |
| Name | Votes | Share |
| Cy | 7 | 40% |`,
			want: "simple hrer Name, Votes, Share {1 2 3: 2 4}",
		},
		{
			name: "a header repeated at the bottom, wrapped otherwise",
			spans: `
|!Name |!Votes cast |!Share |
| Ann | 10 | 60% |
|!Name |!Votescast |!Share |`,
			want: "simple hre Name, Votes cast, Share {1 2 3: 2}",
		},
		{
			name: "a short record above a repeated header",
			flat: `
| Name | Party | Votes | Share |
| Ann | Reds | 10 | 60% |
| Bo | Blues | | |
| Name | Party | Votes | Share |
| Cy | Reds | 7 | 40% |`,
			want: "simple hrrer Name, Party, Votes, Share {1 2 3 4: 2 3 5}",
		},
		{
			name: "one title over one block",
			flat: `
| Results | | |
| Name | Votes | Share |
| Ann | 10 | 60% |`,
			want: "simple thr Name, Votes, Share {Results 1 2 3: 3}",
		},
		{
			name: "a marked row of data",
			spans: `
|!Town |!Mayor |!Turnout |!Party |
| Aran | Bo (42 %) | 57% | Reds |
|!Ball |!Di (48 %) |!55% |!– |
| Frat | Sa (50 %) | 57% | Reds |`,
			want: "simple hrrr Town, Mayor, Turnout, Party {1 2 3 4: 2 3 4}",
		},
	})
}
