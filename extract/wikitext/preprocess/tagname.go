package preprocess

// A tagID is one of the tags that are read before anything else
// (https://www.mediawiki.org/wiki/Help:Extension_tags and those of the Cite, Math,
// SyntaxHighlight, Poem, Score ... extensions).
type tagID uint8

const (
	noTag tagID = iota
	tagNoInclude
	tagIncludeOnly
	tagTranslate
	tagTvar
	tagLanguages
	tagOnlyInclude
	tagNowiki
	tagPre
	tagRef
	tagReferences
	tagMath
	tagChem
	tagCe
	tagSyntaxHighlight
	tagSource
	tagGallery
	tagPoem
	tagScore
	tagTimeline
	tagHiero
	tagInputBox
	tagImageMap
	tagTemplateStyles
	tagTemplateData
	tagGraph
	tagMapFrame
	tagMapLink
	tagSection
	tagIndicator
	tagCategoryTree
	tagTabber
	tagCharInsert
	tagCount
)

var tagNames = [tagCount]string{tagNoInclude: "noinclude", tagIncludeOnly: "includeonly", tagOnlyInclude: "onlyinclude",
	tagTranslate: "translate", tagTvar: "tvar", tagLanguages: "languages", tagTabber: "tabber",
	tagNowiki: "nowiki", tagPre: "pre", tagRef: "ref", tagReferences: "references", tagMath: "math", tagChem: "chem",
	tagCe: "ce", tagSyntaxHighlight: "syntaxhighlight", tagSource: "source", tagGallery: "gallery", tagPoem: "poem",
	tagScore: "score", tagTimeline: "timeline", tagHiero: "hiero", tagInputBox: "inputbox", tagImageMap: "imagemap",
	tagTemplateStyles: "templatestyles", tagTemplateData: "templatedata", tagGraph: "graph", tagMapFrame: "mapframe",
	tagMapLink: "maplink", tagSection: "section", tagIndicator: "indicator", tagCategoryTree: "categorytree",
	tagCharInsert: "charinsert"}

var tagIDs = func() map[string]tagID {
	m := map[string]tagID{}
	for id, name := range tagNames {
		if name != "" {
			m[name] = tagID(id)
		}
	}
	return m
}()

// inclusion reports whether the tag controls transclusion.
func (id tagID) inclusion() bool { return id >= tagNoInclude && id <= tagOnlyInclude }

// longestTag is the length of the longest name.
const longestTag = len("syntaxhighlight")

// tagName reads the name of a tag at the beginning of s and how long it is.
func tagName(s string) (tagID, int) {
	var name [longestTag]byte
	n := 0
	for n < len(s) && s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z' {
		if n == longestTag {
			return noTag, 0
		}
		name[n] = s[n] | 0x20
		n++
	}
	if n < len(s) && s[n] != '>' && s[n] != '/' && !isSpace(s[n]) {
		return noTag, 0
	}
	return tagIDs[string(name[:n])], n
}

// A tagSet is a set of tags.
type tagSet uint64

func (t tagSet) has(id tagID) bool { return t>>id&1 == 1 }
func (t *tagSet) add(id tagID)     { *t |= 1 << id }
