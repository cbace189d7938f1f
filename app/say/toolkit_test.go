package say

import (
	"encoding/json"
	"testing"

	"touchline.app/resources"
)

func TestTheToolkitLearnsArabic(t *testing.T) {
	if err := Toolkit(); err != nil {
		t.Fatal(err)
	}
	data, err := resources.Toolkit.ReadFile("toolkit/ar.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]any
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"Cut", "Copy", "Paste", "Select all", "Undo", "Redo", "Cancel", "Open", "Save", "File", "Folder", "OK", "file.parent"} {
		if texts[key] == nil {
			t.Errorf("there is no %q", key)
		}
	}
}
