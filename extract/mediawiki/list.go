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

// An item is a URL, or a title on the wiki of [Options.Wiki].
type item struct {
	url   *url.URL
	title string
}

// name returns the name of the item for messages.
func (i item) name() string {
	if i.url != nil {
		return i.url.String()
	}
	return i.title
}

// argument adds an argument: an item or a list.
func (s *Set) argument(arg string) error {
	if arg == "-" {
		if s.opt.Stdin == nil {
			return errors.New("-: there is no standard input")
		}
		return s.readList("standard input", s.opt.Stdin)
	}
	if s.wiki == nil || IsAddress(arg) {
		return s.add(arg)
	}
	if info, err := os.Stat(arg); err != nil || !info.Mode().IsRegular() {
		return s.add(arg)
	}
	f, err := os.Open(arg)
	if err != nil {
		return err
	}
	defer f.Close()
	return s.readList(arg, f)
}

// add adds an argument or a line of a list.
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
		return item{}, fmt.Errorf("%s: a title without a wiki: give the URL of the wiki with --wiki, or the URL of the page", text)
	}
	title := normal(strings.TrimPrefix(text, ":"))
	if err := faultOf(title); err != nil {
		return item{}, fmt.Errorf("%s: %w", text, err)
	}
	return item{title: title}, nil
}

// longestLine limits a line of a list, in bytes.
const longestLine = 16 << 10

// readList reads a list with one title or URL per line.
func (s *Set) readList(name string, r io.Reader) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		if err := s.add(lines.Text()); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w: write one title or URL per line", name, err)
	}
	return nil
}
