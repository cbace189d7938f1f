//go:build cgo && linux

package main

import (
	"net"
	"strings"
	"testing"
)

func TestHasDisplay(t *testing.T) {
	server, err := net.Listen("unix", "@/tmp/.X11-unix/X64321")
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	tests := map[string]struct {
		display, wayland, want string
	}{
		"none":            {want: "there is no display"},
		"answers":         {display: ":64321.0"},
		"does not answer": {display: ":64322", want: "does not answer"},
		"another machine": {display: "other:0"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			err := hasDisplay(func(key string) string {
				if key == "DISPLAY" {
					return tt.display
				}
				return tt.wayland
			})
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}
