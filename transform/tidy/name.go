package tidy

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gosimple/unidecode"
	"golang.org/x/text/unicode/norm"
)

// maxName is the longest name of a file or folder, in bytes. File systems allow 255,
// but a path on Windows has at most 260, with an extension, a number and the folders.
const maxName = 100

// PageID returns the page_id of a page: its title in lower case, apostrophes dropped,
// letters folded to ASCII where Unicode decomposes them and transliterated
// otherwise, and a hyphen for every other run of characters.
//
//	PageID("Côte d'Ivoire, 2013", "")   "cote-divoire-2013"
//	PageID("Московское метро", "")      "moskovskoe-metro"
//	PageID("河流", "")                   "he-liu"
//	PageID("", "b/my_page.txt")         "my-page"
//
// A page without a title takes the name of its source, without folders and
// extension. Eight digits of a hash follow only if there is no letter or digit, if
// the id was cut, or if a system reserves the name: an id is a safe name on every
// file system. Two titles can have the same id: a run adds a hash to the second.
func PageID(title, name string) string {
	text := pageTitle(title, name)
	switch slug := slugify(text); {
	case slug == "":
		return hashed("page", text)
	case reserved(slug) || len(slug) > maxName:
		return hashed(slug, text)
	default:
		return slug
	}
}

// pageTitle returns the title, or the name of the source if a page has none.
func pageTitle(title, name string) string {
	if title = strings.TrimSpace(title); title != "" {
		return title
	}
	base := path.Base(name)
	if stem := strings.TrimSuffix(base, path.Ext(base)); stem != "" {
		base = stem
	}
	return strings.TrimSpace(strings.ReplaceAll(base, "_", " "))
}

// fileSlug makes a file name of a caption or heading. It needs no hash: the number
// before it distinguishes the tables of a page.
func fileSlug(text string) string {
	slug := slugify(text)
	if slug == "" {
		return "table"
	}
	return cut(slug, maxName)
}

// hashed adds a hash of the text that a slug was made of.
func hashed(slug, text string) string {
	sum := sha256.Sum256([]byte(text))
	hash := "-" + hex.EncodeToString(sum[:4])
	return cut(slug, maxName-len(hash)) + hash
}

func cut(slug string, most int) string {
	if len(slug) <= most {
		return slug
	}
	return strings.TrimRight(slug[:most], "-")
}

// reserved reports whether Windows takes the name for a device.
func reserved(slug string) bool {
	switch slug {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(slug) == 4 && (slug[:3] == "com" || slug[:3] == "lpt") && slug[3] >= '0' && slug[3] <= '9'
}

// slugify writes text in lower-case ASCII letters and digits with hyphens: letters
// that Unicode decomposes lose their accents, and others are transliterated. Letters
// without a transliteration are left out.
//
//	"Côte d'Ivoire"       "cote-divoire"
//	"Московское метро"    "moskovskoe-metro"
//	"第1章"                "di-1-zhang"
func slugify(text string) string {
	var s slugWriter
	for _, r := range norm.NFC.String(text) {
		if r < utf8.RuneSelf {
			s.write(r)
			continue
		}
		if plain := norm.NFKD.String(string(r)); !foreign(plain) {
			for _, r := range plain {
				s.write(r)
			}
			continue
		}
		latin := transliterate(r)
		if strings.HasSuffix(latin, " ") { // an ideograph is a word
			s.gap = true
		}
		for _, r := range latin {
			if isASCIIWord(r) || r == ' ' { // other characters are signs of pronunciation
				s.write(r)
			}
		}
	}
	return s.String()
}

// foreign reports whether a text has letters, digits or vowel signs outside of ASCII,
// accents aside.
func foreign(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return r >= utf8.RuneSelf && !isApostrophe(r) && !isAccent(r) && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
	})
}

// transliterate returns a letter in ASCII, or "" if it has no transliteration. The
// library writes the vowel of schwa and of ta marbuta as @.
func transliterate(r rune) string {
	return strings.ReplaceAll(unidecode.Unidecode(string(r)), "@", "a")
}

// A slugWriter writes words with hyphens between them.
type slugWriter struct {
	strings.Builder
	gap bool // the next word needs a hyphen
}

// write adds a letter or digit of ASCII in lower case. Apostrophes and accents leave no
// gap (people's becomes peoples), all other characters do.
func (s *slugWriter) write(r rune) {
	switch {
	case isASCIIWord(r):
		if s.gap && s.Len() > 0 {
			s.WriteByte('-')
		}
		s.gap = false
		s.WriteRune(unicode.ToLower(r))
	case !isApostrophe(r) && !isAccent(r):
		s.gap = true
	}
}

func isASCIIWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`'
}

// isAccent reports whether r is a combining mark of Latin, Greek or Cyrillic letters.
func isAccent(r rune) bool { return 0x300 <= r && r <= 0x36F }
