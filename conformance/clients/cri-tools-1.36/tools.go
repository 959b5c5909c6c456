//go:build tools

// Package tools names the programs this module builds, so that go.sum holds all they need.
package tools

import (
	_ "sigs.k8s.io/cri-tools/cmd/crictl"
	_ "sigs.k8s.io/cri-tools/cmd/critest"
)
