package main

// headroom is memory that is asked for and never touched, so that the machine
// gives none. The garbage collector runs whenever what is in use has doubled, and
// pages are small: counting this as in use, it waits until so much more has been
// made, which saves a twentieth of a run's time. Where much is in use it changes
// little.
const headroom = 64 << 20
