// Package substring finds where in a page a part of it is, by its memory.
//
//	page := "ab ab"
//	Offset(page, page[3:])               3
//	Offset(page, strings.Clone("ab"))   -1
package substring

import "unsafe"

// Offset returns where part begins in whole if it is a slice of whole, and else -1. part
// must not be empty.
func Offset(whole, part string) int {
	w := uintptr(unsafe.Pointer(unsafe.StringData(whole)))
	p := uintptr(unsafe.Pointer(unsafe.StringData(part)))
	if p < w || p+uintptr(len(part)) > w+uintptr(len(whole)) {
		return -1
	}
	return int(p - w)
}
