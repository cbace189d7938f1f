package resources

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

func TestIconsUseOnlyTheCommandsTheyPromise(t *testing.T) {
	data := regexp.MustCompile(`^[MmLlHhVvCcSsZz0-9 .-]+$`)
	for _, name := range IconNames() {
		path, ok := Icon(name)
		if !ok || !data.MatchString(path) || !strings.HasPrefix(path, "M") {
			t.Errorf("icon %s has path data %q", name, path)
		}
	}
	if _, ok := Icon("no such icon"); ok {
		t.Error("an unknown icon was found")
	}
}

func TestIconForNamesInFourLanguages(t *testing.T) {
	cases := map[string]string{
		"Website": "website", "Social": "social", "E-mail": "email", "e‑mail": "email", "Mail": "email",
		"Counter": "counter", "Chat": "chat", "Signage": "signage", "App": "app", "Mobile app": "app",
		"Staff": "staff", "Cabin": "seat", "Wi-Fi": "wifi", "Belt": "belt", "Friends": "friends",
		"Phone": "phone", "Phone call": "phone", "Call centre": "phone", "Shop": "shop", "Online shop": "website",
		"Letter": "letter", "Direct mail": "letter", "TV ad": "ad", "Advertisement": "ad", "Trade fair": "event",
		"Product review": "review", "News": "news", "AI assistant": "ai", "Chatbot": "ai", "Word of mouth": "friends",
		"Tienda": "shop", "Tienda online": "website", "Correo electrónico": "email", "Llamada": "phone",
		"Boca a boca": "friends", "Sucursal": "shop", "Redes sociales": "social", "Aplicación móvil": "app",
		"Telefon": "phone", "Filiale": "shop", "Webseite": "website", "Soziale Medien": "social", "Brief": "letter",
		"Mundpropaganda": "friends", "Kundenservice": "staff", "Gepäckausgabe": "belt", "Schalter": "counter",
		"Téléphone": "phone", "Boutique": "shop", "Réseaux sociaux": "social", "Bouche à oreille": "friends",
		"Courriel": "email", "Publicité": "ad", "Guichet": "counter",
		"": GenericIcon, "Zeppelin": GenericIcon, "Appliance": GenericIcon, "generic": GenericIcon, "wifi": "wifi",
	}
	for channel, want := range cases {
		if got := IconFor(channel); got != want {
			t.Errorf("IconFor(%q) = %q, want %q", channel, got, want)
		}
	}
}

func TestEveryIconIsItsOwnName(t *testing.T) {
	for _, name := range IconNames() {
		if got := IconFor(name); got != name {
			t.Errorf("IconFor(%q) = %q", name, got)
		}
	}
}

func TestToolbarIconsAreSVGInTheColourAskedFor(t *testing.T) {
	for _, name := range []string{
		"undo", "redo", "select", "touchpoint", "note", "emotion", "export", "present", "fit",
		"zoom-in", "zoom-out", "search", "star", "warning", "check", "sun", "moon", "new", "open",
	} {
		data, ok := ToolbarIcon(name, "#C0FFEE")
		if !ok {
			t.Fatalf("no toolbar icon %s", name)
		}
		var svg struct {
			XMLName xml.Name `xml:"svg"`
			ViewBox string   `xml:"viewBox,attr"`
			Path    struct {
				Stroke string `xml:"stroke,attr"`
			} `xml:"path"`
		}
		if err := xml.Unmarshal(data, &svg); err != nil {
			t.Errorf("icon %s: %v", name, err)
		}
		if fmt.Sprint(svg.ViewBox, svg.Path.Stroke) != "0 0 24 24#C0FFEE" {
			t.Errorf("icon %s has view box %q and stroke %q", name, svg.ViewBox, svg.Path.Stroke)
		}
	}
	plain, _ := ToolbarIcon("undo", "")
	if !bytes.Contains(plain, []byte(toolbarInk)) {
		t.Error("without a colour the icon is not in ink")
	}
}

func BenchmarkIconFor(b *testing.B) {
	for b.Loop() {
		IconFor("Customer service hotline of the airport")
	}
}
