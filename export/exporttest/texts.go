package exporttest

import (
	"reflect"

	"touchline.app/journey"
)

// Texts are what people write and what has broken programs before, all valid in
// a map: many scripts, both directions, marks that join, emoji, markup of every
// format a map is exported to, characters XML forbids, numbers spelled oddly.
var Texts = []string{
	"Books online", "Compares times and fares", "“I want to know it will work before I pay.”", "Zürich–Genève, 12 €",
	"Ξεκινά το ταξίδι", "Поездка в аэропорт", "Đặt vé máy bay", "Żółć ĳ ﬁ ﬂ office AVAVA",
	"أحجز الرحلة عبر الإنترنت", "הזמנת טיסה (2 נוסעים) ב-12:30", "یک سفر ۱۲۳ به خانه", "Call +49 30 123 שלום end",
	"उड़ान की बुकिंग ऑनलाइन", "จองเที่ยวบินออนไลน์", "航空券をオンラインで予約する", "预订航班 2 个人", "항공편 예약", "ਉਡਾਣ ბილეთი ቲኬት տոմս",
	"👩‍👩‍👧‍👦 family 🏳️‍🌈 🇩🇪 👍🏽 ❤️ ☎ 1️⃣", "e\u0301a\u0308o\u0327\u0323 NFD", "Z̷̢͎a̸̡l̵̨g̶o̴", "\u202Eoverride\u202C \u2066isolate\u2069 \u200Fmark",
	"zero\u200Bwidth\u200Dand\uFEFFbom\u00ADsoft", "tab\there\r\nand\vlines\fof\u2028every\u2029kind\u0085", "\x01\x02\x1b[31m\x7f\x1f control", "\uFFFE\uFFFF\uFFFD \U0010FFFF \uE000 \U000E0041",
	"<script>alert('x')</script>", "]]> <![CDATA[ &amp; &#0; <!-- --> <?x?>", "a & b < c > d \" e ' f", "https://example.com/a?b=c&d=<e>#f (and mailto:a@b.c).",
	"javascript:alert(1) file:///etc/passwd data:text/html,x", "(unbalanced \\( paren) >> endobj stream", "=1+1", "@SUM(A1)", "+49", "-1", "a,b;\"c\"\t'd'", "| pipe | `tick` **bold** # head\n- list",
	"title: x\nsection y: z: 3: a, b", "%%{init: {}}%% ; -->", "%s %d %n {0} ${x} $(x) `x`", "'; DROP TABLE stage; --", "NaN", "null", "true", "1e309", "0x10", "\\u0000 \\n \\", " leading and trailing ", "x",
	"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", "𝒳𝔘 𐐷 𠮷 \U0001F9D1\u200D\U0001F680", "ﷺ ﷽ ꧅ 𒐫", "١٢٣ एक ๑๒๓", "\u0301 begins with a mark", "…—–‑ ‰ № ™ ½ → ⇄ ★",
}

// words are the values of the fields that take no other.
var words = map[reflect.Type][]string{
	reflect.TypeFor[journey.State]():            {string(journey.CurrentState), string(journey.FutureState)},
	reflect.TypeFor[journey.Direction]():        strs(journey.Directions),
	reflect.TypeFor[journey.Phase]():            strs(journey.Phases),
	reflect.TypeFor[journey.CustomerStatus]():   strs(journey.CustomerStatuses),
	reflect.TypeFor[journey.LaneType]():         strs(journey.LaneTypes),
	reflect.TypeFor[journey.Medium]():           strs(journey.Media),
	reflect.TypeFor[journey.Ownership]():        strs(journey.Ownerships),
	reflect.TypeFor[journey.Interaction]():      strs(journey.Interactions),
	reflect.TypeFor[journey.Delivery]():         strs(journey.Deliveries),
	reflect.TypeFor[journey.Source]():           strs(journey.Sources),
	reflect.TypeFor[journey.OpportunityState](): strs(journey.OpportunityStates),
	reflect.TypeFor[journey.Felt]():             strs(journey.Felts),
}

func strs[T ~string](from []T) []string {
	out := make([]string, len(from))
	for i, w := range from {
		out[i] = string(w)
	}
	return out
}
