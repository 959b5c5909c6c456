// Calls a CRI socket as the kubelet does, by k8s.io/cri-client, and prints what came of each call as one line of JSON.
package main

import (
	"context"
	"encoding/json"
	"os"
	"time"

	runtimeapi "k8s.io/cri-api/pkg/apis/runtime/v1"
	cri "k8s.io/cri-client/pkg"
	"k8s.io/klog/v2"
)

type result struct {
	Case  string `json:"case"`
	Error string `json:"error"`
}

func main() {
	klog.LogToStderr(false)
	klog.SetOutput(discard{})
	ctx := context.Background()
	endpoint := os.Args[1]
	timeout, err := time.ParseDuration(os.Args[2])
	check(err)
	streaming := len(os.Args) > 3 && os.Args[3] == "streaming"
	runtime, err := cri.NewRemoteRuntimeServiceBuilder().WithEndpoint(endpoint).WithConnectionTimeout(timeout).WithUseStreaming(streaming).Build(ctx)
	check(err)
	images, err := cri.NewRemoteImageServiceBuilder().WithEndpoint(endpoint).WithConnectionTimeout(timeout).WithUseStreaming(streaming).Build(ctx)
	check(err)

	out := json.NewEncoder(os.Stdout)
	say := func(name string, err error) {
		text := ""
		if err != nil {
			text = err.Error()
		}
		check(out.Encode(result{name, text}))
	}
	config := &runtimeapi.PodSandboxConfig{Metadata: &runtimeapi.PodSandboxMetadata{Name: "n"}}

	for _, missing := range []string{"nothing", "version", "runtimeName", "runtimeVersion", "runtimeApiVersion"} {
		_, err := runtime.Version(ctx, missing)
		say("version without "+missing, err)
	}
	for _, missing := range []string{"nothing", "status", "id", "metadata", "name", "namespace", "uid", "createdAt"} {
		_, err := runtime.PodSandboxStatus(ctx, missing, false)
		say("podSandboxStatus without "+missing, err)
	}
	for _, missing := range []string{"nothing", "status", "id", "metadata", "name", "createdAt", "image", "imageRef"} {
		_, err := runtime.ContainerStatus(ctx, missing, false)
		say("containerStatus without "+missing, err)
	}
	for _, missing := range []string{"nothing", "image", "id", "size"} {
		_, err := images.ImageStatus(ctx, &runtimeapi.ImageSpec{Image: missing}, false)
		say("imageStatus without "+missing, err)
	}
	_, err = runtime.Status(ctx, false)
	say("status", err)
	_, err = runtime.RunPodSandbox(ctx, config, "")
	say("runPodSandbox", err)
	_, err = runtime.CreateContainer(ctx, "s", &runtimeapi.ContainerConfig{Metadata: &runtimeapi.ContainerMetadata{Name: "n"}}, config)
	say("createContainer", err)
	_, err = runtime.Exec(ctx, &runtimeapi.ExecRequest{ContainerId: "c"})
	say("exec", err)
	_, err = runtime.Attach(ctx, &runtimeapi.AttachRequest{ContainerId: "c"})
	say("attach", err)
	_, err = runtime.PortForward(ctx, &runtimeapi.PortForwardRequest{PodSandboxId: "s"})
	say("portForward", err)
	_, err = images.PullImage(ctx, &runtimeapi.ImageSpec{Image: "i"}, nil, nil)
	say("pullImage", err)
	say("stopContainer", runtime.StopContainer(ctx, "c", 30))
	say("removeContainer", runtime.RemoveContainer(ctx, "c"))
	say("startContainer", runtime.StartContainer(ctx, "c"))
	say("stopPodSandbox", runtime.StopPodSandbox(ctx, "s"))
	say("removePodSandbox", runtime.RemovePodSandbox(ctx, "s"))
	say("reopenContainerLog", runtime.ReopenContainerLog(ctx, "c"))
	say("updateContainerResources", runtime.UpdateContainerResources(ctx, "c", &runtimeapi.ContainerResources{}))
	say("updateRuntimeConfig", runtime.UpdateRuntimeConfig(ctx, &runtimeapi.RuntimeConfig{}))
	say("removeImage", images.RemoveImage(ctx, &runtimeapi.ImageSpec{Image: "i"}))
	_, err = images.ImageFsInfo(ctx)
	say("imageFsInfo", err)
	_, err = runtime.RuntimeConfig(ctx)
	say("runtimeConfig", err)
	_, err = runtime.ListMetricDescriptors(ctx)
	say("listMetricDescriptors", err)
	say("checkpointContainer", runtime.CheckpointContainer(ctx, &runtimeapi.CheckpointContainerRequest{ContainerId: "c", Timeout: 500}))
	say("checkpointContainer below zero", runtime.CheckpointContainer(ctx, &runtimeapi.CheckpointContainerRequest{ContainerId: "c", Timeout: -1}))
	_, _, err = runtime.ExecSync(ctx, "c", []string{"true"}, 0)
	say("execSync without a timeout", err)
	_, _, err = runtime.ExecSync(ctx, "hangs", []string{"sleep", "4321"}, time.Second)
	say("execSync that hangs", err)

	_, err = runtime.ListPodSandbox(ctx, nil)
	say("listPodSandbox", err)
	_, err = runtime.ListContainers(ctx, nil)
	say("listContainers", err)
	_, err = runtime.ListContainerStats(ctx, nil)
	say("listContainerStats", err)
	_, err = runtime.ListPodSandboxStats(ctx, nil)
	say("listPodSandboxStats", err)
	_, err = runtime.ListPodSandboxMetrics(ctx)
	say("listPodSandboxMetrics", err)
	_, err = images.ListImages(ctx, nil)
	say("listImages", err)
}

type discard struct{}

func (discard) Write(bytes []byte) (int, error) { return len(bytes), nil }

func check(err error) {
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(1)
	}
}
