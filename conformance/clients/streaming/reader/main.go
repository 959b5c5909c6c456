// Command reader is the fastest client there can be: it opens sessions by hand and then only counts the payload bytes that arrive, so that what
// it measures is the server. With -idle it opens many and holds them until its stdin ends.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"crikit.invalid/conformance/streaming/control"

	"github.com/moby/spdystream/spdy"
)

var (
	controlURL = flag.String("control", "", "URL of the control server")
	transport  = flag.String("transport", "spdy", "spdy, websocket or tcp")
	command    = flag.String("cmd", "", "the command, words joined by spaces; for tcp the address to read from")
	total      = flag.Int64("total", 0, "payload bytes of stdout to wait for")
	idle       = flag.Int("idle", 0, "sessions to open and hold")
)

func upgrade(request control.Request, headers string) (net.Conn, error) {
	text, err := control.Mint(*controlURL, request)
	if err != nil {
		return nil, err
	}
	target, err := url.Parse(text)
	if err != nil {
		return nil, err
	}
	conn, err := net.Dial("tcp", target.Host)
	if err != nil {
		return nil, err
	}
	method := "POST"
	if *transport == "websocket" {
		method = "GET"
	}
	fmt.Fprintf(conn, "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\n%s\r\n", method, target.RequestURI(), target.Host, headers)
	return conn, nil
}

// readHead reads the answer byte by byte, so that nothing of what follows is swallowed.
func readHead(conn net.Conn) error {
	var head []byte
	one := make([]byte, 1)
	for !bytes.HasSuffix(head, []byte("\r\n\r\n")) {
		if _, err := conn.Read(one); err != nil {
			return err
		}
		head = append(head, one[0])
	}
	response, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(head)), nil)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusSwitchingProtocols {
		return fmt.Errorf("status %s", response.Status)
	}
	return nil
}

func openSpdy(request control.Request) (net.Conn, error) {
	conn, err := upgrade(request, "Upgrade: SPDY/3.1\r\nX-Stream-Protocol-Version: v4.channel.k8s.io\r\nContent-Length: 0\r\n")
	if err != nil {
		return nil, err
	}
	if err := readHead(conn); err != nil {
		return nil, err
	}
	framer, err := spdy.NewFramer(conn, conn)
	if err != nil {
		return nil, err
	}
	types := []string{"error", "stdout"}
	if request.Stdin {
		types = append(types, "stdin")
	}
	for n, name := range types {
		frame := &spdy.SynStreamFrame{StreamId: spdy.StreamId(2*n + 1), Headers: http.Header{"Streamtype": []string{name}}}
		if err := framer.WriteFrame(frame); err != nil {
			return nil, err
		}
	}
	return conn, nil
}

// countSpdy counts DATA of stream 3, stdout, until there is enough.
func countSpdy(conn net.Conn) (int64, error) {
	buffer := make([]byte, 1<<20)
	var header [8]byte
	filled, remaining, counts, seen := 0, 0, false, int64(0)
	for seen < *total {
		n, err := conn.Read(buffer)
		if err != nil {
			return seen, err
		}
		for at := 0; at < n; {
			if remaining > 0 {
				take := min(remaining, n-at)
				if counts {
					seen += int64(take)
				}
				remaining -= take
				at += take
				continue
			}
			take := min(8-filled, n-at)
			copy(header[filled:], buffer[at:at+take])
			filled += take
			at += take
			if filled == 8 {
				filled = 0
				remaining = int(binary.BigEndian.Uint32(header[4:]) & 0xffffff)
				counts = binary.BigEndian.Uint32(header[:]) == 3
			}
		}
	}
	return seen, nil
}

func openWebSocket(request control.Request) (net.Conn, error) {
	conn, err := upgrade(request, "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://localhost\r\nSec-WebSocket-Protocol: v4.channel.k8s.io\r\n")
	if err != nil {
		return nil, err
	}
	return conn, readHead(conn)
}

// countWebSocket counts what is in messages, less one channel byte each, until there is enough.
func countWebSocket(conn net.Conn) (int64, error) {
	buffer := make([]byte, 1<<20)
	var header [10]byte
	filled, need, seen := 0, 2, int64(0)
	var remaining int64
	for seen < *total {
		n, err := conn.Read(buffer)
		if err != nil {
			return seen, err
		}
		for at := 0; at < n; {
			if remaining > 0 {
				take := min(remaining, int64(n-at))
				seen += take
				remaining -= take
				at += int(take)
				continue
			}
			take := min(need-filled, n-at)
			copy(header[filled:], buffer[at:at+take])
			filled += take
			at += take
			if filled < need {
				continue
			}
			if need == 2 && header[1] >= 126 {
				need = map[byte]int{126: 4, 127: 10}[header[1]]
				continue
			}
			switch need {
			case 2:
				remaining = int64(header[1])
			case 4:
				remaining = int64(binary.BigEndian.Uint16(header[2:]))
			case 10:
				remaining = int64(binary.BigEndian.Uint64(header[2:]))
			}
			filled, need = 0, 2
			seen--
		}
	}
	return seen, nil
}

func open(request control.Request) (net.Conn, error) {
	switch *transport {
	case "websocket":
		return openWebSocket(request)
	case "tcp":
		return net.Dial("tcp", *command)
	}
	return openSpdy(request)
}

func countBytes(conn net.Conn) (int64, error) {
	switch *transport {
	case "websocket":
		return countWebSocket(conn)
	case "tcp":
		buffer := make([]byte, 1<<20)
		seen := int64(0)
		for seen < *total {
			n, err := conn.Read(buffer)
			seen += int64(n)
			if err != nil {
				return seen, err
			}
		}
		return seen, nil
	}
	return countSpdy(conn)
}

func holdIdle() {
	conns := make([]net.Conn, 0, *idle)
	for range *idle {
		conn, err := open(control.Request{Kind: "exec", Cmd: strings.Fields(*command), Stdin: true, Stdout: true})
		if err != nil {
			log.Fatal(err)
		}
		conns = append(conns, conn)
	}
	fmt.Println("ready")
	io.Copy(io.Discard, os.Stdin)
	for _, conn := range conns {
		conn.Close()
	}
}

func main() {
	flag.Parse()
	if *idle > 0 {
		holdIdle()
		return
	}
	started := time.Now()
	conn, err := open(control.Request{Kind: "exec", Cmd: strings.Fields(*command), Stdout: true})
	if err != nil {
		log.Fatal(err)
	}
	defer conn.Close()
	seen, err := countBytes(conn)
	if err != nil {
		log.Fatalf("after %d bytes: %v", seen, err)
	}
	json.NewEncoder(os.Stdout).Encode(map[string]any{"bytes": seen, "ms": float64(time.Since(started).Microseconds()) / 1000})
}
