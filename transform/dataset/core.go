package dataset

// The core tables: the same columns for every page, whatever it is about. Lines,
// rows, columns and ordinals count from 1, sections from 0 (the lead).
var (
	Pages = core("pages", "Pages", "One row per page: what it is and where it came from.",
		str("title", "title of the page").null(),
		str("format", "input format it was read as"),
		str("source", "path below the folder that was converted, or address"),
		str("url", "canonical address of the page").null(),
		str("wikidata", "item of Wikidata that the page is about").null(),
		str("language", "BCP 47 tag of the language of the content").null(),
		str("language_from", "evidence for the language: option, source (a dump or a wiki), page (declared there), url, or text (its words)").null(),
		num("revision_id", "revision on the wiki").null(),
		str("revision_time", "time of the revision, ISO 8601 in UTC").null(),
		str("license", "SPDX identifier").null(),
		str("sha256", "hash of the source's bytes"),
		num("bytes", "size of the source").unit("By"),
		num("lines", "lines of the source"),
		num("sections", "number of sections, the lead included"),
		num("paragraphs", "number of paragraphs"),
		num("items", "number of list items"),
		num("tables", "number of tables, nested ones included"),
		num("infoboxes", "number of infoboxes, nested ones included"))

	Sections = core("sections", "Sections", "The outline of each page.",
		num("section", "number of the section, 0 for the lead").key(),
		num("parent", "section it belongs to; null for the lead").null().ref("sections", "section"),
		num("level", "heading level, 1 to 6"),
		str("title", "heading"),
		str("path", "headings from the page's title down, joined by ' > '"),
		line())

	Paragraphs = core("paragraphs", "Paragraphs", "Running text.",
		num("paragraph", "number of the paragraph on the page").key(),
		num("section", "section it is in").ref("sections", "section"),
		str("text", "what a reader sees"),
		line())

	Items = core("items", "List items", "The entries of lists.",
		num("item", "number of the item on the page").key(),
		num("section", "section it is in").ref("sections", "section"),
		num("list", "number of the list on the page"),
		num("depth", "1 for the outermost level"),
		str("marker", "markup that made it an item"),
		str("text", "what a reader sees"),
		line())

	Infobox = core("infobox", "Infobox values", "One row per key of an infobox.",
		num("box", "number of the box on the page").key(),
		str("template", "template that makes the box").null(),
		str("group", "heading in the box that the key is below").null(),
		num("ordinal", "number of the key in the box").key(),
		str("key", "key as the page writes it"),
		str("label", "what the key means to a reader"),
		str("text", "value as a reader sees it"),
		valueType(), number(), decimal(), date(), dateStart(), dateEnd(), unitField(), line())

	Tables = core("tables", "Tables", "One row per table of a page.",
		num("table", "number of the table on the page").key(),
		num("section", "section it is in").ref("sections", "section"),
		num("parent", "table that holds it").null().ref("tables", "table"),
		str("caption", "caption").null(),
		str("role", "what the table is for: data, infobox, layout, legend, navigation, gallery or chart"),
		num("rows", "rows of the grid"),
		num("cols", "columns of the grid"),
		num("header_rows", "header rows at the top"),
		str("layout", "simple, blocks, rows (headers down the side) or empty"),
		line(),
		num("last_line", "last line in the source"))

	Columns = core("columns", "Columns", "One row per logical column of a table.",
		num("table", "number of the table on the page").key().ref("tables", "table"),
		num("col", "number of the logical column").key(),
		num("grid_col", "first column of the grid it is read from").null(),
		str("name", "name in the wide table"),
		str("header", "header as the page writes it, levels joined by ' > '"),
		valueType(), unitField(),
		num("nulls", "rows without a value"),
		num("values", "rows with one"))

	Cells = core("cells", "Cells", "One row per position of a table's grid that is not empty.",
		num("table", "number of the table on the page").key().ref("tables", "table"),
		num("row", "row of the grid").key(),
		num("col", "column of the grid").key(),
		num("origin_row", "row in which the cell is written"),
		num("origin_col", "column in which the cell is written"),
		str("header", "header of its column, levels joined by ' > '").null(),
		str("text", "what a reader sees"),
		str("link", "target of the first link").null(),
		str("note", "references, marks and hidden text").null(),
		valueType(), number(), decimal(), date(), dateStart(), dateEnd(), unitField(), line())

	Quantities = core("quantities", "Quantities", "Numbers, dates and durations inside texts.",
		num("quantity", "number of the quantity on the page").key(),
		str("where", "kind of text it is in: section, paragraph, item, infobox or cell"),
		num("ordinal", "number of that text: of the paragraph, item or section, or the row of this page in infobox or cells"),
		num("section", "section it is in").ref("sections", "section"),
		str("kind", "money, percent, points, count, measure, ordinal, duration, date, year, ratio or number"),
		float("value", "value with the scale word applied").null(),
		float("lower", "lower bound").null(),
		float("upper", "upper bound").null(),
		str("comparator", "<, <=, > or >=").null(),
		boolean("approx", "the text says about"),
		unitField(),
		str("unit_system", "UCUM or ISO 4217; null for the page's own word").null(),
		str("per", "unit a rate is over").null(),
		float("scale", "what the printed number was multiplied by").null(),
		date(), dateStart(), dateEnd(),
		str("raw", "the text itself"),
		num("start", "first code point in that text, from 0"),
		num("end", "code point after the last"),
		line())

	Changes = core("changes", "Changes", "Statements that something went from one value to another.",
		num("change", "number of the change on the page").key(),
		str("where", "kind of text it is in"),
		num("ordinal", "number of that text"),
		str("subject", "what changed").null(),
		float("from_value", "value before"),
		float("to_value", "value after"),
		unitField(),
		float("difference", "to_value - from_value"),
		float("growth_pct", "100 x difference / from_value, 4 decimals half up").null().unit("%"),
		line())

	Parameters = core("parameters", "Parameters", "One row per parameter of a template, apart from infoboxes and citations.",
		num("call", "number of the call on the page").key(),
		str("template", "template that is called"),
		num("parent", "number of the call that this one is inside").null(),
		num("section", "section it is in").ref("sections", "section"),
		num("ordinal", "place of the parameter in the call").key(),
		str("key", "name of the parameter as the page writes it, or its number"),
		str("text", "value as a reader sees it"),
		valueType(), number(), decimal(), date(), dateStart(), dateEnd(), unitField(), line())

	References = core("references", "References", "One row per source that the page cites, and per note.",
		num("reference", "number of the reference on the page, in the order in which they are cited").key(),
		str("name", "name by which the page cites it again").null(),
		str("template", "template that writes it").null(),
		str("title", "title of what is cited").null(),
		str("url", "address of what is cited").null(),
		str("author", "authors, separated by '; '").null(),
		str("work", "journal, book or website that it is in").null(),
		str("publisher", "publisher").null(),
		str("date", "when it was published, in EDTF (ISO 8601-2); as the page writes it where that is not a date").null(),
		str("access_date", "when it was read, as date is").null(),
		str("doi", "Digital Object Identifier").null(),
		str("isbn", "International Standard Book Number").null(),
		str("archive_url", "address of a copy in an archive").null(),
		str("text", "what a reader sees"),
		line())

	Citations = core("citations", "Citations", "Which text cites which reference.",
		num("reference", "number of the reference on the page").key().ref("references", "reference"),
		where().key(), ordinal().key(), tableOf(), rowOf(), colOf(), line())

	Links = core("links", "Links", "One row per link.",
		where(), ordinal(), tableOf(), rowOf(), colOf(),
		str("kind", "page, file, category, external or interwiki (another wiki, or the page in another language)"),
		str("target", "title of the page, file or category, or address"),
		str("fragment", "part of the page that the link leads to").null(),
		str("text", "text that is linked; the name where there is none"),
		line()).withoutKey()

	Collections = core("collections", "Collections", "Which tables of pages went into which collection, and how their columns were matched.",
		str("collection", "name of the collection: its rows are in collections/<name>").key(),
		num("table", "number of the table on the page").key().ref("tables", "table"),
		str("title", "caption of the table, or else the heading above it").null(),
		num("columns", "columns that it brings"),
		num("rows", "rows that it brings"),
		str("how", "same headers, or what its columns have in common with the others'"),
		line())

	Findings = core("findings", "Findings", "What is doubtful, was guessed or was left out.",
		num("finding", "number of the finding on the page").key(),
		str("severity", "error, warning or info"),
		str("code", "what it is; docs/findings.md explains each"),
		str("where", "kind of place"),
		num("table", "number of the table").null(),
		num("row", "row of the grid").null(),
		num("col", "column of the grid").null(),
		str("field", "column, key or check").null(),
		str("observed", "what the page says").null(),
		str("expected", "what it would have to say").null(),
		str("message", "a sentence"),
		num("line", "line in the source").null())
)

// Severities are those of findings, the worst first.
var Severities = []string{"error", "warning", "info"}

// CoreNames are the names of the core tables in the order in which they are
// written, CoreSchema their schemas.
var CoreNames = []string{"pages", "sections", "paragraphs", "items", "infobox", "tables",
	"columns", "cells", "quantities", "changes", "parameters", "references", "citations", "links", "collections", "findings"}

// CoreSchema returns the schema of a core table, nil for another name.
func CoreSchema(name string) *Schema { return coreSchemas[name] }

var coreSchemas = map[string]*Schema{"pages": Pages, "sections": Sections, "paragraphs": Paragraphs,
	"items": Items, "infobox": Infobox, "tables": Tables, "columns": Columns, "cells": Cells,
	"quantities": Quantities, "changes": Changes, "parameters": Parameters,
	"references": References, "citations": Citations, "links": Links, "collections": Collections, "findings": Findings}
