package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	out "touchline.app/export/press"
	"touchline.app/journey/phrase"
)

// prove makes a proof. It is for any goroutine.
func prove(ctx context.Context, o order) (made *proof) {
	defer func() {
		if r := recover(); r != nil { // a fault of a format must not end the program
			made = &proof{err: phrase.Errorf("there is no preview: %v", r)}
		}
	}()
	if !o.choices.Format.Drawn() {
		return proveText(ctx, o)
	}
	var warnings []phrase.Phrase
	opts, err := o.options()
	if err != nil { // the map can be seen without its logo
		warnings = []phrase.Phrase{phrase.Of("%s", err)}
	}
	doc, err := out.Document(ctx, o.m, opts)
	if err != nil {
		return &proof{err: err}
	}
	return &proof{doc: doc, warnings: append(warnings, doc.Warnings...)}
}

// options makes the options of the order, with the logo read.
func (o order) options() (out.Options, error) {
	opts := o.choices.options(o.m, o.scope)
	if o.choices.Format.Drawn() && o.choices.Logo != "" {
		logo, err := out.Logo(o.choices.Logo)
		if err != nil {
			return opts, err
		}
		opts.Page.Logo = logo
	}
	return opts, nil
}

// proveText writes the export beside the others of the system's and reads its
// beginning.
func proveText(ctx context.Context, o order) *proof {
	dir, err := os.MkdirTemp("", "touchline-")
	if err != nil {
		return &proof{err: err}
	}
	defer func() { _ = os.RemoveAll(dir) }() // the system tidies up what is left
	opts, err := o.options()
	if err != nil {
		return &proof{err: err}
	}
	path := filepath.Join(dir, "preview."+string(o.choices.Format))
	warnings, err := out.Write(ctx, path, o.m, opts)
	if err != nil {
		return &proof{err: err}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return &proof{err: err}
	}
	return &proof{text: beginning(b), warnings: warnings}
}

// beginning returns the first whole characters of a text.
func beginning(b []byte) string {
	text := strings.TrimPrefix(string(b), "\ufeff")
	if len(text) > previewText {
		text = strings.ToValidUTF8(text[:previewText], "") + "…"
	}
	return text
}
