package main

import (
	"os"
	"slices"
	"sync"
	"time"
)

// A recorder counts the calls between two of them: the window opens when the first call after the warm-up ends, and closes when the first
// one after the measured time ends, so that no call is cut in two at concurrency 1.
type recorder struct {
	mutex     sync.Mutex
	job       job
	begun     time.Time
	opened    time.Time
	closed    bool
	latencies []time.Duration
	serverCPU float64
	clientCPU float64
	elapsed   time.Duration
}

func newRecorder(job job) *recorder {
	return &recorder{job: job, begun: time.Now()}
}

// ended takes note of a call that has ended and says whether to go on.
func (r *recorder) ended(start time.Time) bool {
	now := time.Now()
	r.mutex.Lock()
	defer r.mutex.Unlock()
	switch {
	case r.closed:
		return false
	case r.opened.IsZero():
		if now.Sub(r.begun) >= time.Duration(r.job.WarmUpMs)*time.Millisecond {
			r.open()
		}
		return true
	}
	r.latencies = append(r.latencies, now.Sub(start))
	if now.Sub(r.opened) >= time.Duration(r.job.MeasureMs)*time.Millisecond {
		r.close(now)
	}
	return !r.closed
}

func (r *recorder) open() {
	r.serverCPU, r.clientCPU = cpuMicros(r.job.ServerPid), cpuMicros(os.Getpid())
	r.opened = time.Now()
}

func (r *recorder) close(now time.Time) {
	r.closed = true
	r.elapsed = now.Sub(r.opened)
	r.serverCPU, r.clientCPU = cpuMicros(r.job.ServerPid)-r.serverCPU, cpuMicros(os.Getpid())-r.clientCPU
}

func (r *recorder) measured(calls int) measured {
	slices.Sort(r.latencies)
	return measured{
		Calls:       calls,
		Seconds:     r.elapsed.Seconds(),
		P50Ms:       percentile(r.latencies, 0.5),
		P99Ms:       percentile(r.latencies, 0.99),
		ServerCPUUs: r.serverCPU / float64(calls),
		ClientCPUUs: r.clientCPU / float64(calls),
	}
}

func percentile(sorted []time.Duration, part float64) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))].Seconds() * 1000
}
