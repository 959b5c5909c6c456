package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding/gzip"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

type client struct{ conn *grpc.ClientConn }

func (c client) unary(ctx context.Context, request *message, options ...grpc.CallOption) (*message, error) {
	response := &message{}
	err := c.conn.Invoke(ctx, "/"+service+"/Unary", request, response, options...)
	return response, err
}

func (c client) open(ctx context.Context, method string, options ...grpc.CallOption) (grpc.ClientStream, error) {
	for _, stream := range description.Streams {
		if stream.StreamName == method {
			return c.conn.NewStream(ctx, &stream, "/"+service+"/"+method, options...)
		}
	}
	return nil, fmt.Errorf("no method %s", method)
}

// ask opens a stream, sends the requests and reads all responses.
func (c client) ask(ctx context.Context, method string, requests ...string) ([]string, error) {
	stream, err := c.open(ctx, method)
	if err != nil {
		return nil, err
	}
	for _, request := range requests {
		if err := stream.SendMsg(say(request)); err != nil {
			break
		}
	}
	if err := stream.CloseSend(); err != nil {
		return nil, err
	}
	var texts []string
	for {
		response := &message{}
		if err := stream.RecvMsg(response); errors.Is(err, io.EOF) {
			return texts, nil
		} else if err != nil {
			return texts, err
		}
		texts = append(texts, string(response.Value))
	}
}

func wantCode(err error, code codes.Code, text string) error {
	got := status.Convert(err)
	if got.Code() != code || (text != "" && got.Message() != text) {
		return fmt.Errorf("got %v %q, want %v %q", got.Code(), got.Message(), code, text)
	}
	return nil
}

func numbers(count int) []string {
	texts := make([]string, count)
	for index := range texts {
		texts[index] = strconv.Itoa(index)
	}
	return texts
}

func wantTexts(got []string, err error, want []string) error {
	if err != nil {
		return err
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		return fmt.Errorf("got %d messages, want %d", len(got), len(want))
	}
	return nil
}

func (c client) checkMetadata(ctx context.Context) error {
	raw := string([]byte{0, 1, 254, 255})
	var headers, trailers metadata.MD
	ctx = metadata.AppendToOutgoingContext(ctx, "x-echo", "text", "x-echo-bin", raw)
	if _, err := c.unary(ctx, say("hello"), grpc.Header(&headers), grpc.Trailer(&trailers)); err != nil {
		return err
	}
	got := fmt.Sprint(headers.Get("x-echo"), headers.Get("x-echo-bin"), trailers.Get("x-trailer"), trailers.Get("x-trailer-bin"))
	if want := fmt.Sprint([]string{"text"}, []string{raw}, []string{"text"}, []string{raw}); got != want {
		return fmt.Errorf("got %q, want %q", got, want)
	}
	return nil
}

func (c client) checkLarge(ctx context.Context, options ...grpc.CallOption) error {
	large := wrapperspb.Bytes(bytes.Repeat([]byte("x"), 15<<20))
	if response, err := c.unary(ctx, large, options...); err != nil || string(response.Value) != strconv.Itoa(15<<20) {
		return fmt.Errorf("15 MiB there: %v", err)
	}
	if response, err := c.unary(ctx, say(fmt.Sprint("size ", 15<<20)), options...); err != nil || len(response.Value) != 15<<20 {
		return fmt.Errorf("15 MiB back: %v", err)
	}
	return nil
}

func (c client) checkLimits(ctx context.Context) error {
	_, err := c.unary(ctx, wrapperspb.Bytes(bytes.Repeat([]byte("x"), 17<<20)))
	if err := wantCode(err, codes.ResourceExhausted, ""); err != nil {
		return fmt.Errorf("17 MiB there: %w", err)
	}
	_, err = c.unary(ctx, say(fmt.Sprint("size ", 17<<20)))
	return wantCode(err, codes.ResourceExhausted, "")
}

