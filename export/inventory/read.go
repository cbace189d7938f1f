package inventory

import (
	"context"
	"crypto/sha256"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"touchline.app/export"
	"touchline.app/export/grid"
	"touchline.app/journey"
	"touchline.app/journey/phrase"
)

// Found is a map that was made of one table, or of several that belong together.
type Found struct {
	Map      *journey.Map
	Table    string // the heading it stands under, or the name of the file
	Warnings []export.Warning
}

// ErrNoTable says that a file holds no table of touchpoints.
var ErrNoTable = phrase.New("it has no table of touchpoints: one needs a column called touchpoint or action, and another one such as stage, emotion or pain point")

// Read returns the maps that the tables of a file make: those of what is before
// those of what shall be, and of these the one with the most touchpoints first. A name that ends in .md or .markdown is a Markdown text, any
// other file a table: CSV of any kind or a workbook. The same file gives the same
// maps, ids included.
func Read(ctx context.Context, name string, data []byte) ([]Found, error) {
	forms, err := formsIn(ctx, name, data)
	if err != nil {
		return nil, err
	}
	if len(forms) == 0 {
		return nil, phrase.Errorf("read %s: %w", name, ErrNoTable)
	}
	ids := journey.NewIDs(rand.NewChaCha8(sha256.Sum256(data)))
	title := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	var out []Found
	groups := grouped(forms)
	for _, group := range groups {
		out = append(out, mapOf(group, title, len(groups) == 1, ids))
	}
	slices.SortStableFunc(out, func(a, b Found) int {
		if a.Map.Head.State != b.Map.Head.State {
			return strings.Compare(string(a.Map.Head.State), string(b.Map.Head.State)) // what is before what shall be
		}
		return b.Map.Touchpoints.Len() - a.Map.Touchpoints.Len()
	})
	if out = slices.DeleteFunc(out, func(f Found) bool { return f.Map.Touchpoints.Len() == 0 }); len(out) == 0 {
		return nil, phrase.Errorf("read %s: %w", name, ErrNoTable)
	}
	return out, nil
}

func formsIn(ctx context.Context, name string, data []byte) ([]form, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown":
		var out []form
		for _, t := range grid.Markdown(strings.ToValidUTF8(string(data), "")) {
			if f, ok := formOf(t.Headings, t.Rows, t.Line); ok {
				out = append(out, f)
			}
		}
		return out, nil
	}
	rows, err := cells(ctx, grid.Bytes(name, data))
	if err != nil {
		return nil, err
	}
	f, ok := formOf(nil, rows, 1)
	if !ok {
		return nil, nil
	}
	return []form{f}, nil
}

var errEnough = errors.New("enough rows")

// cells reads a table as it stands, header and all.
func cells(ctx context.Context, src grid.Source) ([][]string, error) {
	none := 0
	p, err := grid.Sniff(ctx, src, grid.Wish{Skip: &none, Header: &none})
	if err != nil {
		return nil, err
	}
	var out [][]string
	_, err = grid.Read(ctx, src, p.Layout, grid.Visitor{
		Columns: func([]grid.Column) error { return nil },
		Row: func(_ int, row [][]byte) error {
			if len(out) == maxRows {
				return errEnough
			}
			var texts []string
			for _, c := range row {
				texts = append(texts, strings.ToValidUTF8(string(c), ""))
			}
			out = append(out, texts)
			return nil
		},
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	return out, nil
}

// grouped puts tables of one kind together whose headings are the stages. Tables
// whose stages stand side by side each tell a journey of their own.
func grouped(forms []form) [][]form {
	var out [][]form
	at := map[string]int{}
	for _, f := range forms {
		i, ok := at[f.kind()]
		if !ok || f.turned && f.column(stageRole) >= 0 {
			at[f.kind()] = len(out)
			out = append(out, []form{f})
			continue
		}
		out[i] = append(out[i], f)
	}
	return out
}

// headed returns the heading that tells each table of a group from the others:
// the innermost that differs. A single table has the innermost there is.
func headed(group []form) []string {
	out := make([]string, len(group))
	for up := range 6 {
		seen := map[string]bool{}
		for i, f := range group {
			out[i] = ""
			if n := len(f.headings) - 1 - up; n >= 0 {
				out[i] = unnumbered(f.headings[n])
			}
			seen[out[i]] = true
		}
		if len(seen) == len(group) && !seen[""] {
			return out
		}
	}
	for i, f := range group {
		if n := len(f.headings); n > 0 {
			out[i] = unnumbered(f.headings[n-1])
		}
	}
	return out
}

// ordinal finds "Stage 1: " and the like.
var ordinal = regexp.MustCompile(`(?i)^(stage|phase|step|etappe|schritt|etapa|fase|paso|étape|passo)\s*\d+\s*[:.)—–-]\s*`)

// unnumbered leaves out a number before a name: "1. Discovery", "2) Buy",
// "Stage 3: Use".
func unnumbered(s string) string {
	s = grid.Clean(grid.Unmarked(s), maxTitle)
	if m := ordinal.FindString(s); m != "" && len(m) < len(s) {
		s = s[len(m):]
	}
	rest := strings.TrimLeft(s, "0123456789")
	if rest == s || rest == "" || !strings.ContainsAny(rest[:1], ".):") {
		return s
	}
	if rest = strings.TrimSpace(rest[1:]); rest == "" || rest[0] >= '0' && rest[0] <= '9' {
		return s
	}
	return rest
}
