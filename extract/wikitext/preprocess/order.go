package preprocess

import "slices"

// ordered sorts nodes by where they begin and tells each where the next one after
// it is. Nodes come from the scanner in the order of their ends.
func ordered(nodes []node) []node {
	slices.SortFunc(nodes, func(a, b node) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return b.end - a.end
	})
	// Going backwards, a node's successor is found by leaping over what is inside.
	for i := len(nodes) - 1; i >= 0; i-- {
		j := i + 1
		for j < len(nodes) && nodes[j].start < nodes[i].end {
			j = nodes[j].next
		}
		nodes[i].next = j
	}
	return nodes
}
