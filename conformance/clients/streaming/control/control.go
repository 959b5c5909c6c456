// Package control mints session URLs over HTTP: what a CRI socket does, without gRPC, so that a Go server and one of another language are
// driven alike. POST / with a Request in JSON is answered with the URL as text.
package control

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Request names a session: its kind is exec, attach or portForward.
type Request struct {
	Kind   string   `json:"kind"`
	Cmd    []string `json:"cmd,omitempty"`
	Stdin  bool     `json:"stdin"`
	Stdout bool     `json:"stdout"`
	Stderr bool     `json:"stderr"`
	TTY    bool     `json:"tty"`
}

// Mint asks the control server at url for the URL of a new session.
func Mint(url string, request Request) (string, error) {
	body, err := json.Marshal(request)
	if err != nil {
		return "", err
	}
	response, err := http.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return "", err
	}
	if response.StatusCode != http.StatusOK {
		return "", fmt.Errorf("control: %s %s", response.Status, text)
	}
	return strings.TrimSpace(string(text)), nil
}
