package storage

import (
	"bufio"
	flags "flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"touchline.app/journey"
	"touchline.app/journey/edit"
)

var (
	editKills  = flags.Int("crash.kills", 6, "programs killed while they edit")
	otherKills = flags.Int("crash.others", 4, "programs killed while they migrate, save as or fold, of each")
)

// inMemory lets the files of a test lie in memory where there is a folder for it:
// the disk is simulated.
func inMemory(t *testing.T) {
	t.Helper()
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		t.Setenv("TMPDIR", "/dev/shm")
	}
}

// migrateOver puts an older file in place and opens it, again and again.
func migrateOver(path string, n int) error {
	old, err := os.ReadFile(path + ".old")
	for ; err == nil; n++ {
		if err = os.WriteFile(path+".next", old, 0o600); err != nil {
			return err
		}
		if err = os.Rename(path+".next", path); err != nil {
			return err
		}
		f, _, openErr := Open(path)
		if openErr != nil {
			return openErr
		}
		fmt.Println(n)
		err = f.Close()
	}
	return err
}

// saveOver saves a map over another one, again and again, with an edit between.
func saveOver(path string, n int) error {
	f, m, err := Open(path)
	for ; err == nil; n++ {
		if err = numberedEdit(f, m, n); err == nil {
			err = f.SaveAs(path + ".copy")
		}
		if err == nil {
			fmt.Println(n)
		}
	}
	return err
}

// foldOver edits and folds the log, again and again.
func foldOver(path string, n int) error {
	f, m, err := Open(path)
	for ; err == nil; n++ {
		if err = numberedEdit(f, m, n); err != nil {
			return err
		}
		fmt.Println(n)
		if n%5 == 0 {
			_, err = f.Compact(ctx, time.Now().Add(time.Hour))
		}
	}
	return err
}

// editOver edits, again and again.
func editOver(path string, n int) error {
	f, m, err := Open(path)
	for ; err == nil; n++ {
		if err = numberedEdit(f, m, n); err == nil {
			fmt.Println(n)
		}
	}
	return err
}

// numberedEdit commits edit n: the scenario says its number, a note its words.
func numberedEdit(f *File, m *journey.Map, n int) error {
	head := m.Head
	head.Scenario = strconv.Itoa(n)
	p := edit.Patch{Changes: []edit.Change{
		{Before: m.Head, After: head},
		{After: journey.Note{ID: journey.ID(fmt.Sprint("n", n%50)), Text: fmt.Sprint("edit ", n)}},
	}}
	if before, ok := m.Notes.Get(journey.ID(fmt.Sprint("n", n%50))); ok {
		p.Changes[1].Before = before
	}
	err := f.Commit(ctx, p)
	if err == nil {
		p.Apply(m)
	}
	return err
}

// killOne runs a victim, kills it a random time after its first word and returns
// the last number it said.
func killOne(t *testing.T, does, path string, first int, wait time.Duration) int {
	t.Helper()
	victim := exec.Command(os.Args[0])
	victim.Env = append(os.Environ(), victimPath+"="+path, victimFirst+"="+strconv.Itoa(first), victimDoes+"="+does)
	victim.Stderr = os.Stderr
	out, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	said := first - 1
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if said, err = strconv.Atoi(lines.Text()); err != nil {
			t.Fatalf("victim said %q", lines.Text())
		}
		if wait > 0 {
			time.AfterFunc(wait, func() { _ = victim.Process.Kill() })
			wait = 0
		}
	}
	_ = victim.Wait() // says that it was killed
	return said
}

// A program that is killed while it migrates, saves a copy or folds its log leaves
// a whole map, and nothing it said was saved is gone.
func TestCrashKilledWhile(t *testing.T) {
	for _, does := range []string{"migrate", "saveas", "compact"} {
		t.Run(does, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "map.journey")
			prepare(t, does, path)
			r := rand.New(rand.NewPCG(8, 8))
			last := 0
			for range *otherKills {
				drafts, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".touchline-*.tmp*"))
				for _, name := range drafts { // what a killed program leaves is too young to be cleared
					_ = os.Remove(name)
				}
				said := killOne(t, does, path, last+1, time.Duration(r.IntN(20000))*time.Microsecond+1)
				last = survived(t, does, path, said)
			}
			t.Logf("%d killed, %d rounds said done", *otherKills, last)
		})
	}
}

func prepare(t *testing.T, does, path string) {
	t.Helper()
	if does == "migrate" {
		b, err := os.ReadFile("testdata/v1.journey")
		if err == nil {
			err = os.WriteFile(path+".old", b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := Create(path, large(300))
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
}

// survived returns which edit the files have come to; it fails where one that was
// said to be done is not there.
func survived(t *testing.T, does, path string, said int) int {
	t.Helper()
	m, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	if does == "migrate" {
		sameMap(t, m, rental())
		return said
	}
	reached, _ := strconv.Atoi(m.Head.Scenario)
	if reached < said {
		t.Fatalf("edit %d is there, %d was said to be", reached, said)
	}
	if note, _ := m.Notes.Get(journey.ID(fmt.Sprint("n", reached%50))); note.Text != fmt.Sprint("edit ", reached) {
		t.Fatalf("edit %d is half there: %q", reached, note.Text)
	}
	if does != "saveas" {
		return reached
	}
	c, err := Read(path + ".copy")
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := strconv.Atoi(c.Head.Scenario); n < said || n > reached {
		t.Fatalf("the copy has edit %d; %d was said, the map has %d", n, said, reached)
	}
	return reached
}

// Ten thousand of these are run by make crash; a few each time.
func TestCrashKilledWhileEditing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "map.journey")
	prepare(t, "", path)
	r := rand.New(rand.NewPCG(9, 9))
	last := 0
	for range *editKills {
		said := killOne(t, "edit", path, last+1, time.Duration(r.IntN(12000))*time.Microsecond+1)
		last = survived(t, "edit", path, said)
	}
	t.Logf("%d killed, %d edits said done", *editKills, last)
}
