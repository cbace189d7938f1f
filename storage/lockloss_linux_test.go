package storage

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// unguarded makes a victim work as a program without the guard of its locks would.
const unguarded = "TOUCHLINE_TEST_UNGUARDED"

func init() { victims["peek"] = peekWhileWriting }

// peekWhileWriting begins to write a note, opens the file beside SQLite and closes
// it again, says so and waits for a word before it ends the transaction.
func peekWhileWriting(path string, _ int) error {
	if os.Getenv(unguarded) != "" {
		lockByDescription = func() {}
	}
	f, _, err := Open(path)
	if err != nil {
		return err
	}
	err = f.writing(ctx, func(r *recorder) error {
		if err := r.begin(f.source, f.actor); err != nil {
			return err
		}
		t := tables[journey.KindNote]
		values, err := t.values(journey.Note{ID: "child", Text: "child"})
		if err != nil {
			return err
		}
		if err := t.log(r, nil, values, nil); err != nil {
			return err
		}
		if err := t.put(ctx, r.tx, nil, values, &r.mark.content); err != nil {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		if err := file.Close(); err != nil {
			return err
		}
		fmt.Println("peeked")
		if _, err := bufio.NewReader(os.Stdin).ReadString('\n'); err != nil {
			return err
		}
		return r.finish(edit.Patch{Verb: "add"}, false)
	})
	if err != nil {
		return err
	}
	fmt.Println("saved")
	return f.Close()
}

// lockLoss lets two programs write at once, one of which opened and closed the file
// while it wrote, and returns whether the other had to wait and whether what both
// said is saved is there.
func lockLoss(t *testing.T, guard bool) (waited, kept bool) {
	t.Helper()
	f := created(t, journey.New("m", "two at once"))
	path := filepath.Join(t.TempDir(), "map.journey")
	must(t, f.SaveAs(path))
	victim := exec.Command(os.Args[0])
	victim.Env = append(os.Environ(), victimPath+"="+path, victimDoes+"=peek")
	if !guard {
		victim.Env = append(victim.Env, unguarded+"=1")
	}
	in, err := victim.StdinPipe()
	must(t, err)
	out, err := victim.StdoutPipe()
	must(t, err)
	ours, _, err := Open(path)
	must(t, err)
	defer ours.Close()
	must(t, victim.Start())
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "peeked" {
		t.Fatalf("the other program said %q", lines.Text())
	}
	saved, enough := make(chan error, 1), 300*time.Millisecond
	if !guard {
		enough = patience / 3 // it does not wait for a lock, however slow it is
	}
	go func() { saved <- noted(ours, "parent") }()
	select {
	case err = <-saved:
	case <-time.After(enough):
		waited = true
	}
	_, e := fmt.Fprintln(in, "go on")
	must(t, e)
	acknowledged := lines.Scan() && lines.Text() == "saved"
	if waited {
		err = <-saved
	}
	_ = victim.Wait()
	m, readErr := Read(path)
	if readErr != nil {
		return waited, false
	}
	_, parent := m.Notes.Get("parent")
	_, child := m.Notes.Get("child")
	return waited, (parent || err != nil) && (child || !acknowledged)
}

// Opening a file beside SQLite and closing it drops the locks of the whole program,
// unless they belong to descriptors: then two write at once, and what one said is
// saved is gone. The control shows that the test would see it.
func TestCrashLocksOutliveAnotherDescriptor(t *testing.T) {
	if waited, kept := lockLoss(t, true); !waited || !kept {
		t.Errorf("with the guard: waited %v, everything kept %v", waited, kept)
	}
	if waited, kept := lockLoss(t, false); waited || kept {
		t.Errorf("the control did not fail: waited %v, everything kept %v", waited, kept)
	}
}
