package mediawiki

import (
	"errors"
	"net/http"
	"testing"
	"time"
)

func TestPause(t *testing.T) {
	header := func(pairs ...string) *answer {
		h := http.Header{}
		for i := 0; i < len(pairs); i += 2 {
			h.Set(pairs[i], pairs[i+1])
		}
		return &answer{header: h}
	}
	const date = "Sat, 01 Mar 2025 12:00:00 GMT"
	for _, c := range []struct {
		name        string
		try         int
		a           *answer
		least, most time.Duration
	}{
		{"first", 1, nil, 500 * time.Millisecond, time.Second},
		{"third", 3, header(), 2 * time.Second, 4 * time.Second},
		{"never too long", 60, header(), 30 * time.Second, time.Minute},
		{"seconds asked for", 1, header("Retry-After", "120"), 2 * time.Minute, 2 * time.Minute},
		{"a date", 1, header("Date", date, "Retry-After", "Sat, 01 Mar 2025 12:00:30 GMT"), 30 * time.Second, 30 * time.Second},
		{"a date that is over", 1, header("Date", date, "Retry-After", "Sat, 01 Mar 2025 11:00:00 GMT"), 0, 0},
		{"a date without another", 1, header("Retry-After", date), 500 * time.Millisecond, time.Second},
		{"nonsense", 1, header("Retry-After", "soon"), 500 * time.Millisecond, time.Second},
		{"a negative number", 1, header("Retry-After", "-5"), 500 * time.Millisecond, time.Second},
		{"a number beyond all", 1, header("Retry-After", "99999999999999999999"), 500 * time.Millisecond, time.Second},
	} {
		for range 20 {
			got, err := pause(c.try, c.a, errors.New("why"))
			if err != nil || got < c.least || got > c.most {
				t.Errorf("%s: %s, %v, want %s to %s", c.name, got, err, c.least, c.most)
			}
		}
	}
	if _, err := pause(1, header("Retry-After", "301"), errors.New("why")); err == nil {
		t.Error("waits longer than five minutes")
	}
}
