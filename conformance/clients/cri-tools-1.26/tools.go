//go:build tools

// Package tools names the programs this module builds, so that go.sum holds all they need.
package tools

import (
	_ "github.com/kubernetes-sigs/cri-tools/cmd/crictl"
	_ "github.com/kubernetes-sigs/cri-tools/cmd/critest"
)
