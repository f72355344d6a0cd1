package wikitext

import "unsafe"

// offsetIn is where part begins in whole, whose memory it shares; -1 if it does
// not.
func offsetIn(whole, part string) int {
	w := uintptr(unsafe.Pointer(unsafe.StringData(whole)))
	p := uintptr(unsafe.Pointer(unsafe.StringData(part)))
	if p < w || p > w+uintptr(len(whole)) {
		return -1
	}
	return int(p - w)
}
