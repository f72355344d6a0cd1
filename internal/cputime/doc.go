// Package cputime measures benchmarks by the time that processors worked, which
// other programs on the machine change less than the clock.
//
//	began := cputime.Used()
//	work()
//	if used := cputime.Used() - began; used > 0 {
//		b.ReportMetric(megabytes/used.Seconds(), "cpu-MB/s")
//	}
package cputime
