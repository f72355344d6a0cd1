package mediawiki

import (
	"bufio"
	"errors"
	"fmt"
	"net/url"
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

// add reads an argument or a line of a list.
func (s *Set) add(text string) error {
	text = strings.TrimSpace(strings.TrimPrefix(text, "\uFEFF"))
	if text == "" || text[0] == '#' {
		return nil
	}
	it, err := s.readItem(text)
	if err == nil {
		s.items = append(s.items, it)
	}
	return err
}

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

// readList reads standard input: a title or an address a line.
func (s *Set) readList(string) error {
	if s.opt.Stdin == nil {
		return errors.New("-: there is no standard input")
	}
	lines := bufio.NewScanner(s.opt.Stdin)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		if err := s.add(lines.Text()); err != nil {
			return fmt.Errorf("standard input:%d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("standard input: %w: it should have a title or an address a line", err)
	}
	return nil
}
