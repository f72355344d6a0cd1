package extract_test

import "testing"

func TestPlainTable(t *testing.T) {
	plainCheck(t, []plainParse{
		{"rows", "| a | b |\n| c | |", `
   1   table to 2 flat
   1     row ⟨a⟩ ⟨b⟩
   2     row ⟨c⟩ ⟨⟩`},
		{"ragged rows stay so", "| a | b |\n| c |\n| d | e | f |", `
   1   table to 3 flat
   1     row ⟨a⟩ ⟨b⟩
   2     row ⟨c⟩
   3     row ⟨d⟩ ⟨e⟩ ⟨f⟩`},
		{"one cell", "| a |", `
   1   table to 1 flat
   1     row ⟨a⟩`},
		{"no spaces", "|a|b|\n|c||", `
   1   table to 2 flat
   1     row ⟨a⟩ ⟨b⟩
   2     row ⟨c⟩ ⟨⟩`},
		{"last pipe missing", "| a | b\n| c | d |\n| e", `
   1   table to 3 flat
   1     row ⟨a⟩ ⟨b⟩
   2     row ⟨c⟩ ⟨d⟩
   3     row ⟨e⟩`},
		{"last pipe missing in a row alone", "| a | b", `
   1   table to 1 flat
   1     row ⟨a⟩ ⟨b⟩`},
		{"last pipe missing before a row", "| a\n| b |", `
   1   table to 2 flat
   1     row ⟨a⟩
   2     row ⟨b⟩`},
		{"first pipe missing below a row", "| a | b |\nc | d |\n", `
   1   table to 2 flat
   1     row ⟨a⟩ ⟨b⟩
   2     row ⟨c⟩ ⟨d⟩`},
		{"double pipes are empty cells", "| a || b |\n|| c |", `
   1   table to 2 flat
   1     row ⟨a⟩ ⟨⟩ ⟨b⟩
   2     row ⟨⟩ ⟨c⟩`},
		{"an empty row within", "| a |\n| |\n||\n| b |", `
   1   table to 4 flat
   1     row ⟨a⟩
   2     row ⟨⟩
   3     row ⟨⟩
   4     row ⟨b⟩`},
		{"an empty row first", "| | |\n| b | c |", `
   1   table to 2 flat
   1     row ⟨⟩ ⟨⟩
   2     row ⟨b⟩ ⟨c⟩`},
		{"escaped pipes", `| a \| b | \| |` + "\n" + `| c \|`, `
   1   table to 2 flat
   1     row ⟨a | b⟩ ⟨|⟩
   2     row ⟨c |⟩`},
		{"white space", "  | a\u00a0 b |\tc\u3000| ", `
   1   table to 1 flat
   1     row ⟨a b⟩ ⟨c⟩`},
		{"a blank line ends it", "| a |\n\n| b |", `
   1   table to 1 flat
   1     row ⟨a⟩
   3   table to 3 flat
   3     row ⟨b⟩`},
		{"text around it", "before\n| a |\nafter", `
   1   paragraph ⟨before⟩
   2   table to 2 flat
   2     row ⟨a⟩
   3   paragraph ⟨after⟩`},
		{"cells of a list", "- a\n| b |\n- c", `
   1   list
   1     1 - ⟨a⟩
   2   table to 2 flat
   2     row ⟨b⟩
   3   list
   3     1 - ⟨c⟩`},
	})
}

