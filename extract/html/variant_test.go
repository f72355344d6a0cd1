package html

import "testing"

func TestVariantText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`{"twoway":[{"l":"zh-hans","t":"分形"},{"l":"zh-hant","t":"碎形"}]}`, "分形"},
		{`{"add":true,"twoway":[{"l":"sr-ec","t":"а"},{"l":"sr-el","t":"a"}]}`, "а"},
		{`{"oneway":[{"f":"x","l":"zh-cn","t":"y"}]}`, "y"},
		{`{"disabled":{"t":"x <b>y</b> &amp; z"}}`, "x y &amp; z"},
		{`{"filter":{"l":["zh-cn"],"t":"x"}}`, "x"},
		{`{"twoway":[]}`, ""},
		{`{"disabled":{"t":"<i>open <b"}}`, "open "},
		{`{"twoway":`, ""},
		{`[]`, ""},
		{"", ""},
	} {
		if got := variantText(c.in); got != c.want {
			t.Errorf("%s is %q, want %q", c.in, got, c.want)
		}
	}
}
