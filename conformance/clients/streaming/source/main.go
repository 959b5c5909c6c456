// Command source is a Docker engine reduced to a hijacked stream: on its unix socket a client sends a line "KIND TOTAL PIECE" and gets TOTAL
// bytes in pieces of PIECE, bare for KIND raw, each behind Docker's eight-byte header for KIND mux. As "source tcp" it sends zeros without end to
// whoever connects to the port that it prints: what TCP can do here.
package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"net"
	"os"
)

func serve(conn net.Conn) {
	defer conn.Close()
	line, err := bufio.NewReader(conn).ReadString('\n')
	if err != nil {
		return
	}
	var kind string
	var total, piece int
	if _, err := fmt.Sscanf(line, "%s %d %d", &kind, &total, &piece); err != nil {
		return
	}
	header := 0
	if kind == "mux" {
		header = 8
	}
	frame := make([]byte, header+piece)
	for total > 0 {
		length := min(piece, total)
		if header > 0 {
			frame[0] = 1
			binary.BigEndian.PutUint32(frame[4:], uint32(length))
		}
		if _, err := conn.Write(frame[:header+length]); err != nil {
			return
		}
		total -= length
	}
}

func flood(conn net.Conn) {
	defer conn.Close()
	zeros := make([]byte, 32*1024)
	for {
		if _, err := conn.Write(zeros); err != nil {
			return
		}
	}
}

func serveAll(listener net.Listener, serve func(net.Conn)) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			log.Fatal(err)
		}
		go serve(conn)
	}
}

func main() {
	// It lives as long as whoever started it.
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	if os.Args[1] == "tcp" {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(listener.Addr())
		serveAll(listener, flood)
	}
	listener, err := net.Listen("unix", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("listening")
	serveAll(listener, serve)
}
