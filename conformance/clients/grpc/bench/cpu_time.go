package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// cpuMicros is what all threads of a process have run, as bench/rpc/cpu-time.ts counts it.
func cpuMicros(pid int) float64 {
	total := 0.0
	files, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		var nanos float64
		if _, err := fmt.Sscan(string(text), &nanos); err == nil {
			total += nanos / 1000
		}
	}
	return total
}
