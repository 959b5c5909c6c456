// Speaks runtime.v1alpha2 to a CRI socket with the client of Kubernetes 1.20: by "calls" every call there is, with an empty request each,
// by "pod" the life of a pod. Prints one line of JSON for each step.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"reflect"
	"strings"
	"time"

	"google.golang.org/grpc"
	runtimeapi "k8s.io/cri-api/pkg/apis/runtime/v1alpha2"
)

type step struct {
	Step   string `json:"step"`
	Error  string `json:"error"`
	Output string `json:"output"`
}

func say(name string, output string, err error) {
	text := ""
	if err != nil {
		text = err.Error()
	}
	line, _ := json.Marshal(step{name, text, output})
	fmt.Println(string(line))
}

func main() {
	path := strings.TrimPrefix(os.Args[2], "unix://")
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	// As the kubelet of 1.20 dials: the target is the bare path, which becomes the :authority.
	dial := func(ctx context.Context, address string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "unix", address)
	}
	conn, err := grpc.DialContext(ctx, path, grpc.WithInsecure(), grpc.WithContextDialer(dial), grpc.WithBlock(),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(16<<20)))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	runtime, images := runtimeapi.NewRuntimeServiceClient(conn), runtimeapi.NewImageServiceClient(conn)
	if os.Args[1] == "calls" {
		everyCall(ctx, runtime)
		everyCall(ctx, images)
		return
	}
	pod(ctx, runtime, images)
}

func everyCall(ctx context.Context, client any) {
	value := reflect.ValueOf(client)
	for index := range value.NumMethod() {
		method := value.Method(index)
		request := reflect.New(method.Type().In(1).Elem())
		results := method.Call([]reflect.Value{reflect.ValueOf(ctx), request})
		err, _ := results[1].Interface().(error)
		say(value.Type().Method(index).Name, "", err)
	}
}

func pod(ctx context.Context, runtime runtimeapi.RuntimeServiceClient, images runtimeapi.ImageServiceClient) {
	image := &runtimeapi.ImageSpec{Image: "registry.k8s.io/e2e-test-images/busybox:1.29-2"}
	config := &runtimeapi.PodSandboxConfig{
		Metadata: &runtimeapi.PodSandboxMetadata{Name: "old", Namespace: "default", Uid: "u"},
		Linux:    &runtimeapi.LinuxPodSandboxConfig{},
	}
	version, err := runtime.Version(ctx, &runtimeapi.VersionRequest{Version: "0.1.0"})
	say("Version", version.GetRuntimeApiVersion(), err)
	_, err = images.PullImage(ctx, &runtimeapi.PullImageRequest{Image: image})
	say("PullImage", "", err)
	sandbox, err := runtime.RunPodSandbox(ctx, &runtimeapi.RunPodSandboxRequest{Config: config})
	say("RunPodSandbox", "", err)
	container, err := runtime.CreateContainer(ctx, &runtimeapi.CreateContainerRequest{
		PodSandboxId:  sandbox.GetPodSandboxId(),
		SandboxConfig: config,
		Config: &runtimeapi.ContainerConfig{
			Metadata: &runtimeapi.ContainerMetadata{Name: "app"},
			Image:    image,
			Command:  []string{"sleep", "60"},
			Envs:     []*runtimeapi.KeyValue{{Key: "GREETING", Value: "grüß dich"}},
		},
	})
	say("CreateContainer", "", err)
	_, err = runtime.StartContainer(ctx, &runtimeapi.StartContainerRequest{ContainerId: container.GetContainerId()})
	say("StartContainer", "", err)
	status, err := runtime.ContainerStatus(ctx, &runtimeapi.ContainerStatusRequest{ContainerId: container.GetContainerId()})
	say("ContainerStatus", status.GetStatus().GetState().String(), err)
	result, err := runtime.ExecSync(ctx, &runtimeapi.ExecSyncRequest{
		ContainerId: container.GetContainerId(), Cmd: []string{"sh", "-c", "echo $GREETING"}, Timeout: 5,
	})
	say("ExecSync", string(result.GetStdout()), err)
	list, err := runtime.ListContainers(ctx, &runtimeapi.ListContainersRequest{})
	say("ListContainers", fmt.Sprint(len(list.GetContainers())), err)
	_, err = runtime.StopContainer(ctx, &runtimeapi.StopContainerRequest{ContainerId: container.GetContainerId(), Timeout: 0})
	say("StopContainer", "", err)
	_, err = runtime.StopPodSandbox(ctx, &runtimeapi.StopPodSandboxRequest{PodSandboxId: sandbox.GetPodSandboxId()})
	say("StopPodSandbox", "", err)
	_, err = runtime.RemovePodSandbox(ctx, &runtimeapi.RemovePodSandboxRequest{PodSandboxId: sandbox.GetPodSandboxId()})
	say("RemovePodSandbox", "", err)
	pods, err := runtime.ListPodSandbox(ctx, &runtimeapi.ListPodSandboxRequest{})
	say("ListPodSandbox", fmt.Sprint(len(pods.GetItems())), err)
}
