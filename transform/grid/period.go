package grid

// period finds the shortest sequence of two or more headers of which the header
// row is a repetition: A B C A B C.
func (rd *reader) period(leaf int, cols []int) []int {
	for p := 2; p*2 <= len(cols); p++ {
		if len(cols)%p == 0 && rd.hasPeriod(leaf, cols, p) {
			starts := make([]int, 0, len(cols)/p)
			for i := 0; i < len(cols); i += p {
				starts = append(starts, i)
			}
			return starts
		}
	}
	return nil
}

func (rd *reader) hasPeriod(leaf int, cols []int, p int) bool {
	for i := p; i < len(cols); i++ {
		if rd.At(leaf, cols[i]).Plain != rd.At(leaf, cols[i-p]).Plain {
			return false
		}
	}
	// One cell over several columns is not a repetition, nor is one header for all.
	varied := false
	for i := range p {
		a, b := rd.At(leaf, cols[i]), rd.At(leaf, cols[i+p])
		if a.same(b) {
			return false
		}
		varied = varied || a.Plain != rd.At(leaf, cols[0]).Plain
	}
	return varied && rd.At(leaf, cols[0]).Plain != ""
}

// recurrence splits the header row where its first text comes again, if what
// follows it is the same each time but for columns without a header at the end.
func (rd *reader) recurrence(leaf int, cols []int) []int {
	starts := rd.firstAgain(leaf, cols)
	if len(starts) < 2 {
		return nil
	}
	runs := make([][]int, len(starts))
	for i := range starts {
		runs[i] = part(cols, starts, i)
		for n := len(runs[i]); n > 0 && rd.At(leaf, runs[i][n-1]).Empty(); n-- {
			runs[i] = runs[i][:n-1]
		}
		if len(runs[i]) < 2 || !rd.sameTexts(leaf, runs[0], runs[i]) {
			return nil
		}
	}
	return starts
}

// firstAgain returns the indexes of the cells that show what the first one shows.
func (rd *reader) firstAgain(leaf int, cols []int) []int {
	var starts []int
	for i, c := range cols {
		if rd.At(leaf, c).Plain == rd.At(leaf, cols[0]).Plain && (i == 0 || !rd.At(leaf, c).same(rd.At(leaf, cols[i-1]))) {
			starts = append(starts, i)
		}
	}
	return starts
}

func (rd *reader) sameTexts(row int, a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if rd.At(row, a[i]).Plain != rd.At(row, b[i]).Plain {
			return false
		}
	}
	return true
}
