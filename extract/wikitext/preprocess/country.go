package preprocess

import (
	_ "embed"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// countries.txt has codes of countries and their English names, "code name" a line,
// for {{flag}} and its kin.
//
//go:embed countries.txt
var countriesText string

var countries = sync.OnceValue(func() map[string]string { return pairs(countriesText) })

// regions are the countries of countries.txt that Unicode names in other languages,
// by their English name there.
var regions = sync.OnceValue(func() map[string]language.Region {
	out := map[string]language.Region{}
	for code, name := range countries() {
		if r, err := language.ParseRegion(code); err == nil && r.IsCountry() {
			if _, seen := out[name]; !seen || display.English.Regions().Name(r) == name {
				out[name] = r
			}
		}
	}
	return out
})

// countryName is the name of a country in the language of the page, by its code; any
// other text is as it is.
func countryName(s, tag string) string {
	name := countries()[s]
	if name == "" {
		return s
	}
	if region, ok := regions()[name]; ok && notationOf(tag) != english {
		if namer := display.Regions(language.Make(tag)); namer != nil {
			if own := namer.Name(region); own != "" {
				return own
			}
		}
	}
	return name
}

// countryLanguages are those in which the name of a country is known as a template.
var countryLanguages = []string{"en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "uk", "sv", "da", "no", "fi", "cs", "sk", "hu",
	"ro", "bg", "sr", "hr", "sl", "ca", "el", "tr", "ar", "fa", "he", "hi", "ja", "ko", "zh", "vi", "id", "th"}

var countryTitles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, tag := range countryLanguages {
		namer := display.Regions(language.Make(tag))
		for _, region := range regions() {
			if name := namer.Name(region); name != "" {
				out[foldTitle(name)] = true
			}
		}
	}
	return out
})

// isCountry reports whether a title is the name of a country in some language, as
// {{Франция}} shows a flag and the country.
func isCountry(title string) bool { return countryTitles()[foldTitle(title)] }
