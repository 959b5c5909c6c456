package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	runtime "k8s.io/cri-api/pkg/apis/runtime/v1"
)

// The records are those of bench/rpc/records.ts, byte for byte but for the order of map entries.

const (
	eventCount = 100_000
	startNanos = 1_760_000_000_000_000_000
	image      = "registry.example.com/production/payments/frontend-application-server"
)

func idOf(kind string, number int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", kind, number))
	return hex.EncodeToString(sum[:])
}

func uidOf(number int) string {
	hash := idOf("uid", number)
	return fmt.Sprintf("%s-%s-%s-%s-%s", hash[:8], hash[8:12], hash[12:16], hash[16:20], hash[20:32])
}

func createContainer(number int) *runtime.Container {
	pod := fmt.Sprintf("deployment-%05d-6c8b449b8f-x2x4z", number/2)
	return &runtime.Container{
		Id:           idOf("container", number),
		PodSandboxId: idOf("sandbox", number/2),
		Metadata:     &runtime.ContainerMetadata{Name: "application", Attempt: 1},
		Image: &runtime.ImageSpec{
			Image:              "sha256:" + idOf("image", 1),
			UserSpecifiedImage: image + ":v1.29.2",
			RuntimeHandler:     "runc",
		},
		ImageRef:  image + "@sha256:" + idOf("digest", 1),
		ImageId:   "sha256:" + idOf("image", 1),
		State:     runtime.ContainerState_CONTAINER_RUNNING,
		CreatedAt: startNanos + int64(number),
		Labels: map[string]string{
			"io.kubernetes.container.name": "application",
			"io.kubernetes.pod.name":       pod,
			"io.kubernetes.pod.namespace":  "production",
			"io.kubernetes.pod.uid":        uidOf(number / 2),
		},
		Annotations: map[string]string{
			"io.kubernetes.container.hash":                     "5f1d3c2a",
			"io.kubernetes.container.ports":                    `[{"name":"http","containerPort":8080,"protocol":"TCP"},{"name":"metrics","containerPort":9090,"protocol":"TCP"}]`,
			"io.kubernetes.container.restartCount":             "1",
			"io.kubernetes.container.terminationMessagePath":   "/dev/termination-log",
			"io.kubernetes.container.terminationMessagePolicy": "File",
			"io.kubernetes.pod.terminationGracePeriod":         "30",
		},
	}
}

// restarted is the same container after its next start: a new record of it.
func restarted(before *runtime.Container) *runtime.Container {
	return &runtime.Container{
		Id:           before.Id,
		PodSandboxId: before.PodSandboxId,
		Metadata:     &runtime.ContainerMetadata{Name: before.Metadata.Name, Attempt: before.Metadata.Attempt%9 + 1},
		Image:        before.Image,
		ImageRef:     before.ImageRef,
		ImageId:      before.ImageId,
		State:        before.State,
		CreatedAt:    before.CreatedAt + 1,
		Labels:       before.Labels,
		Annotations:  before.Annotations,
	}
}

func createEvent(number int) *runtime.ContainerEventResponse {
	return &runtime.ContainerEventResponse{
		ContainerId:        "6ed0e2d5c51d5e2d4f4e0a4c8e9f1a7b3c2d1e0f6ed0e2d5c51d5e2d4f4e0a4c",
		ContainerEventType: runtime.ContainerEventType_CONTAINER_STARTED_EVENT,
		CreatedAt:          startNanos + int64(number),
		PodSandboxStatus: &runtime.PodSandboxStatus{
			Id: "8e9f1a7b3c2d1e0f6ed0e2d5c51d5e2d4f4e0a4c6ed0e2d5c51d5e2d4f4e0a4c",
			Metadata: &runtime.PodSandboxMetadata{
				Name: "deployment-00001-6c8b449b8f-x2x4z", Uid: "0f6ed0e2-d5c5-1d5e-2d4f-4e0a4c8e9f1a", Namespace: "production",
			},
			State:     runtime.PodSandboxState_SANDBOX_READY,
			CreatedAt: startNanos,
			Network:   &runtime.PodSandboxNetworkStatus{Ip: "10.244.0.17"},
			Labels: map[string]string{
				"io.kubernetes.pod.name":      "deployment-00001-6c8b449b8f-x2x4z",
				"io.kubernetes.pod.namespace": "production",
				"io.kubernetes.pod.uid":       "0f6ed0e2-d5c5-1d5e-2d4f-4e0a4c8e9f1a",
			},
			Annotations: map[string]string{
				"kubernetes.io/config.seen":   "2026-11-21T07:00:00.000000000Z",
				"kubernetes.io/config.source": "api",
			},
			RuntimeHandler: "runc",
		},
	}
}
