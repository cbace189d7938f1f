package storage

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

// interrupted returns a map and its journal as a program leaves them that is
// stopped in the middle of a commit.
func interrupted(t *testing.T) (file, journal []byte) {
	t.Helper()
	f := created(t, large(400))
	// a cache of one page has to write the others before the commit
	if _, err := f.conn.ExecContext(ctx, "PRAGMA cache_spill = 1; PRAGMA cache_size = 1"); err != nil {
		t.Fatal(err)
	}
	tx, err := f.conn.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	for _, s := range []string{"DELETE FROM pain_point", "UPDATE touchpoint SET title = 'half done'"} {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	if file, err = os.ReadFile(f.Path()); err != nil {
		t.Fatal(err)
	}
	if journal, err = os.ReadFile(f.Path() + "-journal"); err != nil {
		t.Fatal(err)
	}
	return file, journal
}

func TestInterruptedCommitIsTakenBack(t *testing.T) {
	file, journal := interrupted(t)
	path := filepath.Join(t.TempDir(), "x.journey")
	for name, b := range map[string][]byte{path: file, path + "-journal": journal} {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if hot, err := hotJournal(path); !hot || err != nil {
		t.Fatalf("hotJournal = %v, %v", hot, err)
	}
	got, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, large(400))
	if now, err := os.ReadFile(path); err != nil || string(now) != string(file) {
		t.Errorf("Read changed the file (%v)", err)
	}
	f, got, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	sameMap(t, got, large(400))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if names := namesIn(t, filepath.Dir(path)); len(names) != 1 {
		t.Errorf("folder holds %q", names)
	}
}

func TestJournalOfAnotherFileIsRefused(t *testing.T) {
	_, journal := interrupted(t)
	file := bytesOf(t, full(t))
	path := filepath.Join(t.TempDir(), "x.journey")
	for name, b := range map[string][]byte{path: file, path + "-journal": journal[:len(journal)/2]} {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := Open(path); err == nil {
		t.Error("no error")
	}
	if now, err := os.ReadFile(path); err != nil || string(now) != string(file) {
		t.Errorf("Open changed the file (%v)", err)
	}
}

// A copy of the file while it is open is a whole map of what was committed.
func TestCopyOfAnOpenFile(t *testing.T) {
	m := full(t)
	f := created(t, m)
	for i := range 20 {
		p := edit.Patch{Changes: []edit.Change{{After: journey.Stage{ID: journey.ID(rune('a' + i))}}}}
		p.Apply(m)
		if err := f.Commit(ctx, p); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(f.Path())
		if err != nil {
			t.Fatal(err)
		}
		twin := filepath.Join(t.TempDir(), "twin.journey")
		if err := os.WriteFile(twin, b, 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := Read(twin)
		if err != nil {
			t.Fatal(err)
		}
		sameMap(t, got, m)
	}
}

// Environment variables that make the test binary a program that is killed.
const (
	victimPath  = "TOUCHLINE_TEST_VICTIM"
	victimFirst = "TOUCHLINE_TEST_FIRST"
	victimDoes  = "TOUCHLINE_TEST_DOES"
)

// victims are what a program does over and over until somebody ends it. Each says
// after every round that it is done with it.
var victims = map[string]func(path string, first int) error{
	"":        commitStages,
	"edit":    editOver,
	"migrate": migrateOver,
	"saveas":  saveOver,
	"compact": foldOver,
}

// TestMain lets the test binary be such a program.
func TestMain(m *testing.M) {
	path := os.Getenv(victimPath)
	if path == "" {
		os.Exit(withHome(m))
	}
	first, _ := strconv.Atoi(os.Getenv(victimFirst))
	fmt.Fprintln(os.Stderr, victims[os.Getenv(victimDoes)](path, first))
	os.Exit(1)
}

// withHome runs the tests with a folder of their own for what is a person's.
func withHome(m *testing.M) int {
	dir, err := os.MkdirTemp("", "touchline-home-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	if err := os.Setenv("XDG_CONFIG_HOME", dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// commitStages commits stage after stage.
func commitStages(path string, first int) error {
	f, _, err := Open(path)
	for n := first; err == nil; n++ {
		stage := journey.Stage{ID: journey.ID(strconv.Itoa(n)), Goal: strings.Repeat("x", 9000)}
		if err = f.Commit(ctx, edit.Patch{Changes: []edit.Change{{After: stage}}}); err == nil {
			fmt.Println(n)
		}
	}
	return err
}

// A program that is killed loses nothing that Commit said is stored.
func TestKilledWhileCommitting(t *testing.T) {
	f := created(t, journey.New("m", "killed"))
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	stored := 0 // stages 1..stored
	for round := range 8 {
		stored = killed(t, f.Path(), stored, 20+7*round)
		m, err := Read(f.Path())
		if err != nil {
			t.Fatal(err)
		}
		for n := 1; n <= stored; n++ {
			if !m.Stages.Has(journey.ID(strconv.Itoa(n))) {
				t.Fatalf("round %d: stage %d of %d is lost", round, n, stored)
			}
		}
		if n := m.Stages.Len(); n > stored+1 {
			t.Fatalf("round %d: %d stages after %d", round, n, stored)
		}
		stored = m.Stages.Len() // the last may be stored though nobody heard of it
	}
}

// A map can be opened and read at any moment while another program writes to it.
func TestReadingWhileAnotherProgramWrites(t *testing.T) {
	f := created(t, journey.New("m", "busy"))
	over := make(chan int)
	go func() { over <- killed(t, f.Path(), 0, 300) }()
	for last, running := 0, true; running; {
		select {
		case <-over:
			running = false
		default:
		}
		m, err := Read(f.Path())
		if err != nil {
			t.Fatal(err)
		}
		g, m2, err := Open(f.Path())
		if err != nil {
			t.Fatal(err)
		}
		if err := g.Close(); err != nil {
			t.Fatal(err)
		}
		if n := m.Stages.Len(); n < last || m2.Stages.Len() < n {
			t.Fatalf("%d, then %d, then %d stages", last, n, m2.Stages.Len())
		}
		last = m2.Stages.Len()
	}
}

// killed runs the program on path, kills it after some commits and returns the
// last stage it said was stored.
func killed(t *testing.T, path string, stored, commits int) int {
	t.Helper()
	victim := exec.Command(os.Args[0])
	victim.Env = append(os.Environ(), victimPath+"="+path, victimFirst+"="+strconv.Itoa(stored+1))
	victim.Stderr = os.Stderr
	out, err := victim.StdoutPipe()
	if err != nil {
		t.Error(err)
		return stored
	}
	if err := victim.Start(); err != nil {
		t.Error(err)
		return stored
	}
	lines := bufio.NewScanner(out)
	for first := stored; lines.Scan(); {
		n, err := strconv.Atoi(lines.Text())
		if err != nil {
			t.Errorf("victim said %q", lines.Text())
			break
		}
		if stored = n; stored-first == commits {
			if err := victim.Process.Kill(); err != nil {
				t.Error(err)
			}
		}
	}
	_ = victim.Wait() // says that it was killed
	return stored
}
