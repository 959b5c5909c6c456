package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"sync"

	"google.golang.org/grpc"
	runtime "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// The limit containerd sets.
const maxMessageBytes = 16 << 20

type server struct {
	runtime.UnimplementedRuntimeServiceServer
	mutex      sync.Mutex
	containers []*runtime.Container
	changing   int
	lists      int
}

func (s *server) Version(context.Context, *runtime.VersionRequest) (*runtime.VersionResponse, error) {
	return &runtime.VersionResponse{
		Version: "0.1.0", RuntimeName: "bench", RuntimeVersion: "1.0.0", RuntimeApiVersion: "v1",
	}, nil
}

// ListContainers answers with the list, in which `changing` containers, spread over it, are other ones than in the last answer.
func (s *server) ListContainers(context.Context, *runtime.ListContainersRequest) (*runtime.ListContainersResponse, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.lists++
	if s.changing > 0 {
		s.containers = append([]*runtime.Container(nil), s.containers...)
	}
	for change := range s.changing {
		number := (s.lists + change*len(s.containers)/s.changing) % len(s.containers)
		s.containers[number] = restarted(s.containers[number])
	}
	return &runtime.ListContainersResponse{Containers: s.containers}, nil
}

func (s *server) GetContainerEvents(_ *runtime.GetEventsRequest, stream grpc.ServerStreamingServer[runtime.ContainerEventResponse]) error {
	for number := range eventCount {
		if err := stream.Send(createEvent(number)); err != nil {
			return err
		}
	}
	return nil
}

// serve answers on a socket until standard input ends.
func serve(args []string) error {
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	socket := flags.String("socket", "", "path of the unix socket")
	count := flags.Int("containers", 0, "length of the list")
	changing := flags.Int("changing", 0, "containers that change between two lists")
	if err := flags.Parse(args); err != nil {
		return err
	}
	answers := &server{changing: *changing}
	for number := range *count {
		answers.containers = append(answers.containers, createContainer(number))
	}
	listener, err := net.Listen("unix", *socket)
	if err != nil {
		return err
	}
	engine := grpc.NewServer(grpc.MaxRecvMsgSize(maxMessageBytes), grpc.MaxSendMsgSize(maxMessageBytes))
	runtime.RegisterRuntimeServiceServer(engine, answers)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		engine.Stop()
	}()
	fmt.Println("ready grpc-go", grpc.Version)
	return engine.Serve(listener)
}
