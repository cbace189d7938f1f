package storage

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// patience is how long a test waits for what must come.
const patience = 10 * time.Second

// watched is a watch whose clock the test moves.
type watched struct {
	*Watch
	told  chan struct{}  // a call of notify
	asked chan time.Time // the watch waits for this to yield
	looks chan time.Time
	asks  chan time.Duration
}

func watching(t *testing.T, path string) *watched {
	t.Helper()
	w := &watched{told: make(chan struct{}, 100), asked: make(chan time.Time), looks: make(chan time.Time), asks: make(chan time.Duration, 100)}
	var err error
	w.Watch, err = watchFile(path, func() { w.told <- struct{}{} }, clock{func(d time.Duration) <-chan time.Time {
		w.asks <- d
		return w.asked
	}, w.looks, func() {}, func() {}})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w
}

// heard fails unless the watch hears something, and lets it tell.
func (w *watched) heard(t *testing.T) {
	t.Helper()
	select {
	case d := <-w.asks:
		if d != quiet && d != soon {
			t.Errorf("waits %v", d)
		}
	case <-time.After(patience):
		t.Fatal("nothing was heard")
	}
	if len(w.told) != 0 {
		t.Error("told before the wait was over")
	}
	w.asked <- time.Time{}
	select {
	case <-w.told:
	case <-time.After(patience):
		t.Fatal("nothing was told")
	}
}

func TestWatchSeesACommitOfAnotherConnection(t *testing.T) {
	f := created(t, full(t))
	other, _, err := Open(f.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	w := watching(t, f.Path())
	if err := other.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}); err != nil {
		t.Fatal(err)
	}
	w.heard(t)
	if changed, err := f.Changed(ctx); !changed || err != nil {
		t.Errorf("Changed = %v, %v", changed, err)
	}
}

// Once the journal is empty the change counts, and nothing is waited for any more.
func TestWatchTellsSoonAfterACommit(t *testing.T) {
	f := created(t, full(t))
	w := watching(t, f.Path())
	must(t, f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}))
	for end := time.After(patience); ; {
		select {
		case d := <-w.asks:
			if d == soon {
				w.asked <- time.Time{}
				<-w.told
				return
			}
		case <-end:
			t.Fatal("it waits as for a change that goes on")
		}
	}
}

func TestWatchKnowsTheEndOfACommit(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.journey")
	w := &watchedFile{path: path}
	journal := fsnotify.Event{Name: path + "-journal", Op: fsnotify.Write}
	must(t, os.WriteFile(path+"-journal", []byte("half a change"), 0o600))
	if w.complete(journal) {
		t.Error("a change that goes on is over")
	}
	must(t, os.Truncate(path+"-journal", 0))
	if !w.complete(journal) || w.complete(fsnotify.Event{Name: path, Op: fsnotify.Write}) {
		t.Error("not the end: the journal is empty")
	}
	must(t, os.Remove(path+"-journal"))
	if !w.complete(fsnotify.Event{Name: path + "-journal", Op: fsnotify.Remove}) {
		t.Error("not the end: the journal is gone")
	}
}

func TestWatchSeesTheFileReplacedAndReplacedAgain(t *testing.T) {
	f := created(t, full(t))
	w := watching(t, f.Path())
	for range 3 {
		other := created(t, journey.New("m", "another"))
		if err := other.SaveAs(f.Path()); err != nil {
			t.Fatal(err)
		}
		w.heard(t)
		for len(w.asks) > 0 { // a rename may come as more than one event
			w.heard(t)
		}
	}
}

func TestWatchLooksWhereTheSystemSaysNothing(t *testing.T) {
	f := created(t, full(t))
	w := watching(t, f.Path())
	if err := w.folder.Close(); err != nil {
		t.Fatal(err)
	}
	w.looks <- time.Time{}
	w.looks <- time.Time{} // the first look is over
	if len(w.asks) != 0 {
		t.Error("heard something although nothing happened")
	}
	now := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
	if err := os.Chtimes(f.Path(), now, now); err != nil {
		t.Fatal(err)
	}
	w.looks <- time.Time{}
	w.heard(t)
}

func TestWatchConcerns(t *testing.T) {
	w := &watchedFile{path: "/maps/a.journey"}
	tests := map[string]struct {
		event fsnotify.Event
		want  bool
	}{
		"written":         {fsnotify.Event{Name: "/maps/a.journey", Op: fsnotify.Write}, true},
		"replaced":        {fsnotify.Event{Name: "/maps/a.journey", Op: fsnotify.Create}, true},
		"journal":         {fsnotify.Event{Name: "/maps/a.journey-journal", Op: fsnotify.Write}, true},
		"permissions":     {fsnotify.Event{Name: "/maps/a.journey", Op: fsnotify.Chmod}, false},
		"and permissions": {fsnotify.Event{Name: "/maps/a.journey", Op: fsnotify.Chmod | fsnotify.Write}, true},
		"another file":    {fsnotify.Event{Name: "/maps/b.journey", Op: fsnotify.Write}, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := w.concerns(tt.event); got != tt.want {
				t.Errorf("concerns = %v", got)
			}
		})
	}
}

func TestWatchFileTells(t *testing.T) {
	f := created(t, full(t))
	told := make(chan struct{}, 100)
	w, err := WatchFile(f.Path(), func() { told <- struct{}{} })
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: "new"}}}}); err != nil {
		t.Fatal(err)
	}
	select {
	case <-told:
	case <-time.After(patience):
		t.Error("nothing was told")
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

func TestWatchOfNoFile(t *testing.T) {
	if _, err := WatchFile(filepath.Join(t.TempDir(), "none"), func() {}); err == nil {
		t.Error("no error")
	}
}
