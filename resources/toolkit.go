package resources

import "embed"

// Toolkit holds the texts of the toolkit's own dialogs and menus for the languages
// it brings none in: toolkit/LANG.json, in the toolkit's own form.
//
//go:embed toolkit/*.json
var Toolkit embed.FS
