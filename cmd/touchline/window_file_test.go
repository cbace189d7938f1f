//go:build window

package main

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"touchline.app/journey"
	"touchline.app/journey/edit"
	"touchline.app/storage"
)

// alongside opens the same file in a program of its own.
func (s *session) alongside() *session {
	s.t.Helper()
	o := &session{t: s.t, bin: s.bin, file: s.file}
	o.open()
	s.t.Cleanup(o.kill)
	return o
}

// titlesIn returns the titles of the touchpoints in a file, by their ids.
func titlesIn(t *testing.T, path string) map[journey.ID]string {
	t.Helper()
	m, err := storage.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	out := map[journey.ID]string{}
	for tp := range m.Touchpoints.All() {
		out[tp.ID] = tp.Title
	}
	return out
}

// written waits until a touchpoint of a file is called so.
func (s *session) written(title string) {
	s.t.Helper()
	s.until(title+" is in the file", func() bool {
		for _, has := range titlesIn(s.t, s.file) {
			if has == title {
				return true
			}
		}
		return false
	})
}

// retitled changes the title of a touchpoint in a file as another program would.
func retitled(t *testing.T, path, from, to string) {
	t.Helper()
	f, m, err := storage.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, tp := range m.Journey() {
		if tp.Title == from {
			tp.Title = to
			p, err := edit.Put{Rows: []journey.Row{tp}}.Plan(m)
			if err := errors.Join(err, f.Commit(context.Background(), p)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTwoWindowsTypeIntoOneFile(t *testing.T) {
	a := begin(t)
	b := a.alongside()
	a.to(0)
	a.opened(a.spot("touchpoint", "Checks in"))
	a.key("End")
	a.write(" at home")
	a.see("its own text", func(v sight) bool { return v.has("touchpoint", "Checks in at home") })
	b.see("what is typed elsewhere", func(v sight) bool { return v.has("touchpoint", "Checks in at home") })
	retitled(t, a.file, "Gives feedback", "Says what she thinks") // a third program; the keys stay here
	seen := a.see("what is written elsewhere", func(v sight) bool { return v.has("touchpoint", "Says what she thinks") })
	if !seen.Editing || len(seen.Selected) != 1 || seen.Selected[0] != "Checks in at home" {
		t.Errorf("a change from elsewhere leaves it editing: %v, selected %q", seen.Editing, seen.Selected)
	}
	a.write(" early") // the entry has kept the keys and its place
	a.key("Return")
	a.written("Checks in at home early")
	b.to(0)
	b.opened(b.spot("touchpoint", "Books online"))
	b.key("End")
	b.write(" twice")
	b.key("Return")
	a.to(0)
	a.pick("touchpoint", "Goes online")
	a.key("5")
	all := func(v sight) bool {
		return v.Saved && v.has("touchpoint", "Checks in at home early") && v.has("touchpoint", "Books online twice") &&
			v.has("touchpoint", "Says what she thinks") && v.Map == a.outline().Digest
	}
	a.see("all of both", all)
	b.see("all of both", all)
	if da, db, file := a.sight().Map, b.sight().Map, a.outline().Digest; da != db || da != file {
		t.Errorf("the windows show %s and %s, the file has %s", da, db, file)
	}
}

func TestTheFileIsReplacedWhileAFieldIsEdited(t *testing.T) {
	s := begin(t)
	s.act(func() { s.pick("touchpoint", "Goes online"); s.key("5") })
	theirs := filepath.Join(t.TempDir(), "theirs.journey")
	if out, err := exec.Command("cp", s.file, theirs).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	s.act(func() { s.pick("touchpoint", "Checks in"); s.key("1") }) // only this window has it
	retitled(t, theirs, "Books online", "Books in the shop")
	s.opened(s.spot("touchpoint", "Tells a friend"))
	s.key("End")
	s.write(" or")
	beside := filepath.Join(filepath.Dir(s.file), ".flight.tmp")
	if out, err := exec.Command("cp", theirs, beside).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if err := os.Rename(beside, s.file); err != nil { // as a program that keeps folders alike does
		t.Fatal(err)
	}
	seen := s.see("what the other file says", func(v sight) bool { return v.has("touchpoint", "Books in the shop") })
	if !seen.Editing || !seen.has("touchpoint", "Tells a friend or") {
		t.Errorf("the text under the keys: editing %v", seen.Editing)
	}
	s.write(" two")
	s.key("Return")
	s.written("Tells a friend or two")
	s.see("all of it saved", func(v sight) bool { return v.Saved && v.Map == s.outline().Digest })
	m, err := storage.Read(s.file)
	if err != nil {
		t.Fatal(err)
	}
	felt := map[string]float64{}
	for tp := range m.Touchpoints.All() {
		felt[tp.Title] = tp.Actual.Valence
	}
	if felt["Checks in"] != -2 || felt["Goes online"] != 2 {
		t.Errorf("what only this window had: %v", felt)
	}
	if _, ok := felt["Books in the shop"]; !ok {
		t.Error("what the other file had is gone")
	}
}

// full fills the disk the file is on and returns what frees it again. Where no small
// disk can be had the folder is made one nobody may write into.
func (s *session) full() (free func()) {
	s.t.Helper()
	dir := filepath.Dir(s.file)
	ballast := filepath.Join(dir, "ballast")
	if exec.Command("mountpoint", "-q", dir).Run() != nil {
		for _, path := range []string{s.file, dir} {
			s.mode(path, 0o555)
		}
		return func() { s.mode(dir, 0o755); s.mode(s.file, 0o644) }
	}
	f, err := os.Create(ballast)
	if err != nil {
		s.t.Fatal(err)
	}
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	_ = f.Close()
	return func() {
		if err := os.Remove(ballast); err != nil {
			s.t.Fatal(err)
		}
	}
}

func (s *session) mode(path string, mode os.FileMode) {
	s.t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		s.t.Fatal(err)
	}
}

// onSmallDisk moves the map onto a disk of a megabyte, where one can be made.
func (s *session) onSmallDisk() {
	s.t.Helper()
	s.kill()
	dir := filepath.Join(s.t.TempDir(), "disk")
	if err := os.Mkdir(dir, 0o755); err != nil {
		s.t.Fatal(err)
	}
	if exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", dir).Run() == nil {
		s.t.Cleanup(func() {
			s.kill()
			if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
				s.t.Errorf("umount: %v: %s", err, out)
			}
		})
	}
	to := filepath.Join(dir, "flight.journey")
	if out, err := exec.Command("cp", s.file, to).CombinedOutput(); err != nil {
		s.t.Fatalf("%v: %s", err, out)
	}
	s.file = to
	s.open()
}

func TestAFullDiskIsSaidAndWrittenToLater(t *testing.T) {
	s := begin(t)
	s.onSmallDisk()
	free := s.full()
	s.opened(s.spot("touchpoint", "Checks in"))
	s.key("ctrl+a")
	s.write("Typed while there was no room")
	s.key("Return")
	s.opened(s.spot("pain point", "Gate changes reach the app late"))
	s.key("ctrl+a")
	s.write("Nobody can say how much is waiting")
	s.key("Return")
	seen := s.see("it says that it is not saved", func(v sight) bool { return !v.Saved && v.has("panel", "banner") })
	if !seen.has("label", "! Not saved yet") || !seen.has("button", "Save a copy elsewhere…") {
		t.Errorf("the status bar and the banner say %v", seen.of("button"))
	}
	free()
	s.see("saved", func(v sight) bool { return v.Saved && !v.has("panel", "banner") })
	if got, want := s.outline().Digest, s.sight().Map; got != want {
		t.Errorf("the file has %s, the window shows %s", got, want)
	}
	s.written("Typed while there was no room")
}

func TestAFolderThatGoesAndComesBack(t *testing.T) {
	s := begin(t)
	dir := filepath.Dir(s.file)
	inside := filepath.Join(dir, "project")
	s.kill()
	if err := os.Mkdir(inside, 0o755); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(inside, "flight.journey")
	if err := os.Rename(s.file, to); err != nil {
		t.Fatal(err)
	}
	s.file = to
	s.open()
	if err := os.RemoveAll(inside); err != nil {
		t.Fatal(err)
	}
	s.see("it says that the file is gone", func(v sight) bool { return !v.Saved && v.has("panel", "banner") })
	s.opened(s.spot("touchpoint", "Checks in"))
	s.key("ctrl+a")
	s.write("Typed while there was no folder")
	s.key("Return")
	s.see("it is shown", func(v sight) bool { return !v.Saved && v.has("touchpoint", "Typed while there was no folder") })
	if err := os.Mkdir(inside, 0o755); err != nil {
		t.Fatal(err)
	}
	s.see("saved", func(v sight) bool { return v.Saved })
	s.written("Typed while there was no folder")
	if got, want := s.outline().Digest, s.sight().Map; got != want {
		t.Errorf("the file has %s, the window shows %s", got, want)
	}
}

// renewed makes a map one of a format that does not exist yet.
func renewed(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(fmt.Sprintf("ALTER TABLE touchpoint ADD COLUMN weather TEXT; PRAGMA user_version = %d", storage.Version+1))
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// patched changes four bytes of a file.
func patched(t *testing.T, path string, at int64, value uint32) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt(binary.BigEndian.AppendUint32(nil, value), at)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestAMapOfANewerFormatIsReadOnly(t *testing.T) {
	s := begin(t)
	s.kill()
	renewed(t, s.file)
	before, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	s.open()
	s.see("it says so", func(v sight) bool { return v.has("button", "Save a copy I can change…") })
	s.pick("touchpoint", "Checks in")
	digest := s.sight().Map
	s.key("5", "Delete", "t")
	s.doubleClick(s.spot("touchpoint", "Books online"))
	s.write("x")
	s.still()
	if now := s.sight(); now.Map != digest || now.Editing {
		t.Error("it was changed")
	}
	s.kill()
	if after, err := os.ReadFile(s.file); err != nil || string(after) != string(before) {
		t.Errorf("the file was written to, %v", err)
	}
}

func TestADamagedMapCanBeSaved(t *testing.T) {
	s := begin(t)
	s.kill()
	st, err := os.Stat(s.file)
	if err != nil {
		t.Fatal(err)
	}
	want := len(titlesIn(t, s.file))
	for at := int64(4096 * 14); at+4 < st.Size() && at < 4096*16; at += 64 {
		patched(t, s.file, at, 0xA5A5A5A5)
	}
	damaged, err := os.ReadFile(s.file)
	if err != nil {
		t.Fatal(err)
	}
	file := s.file
	s.file = ""
	s.cmd = nil
	s.openDamaged(file)
	s.see("it says what is the matter", func(v sight) bool { return v.Over > 0 })
	if now, err := os.ReadFile(file); err != nil || string(now) != string(damaged) {
		t.Errorf("the damaged file was written to, %v", err)
	}
	out := filepath.Join(t.TempDir(), "saved.journey")
	if b, err := exec.Command(s.bin, "check", file, "--salvage", out).CombinedOutput(); err != nil {
		t.Fatalf("salvage: %v\n%s", err, b)
	}
	if got := len(titlesIn(t, out)); got == 0 || got > want {
		t.Errorf("%d of %d touchpoints were saved", got, want)
	}
}

// openDamaged starts the program with a file it cannot show.
func (s *session) openDamaged(path string) {
	s.t.Helper()
	s.trace = filepath.Join(s.t.TempDir(), "trace")
	s.read, s.noted, s.windows = 0, nil, nil
	s.cmd = exec.Command(s.bin, path)
	s.cmd.Env = append(os.Environ(), "TOUCHLINE_TRACE="+s.trace)
	s.cmd.Stdout, s.cmd.Stderr = os.Stdout, os.Stderr
	if err := s.cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.another()
}

func TestTheHistoryShowsTheMapAsItWas(t *testing.T) {
	s := begin(t)
	s.act(func() { s.pick("touchpoint", "Checks in"); s.key("5") })
	s.act(func() { s.key("1") })
	last := s.sight().Map
	s.key("ctrl+h")
	s.see("the history", func(v sight) bool { return v.has("panel", "memory") })
	s.until("its lines", func() bool {
		s.key("Down")
		s.still()
		return s.sight().has("button", "Back to now")
	})
	s.key("Down")
	s.key("5", "Delete") // nothing can be changed now
	s.still()
	if now := s.sight(); now.Map != last {
		t.Error("the map was changed while it was only looked at")
	}
	s.click(s.spot("button", "Bring all of it back"))
	back := s.see("an earlier state", func(v sight) bool { return v.Saved && v.Map != last && !v.has("button", "Back to now") })
	if got := s.outline().Digest; got != back.Map {
		t.Errorf("the file has %s, the window shows %s", got, back.Map)
	}
	s.key("Escape")
	s.see("the inspector", func(v sight) bool { return !v.has("panel", "memory") })
	s.act(func() { s.key("ctrl+z") })
	if got := s.sight().Map; got != last {
		t.Error("one undo does not take it back")
	}
}
