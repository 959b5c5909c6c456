// Command interop is the Go side of the interoperability cases: "serve SOCKET" answers the echo service of
// packages/grpc/src/testing/echo.ts, "drive SOCKET" calls one and prints a line for each case.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: interop serve|drive SOCKET")
		os.Exit(2)
	}
	var err error
	switch os.Args[1] {
	case "serve":
		err = serve(os.Args[2])
	case "drive":
		err = drive(os.Args[2])
	default:
		err = fmt.Errorf("no command %q", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
