package date

import "testing"

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ language, in, want string }{
		{"de", "5. März 2013", "2013-03-05"}, {"de", "Di, 5. Mrz. 2013", "2013-03-05"}, {"de", "1990er Jahre", "199X"}, {"de", "19. Jh.", "18XX"}, {"de", "44 v. Chr.", "-0043"}, {"de", "seit heute", ""},
		{"fr", "1er janv. 2013", "2013-01-01"}, {"fr", "mardi 5 mars 2013", "2013-03-05"}, {"fr", "XXe siècle", "19XX"}, {"fr", "44 av. J.-C.", "-0043"}, {"fr", "premier trimestre 2013", "2013-33"}, {"fr", "été 2013", "2013-22"},
		{"es", "5 de marzo de 2013", "2013-03-05"}, {"es", "ene. 2013", "2013-01"}, {"es", "siglo XIX", "18XX"}, {"es", "44 a. C.", "-0043"}, {"es", "primer trimestre de 2013", "2013-33"},
		{"it", "5 mag 2013", "2013-05-05"}, {"it", "1º maggio 2013", "2013-05-01"}, {"it", "XX secolo", "19XX"},
		{"pt", "5 de março de 2013", "2013-03-05"}, {"pt", "dez 2013", "2013-12"}, {"pt", "século XX", "19XX"},
		{"ru", "5 марта 2013 г.", "2013-03-05"}, {"ru", "март 2013", "2013-03"}, {"ru", "XX век", "19XX"}, {"ru", "44 до н. э.", "-0043"},
		{"nl", "5 mrt. 2013", "2013-03-05"}, {"nl", "20e eeuw", "19XX"}, {"nl", "1990er jaren", "199X"},
		{"pl", "5 marca 2013 r.", "2013-03-05"}, {"pl", "marzec 2013", "2013-03"}, {"pl", "XX wiek", "19XX"},
		{"ja", "平成25年3月5日", "2013-03-05"}, {"ja", "20世紀", "19XX"}, {"ja", "紀元前221年", "-0220"},
		{"zh", "2013年3月5日", "2013-03-05"}, {"zh", "2013/3/5", "2013-03-05"}, {"zh", "一九四五年八月十五日", "1945-08-15"}, {"zh", "西元前221年", "-0220"}, {"zh", "民國一〇二年", "2013"}, {"zh", "民國元年", "1912"}, {"zh", "二十五日", ""}, {"zh", "十月十日", "XXXX-10-10"}, {"zh", "二月三十日", ""},
	} {
		if v, _ := Parse(c.in, &Hint{Language: c.language}); v.EDTF != c.want {
			t.Errorf("%s: %q is %q by %s, want %q", c.language, c.in, v.EDTF, v.Rule, c.want)
		}
	}
}
