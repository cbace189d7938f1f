package grid

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
)

// TestGuess writes prose in encodings of its language and finds them out, from
// all of it and from a few of its words.
func TestGuess(t *testing.T) {
	prose := map[string]string{
		"fra": "La reconnaissance de la dignité inhérente à tous les membres de la famille humaine, des droits égaux; très satisfait, déçu, où êtes-vous né à l'été",
		"deu": "Wie zufrieden waren Sie mit der Begrüßung? überhaupt nicht, größtenteils schön, für später geöffnet",
		"spa": "¿Cuán satisfecho está con la atención? Muy satisfecho, no sé, mañana, señal, rápido",
		"por": "Avaliação da recepção: não, razoável, ótimo, péssimo, atenção às crianças",
		"jpn": "とても満足しています。レストランの待ち時間が長かったです。スタッフはどちらでもない",
		"zht": "非常滿意，服務人員態度很好，但是等待時間太長了，下次還會再來",
		"zhs": "非常满意，服务人员态度很好，但是等待时间太长了，下次还会再来，问题解决得很快",
		"kor": "매우 만족합니다. 직원이 친절하고 대기 시간이 짧았습니다. 다음에도 이용하겠습니다",
		"rus": "Очень доволен обслуживанием, но ждать пришлось слишком долго, спасибо персоналу",
	}
	for file, name := range map[string]string{"fra": "fra", "jpn": "jpn", "cmn_hans": "zhs", "rus": "rus", "por_PT": "por"} {
		if data, err := os.ReadFile(filepath.Join(sharedHostile, "udhr", file+".txt")); err == nil {
			prose[name+" long"] = string(data)
		}
	}
	for name, text := range prose {
		for _, e := range map[string][]string{
			"fra": {"Windows-1252"}, "deu": {"Windows-1252"}, "spa": {"Windows-1252"}, "por": {"Windows-1252"},
			"jpn": {"Shift-JIS", "EUC-JP"}, "zht": {"Big5"}, "zhs": {"GB18030"}, "kor": {"EUC-KR"}, "rus": {"Windows-1251"},
		}[name[:3]] {
			coded, err := encoding.ReplaceUnsupported(decoders[e].NewEncoder()).String(text)
			if err != nil {
				t.Fatal(err)
			}
			for _, data := range []string{coded, "id;text\n1;" + coded + "\n", strings.ReplaceAll(coded, " ", ",1,2\n")} {
				if got := guess([]byte(data), false); got != e {
					t.Errorf("%s in %s is taken for %s", name, e, got)
				}
			}
		}
		for _, e := range []string{"UTF-16LE", "UTF-16BE"} {
			if name[:3] == "jpn" || name[:2] == "zh" || name[:3] == "kor" || name[:3] == "rus" {
				text = "id;question;answer\n1;" + text[:60] + ";5\n2;staff;4\n3;;2\n" // some Latin letters are all there is to tell by
			}
			coded, err := decoders[e].NewEncoder().String(text)
			if err != nil {
				t.Fatal(err)
			}
			if got := guess([]byte(coded)[2:], false); got != e {
				t.Errorf("%s in %s without a mark is taken for %s", name, e, got)
			}
		}
	}
}
