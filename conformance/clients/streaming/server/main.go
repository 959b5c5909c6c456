// Command server is Kubernetes' own streaming server (k8s.io/cri-streaming) over programs instead of containers. It prints the URL of its
// control server (see package control) and then serves until its stdin ends.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"

	"crikit.invalid/conformance/streaming/control"

	runtimeapi "k8s.io/cri-api/pkg/apis/runtime/v1"
	"k8s.io/cri-streaming/pkg/streaming"
)

type minted interface{ GetUrl() string }

func mint(server streaming.Server, request control.Request) (minted, error) {
	switch request.Kind {
	case "exec":
		return server.GetExec(&runtimeapi.ExecRequest{ContainerId: "c1", Cmd: request.Cmd, Tty: request.TTY,
			Stdin: request.Stdin, Stdout: request.Stdout, Stderr: request.Stderr})
	case "attach":
		return server.GetAttach(&runtimeapi.AttachRequest{ContainerId: "c1", Tty: request.TTY,
			Stdin: request.Stdin, Stdout: request.Stdout, Stderr: request.Stderr})
	case "portForward":
		return server.GetPortForward(&runtimeapi.PortForwardRequest{PodSandboxId: "p1"})
	}
	return nil, fmt.Errorf("unknown kind %q", request.Kind)
}

func freeAddress() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

func main() {
	config := streaming.DefaultConfig
	config.Addr = freeAddress()
	server, err := streaming.NewServer(config, programs{})
	if err != nil {
		log.Fatal(err)
	}
	go func() {
		if err := server.Start(true); err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var request control.Request
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		response, err := mint(server, request)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		fmt.Fprintln(w, response.GetUrl())
	}))
	fmt.Printf("http://%s/\n", listener.Addr())
	io.Copy(io.Discard, os.Stdin)
}
