package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// asProgram makes the test binary be the program: see TestMain.
const asProgram = "TOUCHLINE_TEST_AS_PROGRAM"

// TestMain runs the tests, or the program where a test started this binary for that.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// lines gathers what a process writes.
type lines struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.Write(b)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.buf.String()
}

// watched is a running touchline watch.
type watched struct {
	t        *testing.T
	cmd      *exec.Cmd
	out, err lines
}

func startWatch(t *testing.T, args ...string) *watched {
	t.Helper()
	w := &watched{t: t, cmd: exec.Command(os.Args[0], append([]string{"watch"}, args...)...)}
	w.cmd.Env = append(os.Environ(), asProgram+"=1")
	w.cmd.Stdout, w.cmd.Stderr = &w.out, &w.err
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if w.cmd.ProcessState == nil {
			_ = w.cmd.Process.Kill() // it is still running after a failure
			_ = w.cmd.Wait()
		}
	})
	return w
}

// until waits until the condition holds.
func (w *watched) until(what string, ok func() bool) {
	w.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if ok() {
			return
		}
	}
	w.t.Fatalf("never came: %s\nout: %s\nerr: %s", what, w.out.String(), w.err.String())
}

// wrote waits until the file was written the given number of times.
func (w *watched) wrote(path string, times int) {
	w.t.Helper()
	w.until(path+" written", func() bool { return strings.Count(w.out.String(), path+" written\n") >= times })
}

// end interrupts it and returns the exit status.
func (w *watched) end(sig os.Signal) int {
	w.t.Helper()
	if err := w.cmd.Process.Signal(sig); err != nil {
		w.t.Fatal(err)
	}
	if err := w.cmd.Wait(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		w.t.Fatal(err)
	}
	return w.cmd.ProcessState.ExitCode()
}

func TestWatchExportsAgainWhenTheMapChanges(t *testing.T) {
	dir := t.TempDir()
	in := put(t, dir, "day.mmd", diagram)
	mmd, png := filepath.Join(dir, "out.mmd"), filepath.Join(dir, "out.png")
	w := startWatch(t, in, mmd, png, "--theme", "dark")
	w.wrote(mmd, 1)
	w.wrote(png, 1)
	before := content(t, png)

	put(t, dir, "day.mmd", strings.Replace(diagram, "Make tea", "Make coffee", 1))
	w.wrote(mmd, 2)
	w.wrote(png, 2)
	if !strings.Contains(string(content(t, mmd)), "Make coffee") || bytes.Equal(before, content(t, png)) {
		t.Error("the outputs do not show the change")
	}

	other := put(t, dir, "other", strings.Replace(diagram, "Make tea", "Sleep on", 1))
	if err := os.Rename(other, in); err != nil {
		t.Fatal(err)
	}
	w.wrote(mmd, 3)
	if !strings.Contains(string(content(t, mmd)), "Sleep on") {
		t.Error("the outputs do not show the file that took its place")
	}

	if err := os.Remove(in); err != nil {
		t.Fatal(err)
	}
	w.until("it says that the file is gone", func() bool { return strings.Contains(w.err.String(), "there is no such file") })
	put(t, dir, "day.mmd", diagram)
	w.wrote(mmd, 4)
	if !strings.Contains(string(content(t, mmd)), "Make tea") {
		t.Error("the outputs do not show the file that came back")
	}
	if status := w.end(syscall.SIGTERM); status != statusDone {
		t.Errorf("status %d after SIGTERM", status)
	}
	only(t, dir, "day.mmd", "out.mmd", "out.png")
}

func TestWatchGoesOnAfterTrouble(t *testing.T) {
	dir := t.TempDir()
	in := put(t, dir, "day.mmd", diagram)
	lost, good := filepath.Join(dir, "none", "a.png"), filepath.Join(dir, "a.mmd")
	w := startWatch(t, in, lost, good)
	w.wrote(good, 1)
	if !strings.Contains(w.err.String(), lost) {
		t.Errorf("nothing is said of what cannot be written: %q", w.err.String())
	}
	put(t, dir, "day.mmd", "no diagram\n")
	w.until("it says that there is no map", func() bool { return strings.Contains(w.err.String(), "waiting for it to change") })
	if err := os.Mkdir(filepath.Dir(lost), 0o700); err != nil {
		t.Fatal(err)
	}
	put(t, dir, "day.mmd", diagram+"      Sleep: 5: Me\n")
	w.wrote(lost, 1)
	w.wrote(good, 2)
	if status := w.end(os.Interrupt); status != statusDone {
		t.Errorf("status %d after SIGINT", status)
	}
}

func TestWatchFollowsAMapThatAnotherProgramChanges(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "a.journey"), filepath.Join(dir, "a.mmd")
	done(t, "new", in, "--template", "blank")
	w := startWatch(t, in, out)
	w.wrote(out, 1)
	done(t, "new", in, "--template", "flight", "--force")
	w.wrote(out, 2)
	if status := w.end(os.Interrupt); status != statusDone {
		t.Errorf("status %d", status)
	}
	if !strings.Contains(string(content(t, out)), "flight") {
		t.Error("the output does not show the new map")
	}
}

func TestWatchOfNothing(t *testing.T) {
	dir := t.TempDir()
	mmd := put(t, dir, "day.mmd", diagram)
	out := filepath.Join(dir, "a.png")
	for name, tt := range map[string]struct {
		args   []string
		status int
	}{
		"no file":         {[]string{filepath.Join(dir, "none.mmd"), out}, statusCould},
		"no output":       {[]string{mmd}, statusUsage},
		"its own output":  {[]string{mmd, mmd}, statusUsage},
		"the same twice":  {[]string{mmd, out, filepath.Join(dir, ".", "a.png")}, statusUsage},
		"another format":  {[]string{mmd, out, filepath.Join(dir, "a.doc")}, statusUsage},
		"no such flag":    {[]string{mmd, out, "--colour"}, statusUsage},
		"a folder to see": {[]string{dir, out}, statusCould},
	} {
		t.Run(name, func(t *testing.T) {
			r := run(t, append([]string{"watch"}, tt.args...)...)
			if r.status != tt.status || strings.Count(r.err, "\n") != 1 {
				t.Errorf("%+v", r)
			}
		})
	}
	only(t, dir, "day.mmd")
}
