//go:build tools

// Package tools pins the Go programs that judge packages/grpc.
package tools

import (
	_ "connectrpc.com/conformance/cmd/connectconformance"
	_ "github.com/fullstorydev/grpcurl/cmd/grpcurl"
	_ "github.com/summerwind/h2spec/cmd/h2spec"
	_ "google.golang.org/grpc"
	_ "k8s.io/cri-api/pkg/apis/runtime/v1"
)
