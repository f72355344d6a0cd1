package mediawiki

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"
)

// An item is one thing asked for: an address, or a title on the wiki of
// [Options.Wiki].
type item struct {
	url   *url.URL
	title string
}

// name is what people know the item by.
func (i item) name() string {
	if i.url != nil {
		return i.url.String()
	}
	return i.title
}

// readItem reads an argument or a line of a list.
func (s *Set) readItem(text string) (item, error) {
	if IsAddress(text) {
		u, user, err := parseAddress(text)
		if err != nil {
			return item{}, err
		}
		if user != nil {
			s.users[origin(u)] = user
		}
		return item{url: u}, nil
	}
	if s.wiki == nil {
		return item{}, fmt.Errorf("%s: a title without a wiki: give --wiki with its address, or the page's whole address", text)
	}
	title := normal(text)
	if err := faultOf(title); err != nil {
		return item{}, fmt.Errorf("%s: %w", text, err)
	}
	return item{title: title}, nil
}

// longestLine is that of a line in a list, in bytes.
const longestLine = 16 << 10

// readList reads a list: a title or an address a line. Empty lines and those that
// begin with # are passed over: no title can begin with one.
func (s *Set) readList(name string) error {
	var r io.Reader = s.opt.Stdin
	shown := "standard input"
	if name != "-" {
		shown = name
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		r = f
	}
	if r == nil {
		return errors.New("-: there is no standard input")
	}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		text := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
		if text == "" || text[0] == '#' {
			continue
		}
		it, err := s.readItem(text)
		if err != nil {
			return fmt.Errorf("%s:%d: %w", shown, n, err)
		}
		s.items = append(s.items, it)
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w: it should have a title or an address a line", shown, err)
	}
	return nil
}
