package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/proto"
	runtime "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// The deadline of the kubelet's calls, which has to be sent and watched; our own client sets the same one.
const deadline = 2 * time.Minute

// A job is one line of standard input; bench/rpc/load.ts describes it.
type job struct {
	Address     string `json:"address"`
	ServerPid   int    `json:"serverPid"`
	Workload    string `json:"workload"`
	Concurrency int    `json:"concurrency"`
	WarmUpMs    int    `json:"warmUpMs"`
	MeasureMs   int    `json:"measureMs"`
}

// What was measured is the line of standard output that answers a job.
type measured struct {
	Calls       int     `json:"calls"`
	Seconds     float64 `json:"seconds"`
	P50Ms       float64 `json:"p50Ms"`
	P99Ms       float64 `json:"p99Ms"`
	ServerCPUUs float64 `json:"serverCpuUs"`
	ClientCPUUs float64 `json:"clientCpuUs"`
	AnswerBytes int     `json:"answerBytes"`
	Error       string  `json:"error,omitempty"`
}

// load measures job after job, until standard input ends.
func load([]string) error {
	fmt.Println("ready grpc-go", grpc.Version)
	jobs := json.NewDecoder(os.Stdin)
	for {
		var next job
		if err := jobs.Decode(&next); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		answer, err := next.run()
		if err != nil {
			answer = measured{Error: err.Error()}
		}
		line, err := json.Marshal(answer)
		if err != nil {
			return err
		}
		fmt.Println(string(line))
	}
}

func (j job) run() (measured, error) {
	connection, err := grpc.NewClient(j.Address,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessageBytes)))
	if err != nil {
		return measured{}, err
	}
	defer connection.Close()
	client := runtime.NewRuntimeServiceClient(connection)
	switch j.Workload {
	case "version":
		return j.repeat(func(ctx context.Context) (proto.Message, error) {
			return client.Version(ctx, &runtime.VersionRequest{})
		})
	case "list":
		return j.repeat(func(ctx context.Context) (proto.Message, error) {
			return client.ListContainers(ctx, &runtime.ListContainersRequest{})
		})
	case "events":
		return j.stream(client)
	}
	return measured{}, fmt.Errorf("no such workload: %q", j.Workload)
}

// repeat makes the call again and again, so many at a time.
func (j job) repeat(call func(context.Context) (proto.Message, error)) (measured, error) {
	recorder := newRecorder(j)
	first, err := call(context.Background())
	if err != nil {
		return measured{}, err
	}
	var workers sync.WaitGroup
	failures := make(chan error, j.Concurrency)
	for range j.Concurrency {
		workers.Go(func() {
			for start := time.Now(); ; start = time.Now() {
				ctx, cancel := context.WithTimeout(context.Background(), deadline)
				_, err := call(ctx)
				cancel()
				if err != nil {
					failures <- err
					return
				}
				if !recorder.ended(start) {
					return
				}
			}
		})
	}
	workers.Wait()
	select {
	case err := <-failures:
		return measured{}, err
	default:
	}
	answer := recorder.measured(len(recorder.latencies))
	answer.AnswerBytes = proto.Size(first)
	return answer, nil
}

// stream reads one event stream to its end, after another that ended with the warm-up.
func (j job) stream(client runtime.RuntimeServiceClient) (measured, error) {
	warmUp := time.Now().Add(time.Duration(j.WarmUpMs) * time.Millisecond)
	if _, _, err := readEvents(client, func() bool { return time.Now().Before(warmUp) }); err != nil {
		return measured{}, err
	}
	time.Sleep(100 * time.Millisecond)
	recorder := newRecorder(j)
	recorder.open()
	count, last, err := readEvents(client, func() bool { return true })
	if err != nil {
		return measured{}, err
	}
	recorder.close(time.Now())
	answer := recorder.measured(count)
	answer.AnswerBytes = proto.Size(last)
	return answer, nil
}

func readEvents(client runtime.RuntimeServiceClient, goOn func() bool) (int, *runtime.ContainerEventResponse, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	events, err := client.GetContainerEvents(ctx, &runtime.GetEventsRequest{})
	if err != nil {
		return 0, nil, err
	}
	var last *runtime.ContainerEventResponse
	for count := 0; ; count++ {
		event, err := events.Recv()
		if errors.Is(err, io.EOF) || (err == nil && !goOn()) {
			return count, last, nil
		}
		if err != nil {
			return count, last, err
		}
		last = event
	}
}
