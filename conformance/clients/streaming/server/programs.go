package main

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"

	"k8s.io/cri-streaming/pkg/streaming/remotecommand"
	"k8s.io/utils/exec"
)

// programs answers exec with a few commands, attach with an echo of stdin, and port-forward with a connection to the loopback interface.
type programs struct{}

func number(args []string, n int) int {
	value, err := strconv.Atoi(args[n])
	if err != nil {
		panic(err)
	}
	return value
}

func exit(code int) error {
	if code == 0 {
		return nil
	}
	return exec.CodeExitError{Err: fmt.Errorf("exit status %d", code), Code: code}
}

func (programs) Exec(ctx context.Context, containerID string, cmd []string, in io.Reader, out, errOut io.WriteCloser, tty bool, resize <-chan remotecommand.TerminalSize) error {
	switch cmd[0] {
	case "echo":
		_, err := fmt.Fprintln(out, strings.Join(cmd[1:], " "))
		return err
	case "warn":
		_, err := fmt.Fprintln(errOut, strings.Join(cmd[1:], " "))
		return err
	case "exit":
		return exit(number(cmd, 1))
	case "cat":
		_, err := io.Copy(out, in)
		return err
	case "count":
		return count(in, out)
	case "gen":
		return generate(out, number(cmd, 1), number(cmd, 2))
	case "pattern":
		return pattern(out, number(cmd, 1), number(cmd, 2))
	case "lines":
		return lines(out, number(cmd, 1), number(cmd, 2))
	case "docker":
		return docker(out, cmd)
	case "sizes":
		return sizes(out, resize, number(cmd, 1))
	case "sleep":
		time.Sleep(time.Duration(number(cmd, 1)) * time.Millisecond)
		return nil
	}
	return fmt.Errorf("exec: %q: executable file not found in $PATH", cmd[0])
}

func count(in io.Reader, out io.Writer) error {
	buffer := make([]byte, 32*1024)
	total := 0
	for {
		n, err := in.Read(buffer)
		total += n
		if err != nil {
			break
		}
	}
	_, err := fmt.Fprintln(out, total)
	return err
}

func generate(out io.Writer, total, piece int) error {
	buffer := make([]byte, piece)
	for total > 0 {
		n, err := out.Write(buffer[:min(piece, total)])
		if err != nil {
			return err
		}
		total -= n
	}
	return nil
}

func pattern(out io.Writer, total, piece int) error {
	buffer := make([]byte, piece)
	for at := 0; at < total; at += piece {
		length := min(piece, total-at)
		for n := range length {
			offset := at + n
			buffer[n] = byte(offset*31 + offset>>8)
		}
		if _, err := out.Write(buffer[:length]); err != nil {
			return err
		}
	}
	return nil
}

func lines(out io.Writer, count, code int) error {
	buffered := bufio.NewWriterSize(out, 16*1024)
	for n := range count {
		if _, err := fmt.Fprintf(buffered, "line %d\n", n); err != nil {
			return err
		}
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	return exit(code)
}

func sizes(out io.Writer, resize <-chan remotecommand.TerminalSize, count int) error {
	for size := range resize {
		fmt.Fprintf(out, "%dx%d\n", size.Width, size.Height)
		if count--; count == 0 {
			break
		}
	}
	return nil
}

// docker copies a hijacked stream as cri-dockerd does: with a terminal as it comes, else demultiplexed through one growing buffer.
func docker(out io.Writer, cmd []string) error {
	conn, err := net.Dial("unix", cmd[4])
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := fmt.Fprintf(conn, "%s %s %s\n", cmd[1], cmd[2], cmd[3]); err != nil {
		return err
	}
	if cmd[1] == "raw" {
		_, err = io.Copy(out, conn)
		return err
	}
	return demultiplex(out, conn)
}

func demultiplex(out io.Writer, in io.Reader) error {
	buffer := make([]byte, 32*1024+8)
	filled := 0
	for {
		for filled < 8 {
			n, err := in.Read(buffer[filled:])
			filled += n
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return err
			}
		}
		size := int(binary.BigEndian.Uint32(buffer[4:8]))
		if size+8 > len(buffer) {
			buffer = append(buffer, make([]byte, size+8-len(buffer)+1)...)
		}
		for filled < size+8 {
			n, err := in.Read(buffer[filled:])
			filled += n
			if err != nil {
				return err
			}
		}
		if _, err := out.Write(buffer[8 : size+8]); err != nil {
			return err
		}
		copy(buffer, buffer[size+8:filled])
		filled -= size + 8
	}
}

func (programs) Attach(ctx context.Context, containerID string, in io.Reader, out, errOut io.WriteCloser, tty bool, resize <-chan remotecommand.TerminalSize) error {
	_, err := io.Copy(out, in)
	return err
}

func (programs) PortForward(ctx context.Context, podSandboxID string, port int32, stream io.ReadWriteCloser) error {
	conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	defer conn.Close()
	go func() {
		io.Copy(conn, stream)
		conn.(*net.TCPConn).CloseWrite()
	}()
	_, err = io.Copy(stream, conn)
	return err
}
