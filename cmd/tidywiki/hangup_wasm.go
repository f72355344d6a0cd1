package main

import "os"

// hangup is nil: WebAssembly has no such signal.
var hangup os.Signal