func (c client) checkPingPong(ctx context.Context) error {
	stream, err := c.open(ctx, "Both")
	if err != nil {
		return err
	}
	for index := range 100 {
		text := fmt.Sprint("ping ", index)
		response := &message{}
		if err := stream.SendMsg(say(text)); err != nil {
			return err
		}
		if err := stream.RecvMsg(response); err != nil || string(response.Value) != text {
			return fmt.Errorf("%q: %v", response.Value, err)
		}
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	if err := stream.RecvMsg(&message{}); !errors.Is(err, io.EOF) {
		return fmt.Errorf("the stream did not end: %w", err)
	}
	return nil
}

func (c client) checkCancel(ctx context.Context) error {
	short, cancel := context.WithCancel(ctx)
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := c.ask(short, "Down", "endless"); status.Code(err) != codes.Canceled {
		return err
	}
	short, cancel = context.WithCancel(ctx)
	time.AfterFunc(50*time.Millisecond, cancel)
	_, err := c.unary(short, say("sleep 5000"))
	return wantCode(err, codes.Canceled, "")
}

func (c client) checkParallel(ctx context.Context) error {
	var group sync.WaitGroup
	errs := make(chan error, 64)
	for range 64 {
		group.Go(func() {
			response, err := c.unary(ctx, say(fmt.Sprint("size ", 1<<20)))
			if err == nil && len(response.Value) != 1<<20 {
				err = fmt.Errorf("%d bytes", len(response.Value))
			}
			errs <- err
		})
	}
	group.Wait()
	close(errs)
	for err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (c client) cases() []struct {
	name string
	run  func(context.Context) error
} {
	return []struct {
		name string
		run  func(context.Context) error
	}{
		{"unary", func(ctx context.Context) error {
			response, err := c.unary(ctx, say("hello"))
			return wantTexts([]string{string(response.Value)}, err, []string{"hello"})
		}},
		{"metadata, text and bytes", c.checkMetadata},
		{"an error of every code", func(ctx context.Context) error {
			for code := codes.Code(1); code <= 16; code++ {
				_, err := c.unary(ctx, say(fmt.Sprintf("fail %d nö 100%%\n", code)))
				if err := wantCode(err, code, "nö 100%\n"); err != nil {
					return err
				}
			}
			return nil
		}},
		{"a deadline", func(ctx context.Context) error {
			short, cancel := context.WithTimeout(ctx, 100*time.Millisecond)
			defer cancel()
			_, err := c.unary(short, say("sleep 5000"))
			return wantCode(err, codes.DeadlineExceeded, "")
		}},
		{"calls that are canceled", c.checkCancel},
		{"15 MiB there and back", func(ctx context.Context) error { return c.checkLarge(ctx) }},
		{"15 MiB there and back, gzip", func(ctx context.Context) error {
			return c.checkLarge(ctx, grpc.UseCompressor(gzip.Name))
		}},
		{"17 MiB are refused", c.checkLimits},
		{"64 answers of 1 MiB at once", c.checkParallel},
		{"a stream down", func(ctx context.Context) error {
			texts, err := c.ask(ctx, "Down", "count 2000")
			return wantTexts(texts, err, numbers(2000))
		}},
		{"a stream down that fails behind its messages", func(ctx context.Context) error {
			texts, err := c.ask(ctx, "Down", "fail-after 3")
			if err := wantCode(err, codes.Aborted, "as asked"); err != nil {
				return err
			}
			return wantTexts(texts, nil, numbers(3))
		}},
		{"a stream up", func(ctx context.Context) error {
			texts, err := c.ask(ctx, "Up", numbers(1000)...)
			return wantTexts(texts, err, []string{"2890"})
		}},
		{"streams both ways", func(ctx context.Context) error {
			texts, err := c.ask(ctx, "Both", numbers(500)...)
			return wantTexts(texts, err, numbers(500))
		}},
		{"one answer for each request", c.checkPingPong},
		{"streams both ways that fail", func(ctx context.Context) error {
			_, err := c.ask(ctx, "Both", "one", "fail 9 not now", "nobody reads this")
			return wantCode(err, codes.FailedPrecondition, "not now")
		}},
		{"a method that is not there", func(ctx context.Context) error {
			return wantCode(c.conn.Invoke(ctx, "/"+service+"/Nope", say(""), &message{}), codes.Unimplemented, "unknown method Nope for service "+service)
		}},
		{"a service that is not there", func(ctx context.Context) error {
			return wantCode(c.conn.Invoke(ctx, "/no.Such/Nope", say(""), &message{}), codes.Unimplemented, "unknown service no.Such")
		}},
	}
}

// authorities are what clients have sent over the years for a socket.
func authorities(socket string) map[string]string {
	return map[string]string{"localhost": "localhost", "the path": socket, "the escaped path": strings.ReplaceAll(socket, "/", "%2F")}
}

func dial(socket, authority string) (*grpc.ClientConn, error) {
	return grpc.NewClient("passthrough:///"+socket,
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithAuthority(authority),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxBytes), grpc.MaxCallSendMsgSize(64<<20)),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", socket)
		}))
}

func report(name string, err error) {
	if err == nil {
		fmt.Println("ok", name)
		return
	}
	fmt.Printf("FAIL %s: %q\n", name, err.Error())
}

func drive(socket string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for name, authority := range authorities(socket) {
		conn, err := dial(socket, authority)
		if err != nil {
			return err
		}
		_, err = client{conn}.unary(ctx, say("hello"))
		report(":authority is "+name, err)
		_ = conn.Close()
	}
	conn, err := dial(socket, "localhost")
	if err != nil {
		return err
	}
	defer conn.Close()
	c := client{conn}
	for _, one := range c.cases() {
		report(one.name, one.run(ctx))
	}
	return nil
}
