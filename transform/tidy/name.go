package tidy

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxName is how many bytes a name of a file or folder may have before it is
// cut. File systems allow 255, but an extension, a number and the folders above
// it need space in a path of 260 on Windows.
const maxName = 100

// PageID is the page_id of a page: its title in lower case, apostrophes dropped,
// letters folded to ASCII where Unicode decomposes them, every other run of
// characters one hyphen.
//
//	PageID("Côte d'Ivoire, 2013", "")   "cote-divoire-2013"
//	PageID("", "b/my_page.txt")         "my-page"
//	PageID("河流", "")                   "page-eebe4a44": the hash identifies it
//
// A page without a title takes the name of its source, without folders and
// extension. Eight digits of a hash follow where letters were lost, where the id
// had to be cut, and where a system reserves the name: an id is a safe name on
// every file system.
func PageID(title, name string) string {
	text := pageTitle(title, name)
	slug, lost := slugify(text)
	if slug == "" {
		slug, lost = "page", true
	}
	if lost || reserved(slug) || len(slug) > maxName {
		return hashed(slug, text)
	}
	return slug
}

// pageTitle is the title, or a substitute for it where a page has none.
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

// fileSlug makes a file name of a caption or heading. It needs no hash: the
// number in front of it distinguishes the tables of a page.
func fileSlug(text string) string {
	slug, _ := slugify(text)
	if slug == "" {
		return "table"
	}
	return cut(slug, maxName)
}

// hashed adds a hash of the text a slug was made of.
func hashed(slug, text string) string {
	sum := sha256.Sum256([]byte(text))
	hash := "-" + hex.EncodeToString(sum[:4])
	return cut(slug, maxName-len(hash)) + hash
}

func cut(slug string, room int) string {
	if len(slug) <= room {
		return slug
	}
	return strings.TrimRight(slug[:room], "-")
}

// reserved reports whether Windows keeps the name for a device.
func reserved(slug string) bool {
	switch slug {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(slug) == 4 && (slug[:3] == "com" || slug[:3] == "lpt") && slug[3] >= '0' && slug[3] <= '9'
}

// slugify writes text in lower-case ASCII letters and digits with hyphens. lost
// says that there were letters or digits it has no way to write.
func slugify(text string) (slug string, lost bool) {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(text) {
		switch {
		case isASCIIWord(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case isApostrophe(r) || unicode.Is(unicode.Mn, r):
			// These leave no gap: people's -> peoples, é -> e.
		default:
			gap = true
			lost = lost || unicode.IsLetter(r) || unicode.IsDigit(r) || r == utf8.RuneError
		}
	}
	return b.String(), lost
}

func isASCIIWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`'
}
