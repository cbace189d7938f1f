package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"

	"touchline.app/journey"
	"touchline.app/storage"
)

func (p *program) watchCommand() *cobra.Command {
	var x exporting
	c := &cobra.Command{
		Use: "watch IN OUT...", Short: "Export a map again whenever its file changes", Args: exactly(2, maxOutputs),
		Long: "Writes each OUT as export does, and again whenever IN changes, until it is interrupted.\n" +
			"What goes wrong on the way is said, and it goes on.",
		Example: "  touchline watch flight.journey flight.pdf flight.png --page a3",
		RunE: func(c *cobra.Command, args []string) error {
			in, outs := args[0], args[1:]
			o, err := x.options(c, outs)
			if err == nil {
				err = apart(in, outs)
			}
			if err != nil {
				return err
			}
			p.unused(c, outs)
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return p.watch(ctx, in, outs, func(ctx context.Context, out string, m *journey.Map) error {
				return p.exportAll(ctx, m, []string{out}, x, o)
			})
		},
	}
	x.flags(c)
	return c
}

// apart looks whether each file has a name of its own, the one that is read
// among them: an export may carry less than what it was made of.
func apart(in string, outs []string) error {
	seen := map[string]bool{clean(in): true}
	for _, out := range outs {
		if seen[clean(out)] {
			return usagef("%s is named twice; each file that is read or written needs a name of its own", out)
		}
		seen[clean(out)] = true
	}
	return nil
}

// clean makes paths comparable.
func clean(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return path
}

// watcher writes the outputs of one map.
type watcher struct {
	p     *program
	in    string
	outs  []string
	write func(ctx context.Context, out string, m *journey.Map) error
	done  []string // digest of the map each output shows; empty where it could not be written
	said  string   // the last trouble with the map, said once
}

// watch writes the outputs now and whenever the file at in changes, until ctx
// ends. What goes wrong later is said and does not end it: the file may be
// mended, or come back. The error says why there is no map to begin with.
func (p *program) watch(ctx context.Context, in string, outs []string, write func(context.Context, string, *journey.Map) error) error {
	changes := make(chan struct{}, 1)
	seen, err := storage.WatchFile(in, func() {
		select {
		case changes <- struct{}{}:
		default: // one is waiting already
		}
	})
	if err != nil {
		return err
	}
	m, err := p.load(in) // after the watch began: no change is missed
	if err != nil {
		return errors.Join(err, seen.Close())
	}
	w := &watcher{p: p, in: in, outs: outs, write: write, done: make([]string, len(outs))}
	w.update(ctx, m)
	for {
		select {
		case <-ctx.Done():
			return seen.Close()
		case <-changes:
			w.look(ctx)
		}
	}
}

// look reads the map again.
func (w *watcher) look(ctx context.Context) {
	m, err := w.p.load(w.in)
	if err != nil {
		w.say(err)
		return
	}
	w.said = ""
	w.update(ctx, m)
}

// update brings the outputs up to date with the map.
func (w *watcher) update(ctx context.Context, m *journey.Map) {
	digest := journey.Digest(m)
	for i, out := range w.outs {
		if w.done[i] == digest || ctx.Err() != nil {
			continue
		}
		w.done[i] = ""
		if err := w.write(ctx, out, m); err != nil {
			if !errors.Is(err, context.Canceled) {
				w.p.warn("touchline: " + err.Error())
			}
			continue
		}
		w.done[i] = digest
		fmt.Fprintf(w.p.out, "%s written\n", oneLine(out))
	}
}

// say tells of trouble with the map, the same trouble once.
func (w *watcher) say(err error) {
	if text := err.Error(); text != w.said {
		w.said = text
		w.p.warn("touchline: " + text + "; waiting for it to change")
	}
}
