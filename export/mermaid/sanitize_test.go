package mermaid

import "testing"

// TestSanitize holds what npm mermaid 11.17.2 makes of titles.
func TestSanitize(t *testing.T) {
	tests := map[string]struct{ title, want string }{
		"no markup":      {"a & b > c", "a & b > c"},
		"less than":      {"Roadmap < 2025 & on", "Roadmap &lt; 2025 &amp; on"},
		"line break":     {"Product<br/>journey", "Product<br>journey"},
		"attributes":     {`<b onclick="x">bold</b>`, "<b>bold</b>"},
		"never closed":   {"<b>bold", "<b>bold</b>"},
		"closed alone":   {"x</b>y", "xy"},
		"unknown tag":    {"Ship <alpha>!", "Ship !"},
		"script":         {"a<script>alert(1)</script>b", "ab"},
		"script unended": {"a<script>alert(1)", "a"},
		"comment":        {"a<!-- x -->b", "ab"},
		"tag unended":    {"C<ross-functional", "C"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := sanitize(tt.title); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
