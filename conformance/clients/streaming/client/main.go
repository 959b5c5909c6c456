// Command client is kubectl's library (k8s.io/client-go) at work: it runs sessions whose URLs it gets from a control server and prints what
// it saw of each as a line of JSON.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"crikit.invalid/conformance/streaming/control"

	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/portforward"
	"k8s.io/client-go/tools/remotecommand"
	"k8s.io/client-go/transport/spdy"
	"k8s.io/client-go/util/exec"
)

var (
	controlURL = flag.String("control", "", "URL of the control server")
	kind       = flag.String("kind", "exec", "exec, attach or portForward")
	transport  = flag.String("transport", "spdy", "spdy or websocket")
	command    = flag.String("cmd", "", "the command, words joined by spaces")
	stdinBytes = flag.Int64("stdin", -1, "bytes to send as stdin; -1 sends none and asks for no stdin")
	rate       = flag.Int64("rate", 0, "bytes of stdout read in a second; 0 is as fast as they come")
	isPattern  = flag.Bool("pattern", false, "check that stdout is the pattern")
	tty        = flag.Bool("tty", false, "ask for a terminal of 80 by 24")
	runs       = flag.Int("runs", 1, "sessions one after another")
	parallel   = flag.Int("parallel", 1, "how many do so at once")
	ports      = flag.String("ports", "", "LOCAL:REMOTE ports to forward, joined by commas")
)

// Result is what one session looked like from here.
type Result struct {
	Bytes       int64   `json:"bytes"`
	StderrBytes int64   `json:"stderrBytes"`
	Text        string  `json:"text"`
	ExitCode    int     `json:"exitCode"`
	Error       string  `json:"error"`
	PatternOk   bool    `json:"patternOk"`
	Ms          float64 `json:"ms"`
}

type sink struct {
	bytes     int64
	text      []byte
	rate      int64
	pattern   bool
	patternOk bool
	started   time.Time
}

func (s *sink) Write(chunk []byte) (int, error) {
	if s.pattern {
		for n, value := range chunk {
			offset := s.bytes + int64(n)
			if value != byte(offset*31+offset>>8) {
				s.patternOk = false
			}
		}
	}
	s.bytes += int64(len(chunk))
	if len(s.text) < 4096 {
		s.text = append(s.text, chunk[:min(len(chunk), 4096-len(s.text))]...)
	}
	if s.rate > 0 {
		due := time.Duration(float64(s.bytes) / float64(s.rate) * float64(time.Second))
		time.Sleep(due - time.Since(s.started))
	}
	return len(chunk), nil
}

type zeros struct{ left int64 }

func (z *zeros) Read(buffer []byte) (int, error) {
	if z.left == 0 {
		return 0, io.EOF
	}
	n := min(int64(len(buffer)), z.left)
	z.left -= n
	return int(n), nil
}

type oneSize struct{ given bool }

func (s *oneSize) Next() *remotecommand.TerminalSize {
	if s.given {
		return nil
	}
	s.given = true
	return &remotecommand.TerminalSize{Width: 80, Height: 24}
}

func executor(target *url.URL) (remotecommand.Executor, error) {
	config := &rest.Config{Host: target.Scheme + "://" + target.Host}
	if *transport == "websocket" {
		return remotecommand.NewWebSocketExecutor(config, "GET", target.String())
	}
	return remotecommand.NewSPDYExecutor(config, "POST", target)
}

func run() (Result, error) {
	text, err := control.Mint(*controlURL, control.Request{Kind: *kind, Cmd: strings.Fields(*command),
		Stdin: *stdinBytes >= 0, Stdout: true, Stderr: !*tty, TTY: *tty})
	if err != nil {
		return Result{}, err
	}
	target, err := url.Parse(text)
	if err != nil {
		return Result{}, err
	}
	stdout := &sink{rate: *rate, pattern: *isPattern, patternOk: true, started: time.Now()}
	stderr := &sink{}
	options := remotecommand.StreamOptions{Stdout: stdout, Tty: *tty}
	if !*tty {
		options.Stderr = stderr
	} else {
		options.TerminalSizeQueue = &oneSize{}
	}
	if *stdinBytes >= 0 {
		options.Stdin = &zeros{left: *stdinBytes}
	}
	session, err := executor(target)
	if err != nil {
		return Result{}, err
	}
	started := time.Now()
	err = session.StreamWithContext(context.Background(), options)
	result := Result{Bytes: stdout.bytes, StderrBytes: stderr.bytes, Text: string(stdout.text), PatternOk: stdout.patternOk,
		Ms: float64(time.Since(started).Microseconds()) / 1000}
	var exit exec.CodeExitError
	if errors.As(err, &exit) {
		result.ExitCode = exit.Code
	} else if err != nil {
		result.Error = err.Error()
	}
	return result, nil
}

func forward() error {
	text, err := control.Mint(*controlURL, control.Request{Kind: "portForward"})
	if err != nil {
		return err
	}
	target, err := url.Parse(text)
	if err != nil {
		return err
	}
	config := &rest.Config{Host: target.Scheme + "://" + target.Host}
	roundTripper, upgrader, err := spdy.RoundTripperFor(config)
	if err != nil {
		return err
	}
	dialer := spdy.NewDialer(upgrader, &http.Client{Transport: roundTripper}, http.MethodPost, target)
	if *transport == "websocket" {
		if dialer, err = portforward.NewSPDYOverWebsocketDialer(target, config); err != nil {
			return err
		}
	}
	stop, ready := make(chan struct{}), make(chan struct{})
	forwarder, err := portforward.NewOnAddresses(dialer, []string{"127.0.0.1"}, strings.Split(*ports, ","), stop, ready, io.Discard, os.Stderr)
	if err != nil {
		return err
	}
	go func() {
		<-ready
		forwarded, err := forwarder.GetPorts()
		if err != nil {
			log.Fatal(err)
		}
		for _, port := range forwarded {
			fmt.Printf("%d:%d\n", port.Local, port.Remote)
		}
		fmt.Println("ready")
		io.Copy(io.Discard, os.Stdin)
		close(stop)
	}()
	return forwarder.ForwardPorts()
}

func main() {
	flag.Parse()
	if *kind == "portForward" {
		if err := forward(); err != nil {
			log.Fatal(err)
		}
		return
	}
	var group sync.WaitGroup
	var lock sync.Mutex
	encoder := json.NewEncoder(os.Stdout)
	for range *parallel {
		group.Go(func() {
			for range *runs {
				result, err := run()
				if err != nil {
					result.Error = err.Error()
				}
				lock.Lock()
				encoder.Encode(result)
				lock.Unlock()
			}
		})
	}
	group.Wait()
}
