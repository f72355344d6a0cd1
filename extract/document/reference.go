package document

// A Reference is a source that the page cites, or a note. Every field but Text and
// Line may be empty. The values are as the page writes them.
type Reference struct {
	// Name is the one by which the page cites it again.
	Name string
	// Template is the template that writes it: "Cite web".
	Template string
	Citation
	// Text is the reference as a reader sees it; for one that the page cites and does
	// not have, its name or mark.
	Text Text
	Line int
}

// A Citation is what is known of a source.
type Citation struct {
	Title, URL string
	// Author has all authors: "Elm, Ann; Oak, Bo".
	Author string
	// Work is what the source is a part of: a journal, a website.
	Work, Publisher string
	// Date is when it was published, AccessDate when it was read.
	Date, AccessDate string
	DOI, ISBN        string
	// ArchiveURL is the address of a copy in an archive of the web.
	ArchiveURL string
}

// A LooseLink is a link outside of texts.
type LooseLink struct {
	Link
	// Text is what a reader sees of it: a name or title.
	Text string
	Line int
}
