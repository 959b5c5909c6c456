package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/wrapperspb"

	_ "google.golang.org/grpc/encoding/gzip"
)

const (
	service  = "crikit.interop.v1.Echo"
	maxBytes = 16 << 20
)

type message = wrapperspb.BytesValue

func say(text string) *message { return wrapperspb.Bytes([]byte(text)) }

func wordsOf(request *message) []string {
	if len(request.Value) > 200 {
		return []string{""}
	}
	return strings.Split(string(request.Value), " ")
}

func failAs(words []string) error {
	code, _ := strconv.Atoi(words[1])
	return status.Error(codes.Code(code), strings.Join(words[2:], " "))
}

// answerMetadata sends the echo metadata back as headers and as trailers.
func answerMetadata(ctx context.Context, header, trailer func(metadata.MD)) {
	received, _ := metadata.FromIncomingContext(ctx)
	headers, trailers := metadata.MD{}, metadata.MD{}
	for _, suffix := range []string{"", "-bin"} {
		if values := received.Get("x-echo" + suffix); len(values) > 0 {
			headers.Set("x-echo"+suffix, values...)
			trailers.Set("x-trailer"+suffix, values...)
		}
	}
	if len(headers) > 0 {
		header(headers)
		trailer(trailers)
	}
}

func unary(ctx context.Context, request *message) (*message, error) {
	answerMetadata(ctx,
		func(md metadata.MD) { _ = grpc.SendHeader(ctx, md) },
		func(md metadata.MD) { _ = grpc.SetTrailer(ctx, md) })
	words := wordsOf(request)
	switch words[0] {
	case "fail":
		return nil, failAs(words)
	case "sleep":
		ms, _ := strconv.Atoi(words[1])
		select {
		case <-time.After(time.Duration(ms) * time.Millisecond):
		case <-ctx.Done():
			return nil, status.FromContextError(ctx.Err()).Err()
		}
	case "size":
		size, _ := strconv.Atoi(words[1])
		return wrapperspb.Bytes([]byte(strings.Repeat("x", size))), nil
	}
	if len(request.Value) > 200 {
		return say(strconv.Itoa(len(request.Value))), nil
	}
	return request, nil
}

func streamMetadata(stream grpc.ServerStream) {
	answerMetadata(stream.Context(), func(md metadata.MD) { _ = stream.SendHeader(md) }, stream.SetTrailer)
}

func down(_ any, stream grpc.ServerStream) error {
	request := &message{}
	if err := stream.RecvMsg(request); err != nil {
		return err
	}
	streamMetadata(stream)
	words := wordsOf(request)
	count := -1
	if words[0] != "endless" {
		count, _ = strconv.Atoi(words[1])
	}
	for index := 0; index != count; index++ {
		if err := stream.SendMsg(say(strconv.Itoa(index))); err != nil {
			return err
		}
	}
	if words[0] == "fail-after" {
		return status.Error(codes.Aborted, "as asked")
	}
	return nil
}

func up(_ any, stream grpc.ServerStream) error {
	streamMetadata(stream)
	total := 0
	for {
		request := &message{}
		if err := stream.RecvMsg(request); errors.Is(err, io.EOF) {
			return stream.SendMsg(say(strconv.Itoa(total)))
		} else if err != nil {
			return err
		}
		total += len(request.Value)
	}
}

func both(_ any, stream grpc.ServerStream) error {
	streamMetadata(stream)
	for {
		request := &message{}
		if err := stream.RecvMsg(request); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if words := wordsOf(request); words[0] == "fail" {
			return failAs(words)
		}
		if err := stream.SendMsg(request); err != nil {
			return err
		}
	}
}

var description = grpc.ServiceDesc{
	ServiceName: service,
	HandlerType: (*any)(nil),
	Methods: []grpc.MethodDesc{{
		MethodName: "Unary",
		Handler: func(_ any, ctx context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
			request := &message{}
			if err := decode(request); err != nil {
				return nil, err
			}
			return unary(ctx, request)
		},
	}},
	Streams: []grpc.StreamDesc{
		{StreamName: "Down", Handler: down, ServerStreams: true},
		{StreamName: "Up", Handler: up, ClientStreams: true},
		{StreamName: "Both", Handler: both, ServerStreams: true, ClientStreams: true},
	},
}

func serve(socket string) error {
	listener, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	server := grpc.NewServer(grpc.MaxRecvMsgSize(maxBytes))
	server.RegisterService(&description, struct{}{})
	fmt.Println("ready")
	return server.Serve(listener)
}