func TestPlainSeparator(t *testing.T) {
	plainCheck(t, []plainParse{
		{"makes headers", "| a | b |\n|---|:--|\n| c | d |", `
   1   table to 3 flat
   1     row !⟨a⟩ !⟨b⟩
   3     row ⟨c⟩ ⟨d⟩`},
		{"with spaces and colons", "| a | b |\n| :-: | - |\n| c | d |", `
   1   table to 3 flat
   1     row !⟨a⟩ !⟨b⟩
   3     row ⟨c⟩ ⟨d⟩`},
		{"without outer pipes", "| a | b |\n--- | ---\n| c | d |", `
   1   table to 3 flat
   1     row !⟨a⟩ !⟨b⟩
   3     row ⟨c⟩ ⟨d⟩`},
		{"rows without outer pipes", "a | b\n:-- | --:\nc | d\ne |\n| f | g |\nprose", `
   1   table to 5 flat
   1     row !⟨a⟩ !⟨b⟩
   3     row ⟨c⟩ ⟨d⟩
   4     row ⟨e⟩
   5     row ⟨f⟩ ⟨g⟩
   6   paragraph ⟨prose⟩`},
		{"below a title and a header", "| T | |\n| a | b |\n|---|---|\n| c | d |", `
   1   table to 4 flat
   1     row ⟨T⟩ ⟨⟩
   2     row !⟨a⟩ !⟨b⟩
   4     row ⟨c⟩ ⟨d⟩`},
		{"of each block", "| a |\n|---|\n| c |\n| b |\n|---|\n| d |", `
   1   table to 6 flat
   1     row !⟨a⟩
   3     row ⟨c⟩
   4     row !⟨b⟩
   6     row ⟨d⟩`},
		{"above the first row", "|---|---|\n| a | b |", `
   1   table to 2 flat
   2     row ⟨a⟩ ⟨b⟩`},
		{"below the last row", "| a | b |\n|---|---|", `
   1   table to 2 flat
   1     row !⟨a⟩ !⟨b⟩`},
		{"tight and short", "|a|b|\n|-|-|\n|c|d|", `
   1   table to 3 flat
   1     row !⟨a⟩ !⟨b⟩
   3     row ⟨c⟩ ⟨d⟩`},
	})
}

func TestPlainSeparatorIsNot(t *testing.T) {
	plainCheck(t, []plainParse{
		{"a row of missing values", "| a | b |\n| - | - |\n| — | — |", `
   1   table to 3 flat
   1     row ⟨a⟩ ⟨b⟩
   2     row ⟨-⟩ ⟨-⟩
   3     row ⟨—⟩ ⟨—⟩`},
		{"a row with a dash and a value", "| a | b |\n| --- | 5 |", `
   1   table to 2 flat
   1     row ⟨a⟩ ⟨b⟩
   2     row ⟨---⟩ ⟨5⟩`},
		{"below prose of fewer columns", "this or that\n--- | ---", `
   1   paragraph ⟨this or that⟩
   2   list
   2     3 --- ⟨| ---⟩`},
		{"a rule", "text\n----\nmore\n---", `
   1   paragraph ⟨text⟩
   3   paragraph ⟨more⟩`},
	})
}

func TestPlainTableIsNot(t *testing.T) {
	plainCheck(t, []plainParse{
		{"a pipe in a sentence", "Choose a | b or c.\nA | alone.", `
   1   paragraph ⟨Choose a | b or c. A | alone.⟩`},
		{"a line that wraps at a pipe", "red\n| green", `
   1   paragraph ⟨red | green⟩`},
		{"a pipe alone", "|\n||\n| |", `
   1   paragraph ⟨| || | |⟩`},
		{"code", "if (a\n|| b\n|| c) { d || e }\n|> f", `
   1   paragraph ⟨if (a || b || c) { d || e } |> f⟩`},
		{"absolute values", "|x| is the absolute value of x, |x - y| a distance.", `
   1   paragraph ⟨|x| is the absolute value of x, |x - y| a distance.⟩`},
		{"a state", "|ψ⟩ = a|0⟩ + b|1⟩", `
   1   paragraph ⟨|ψ⟩ = a|0⟩ + b|1⟩⟩`},
		{"an item", "- a | b |", `
   1   list
   1     1 - ⟨a | b |⟩`},
		{"a heading", "== a | b ==\n", `
   1 section 1 level 2 in 0 ⟨a | b⟩`},
		{"prose that ends with a pipe", "a | b |\nc", `
   1   paragraph ⟨a | b | c⟩`},
	})
}
