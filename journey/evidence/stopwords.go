package evidence

import "strings"

// stopWords say nothing about the touchpoint a question asks for, in the
// languages surveys come in.
var stopWords = set(
	// English
	`a an and are at by did do does for from had has have how i in into is it its much of on or our overall please q rate rated rating
	satisfied satisfaction satisfactory scale service the their they this to was were well what with would you your experience
	likely feel about score question answer`,
	// German
	`am an auf bei bitte das dem den der des die ein eine einem einen einer für fuer haben hat ihr ihre ihrem ihren ihrer im in ist
	mit sehr sie sind und uns unser unsere unserem unseren von waren war wie zu zufrieden zufriedenheit zum zur bewerten bewertung frage`,
	// Spanish
	`al como con cual de del el en es esta este fue la las lo los para por que qué se su sus un una usted y satisfecho satisfacción
	satisfecha califica calificacion pregunta`,
	// French
	`au aux avec avez ce cette comment dans des du etes et la le les l d notre nos par pour que qu quel quelle satisfait satisfaite
	satisfaction sont sur un une vos votre vous noter question`,
	// Portuguese
	`ao aos as com como da das do dos em esta foi na nas no nos o os ou para pela pelo por quao que satisfeito satisfeita satisfacao
	seu sua um uma voce avalia avaliacao pergunta`,
	// Italian and Dutch
	`il lo gli della dello delle degli di nel nella per quanto soddisfatto soddisfazione con het een van met hoe tevreden bent was uw over`,
	// Japanese and Chinese, as pairs of letters
	`です ます した して つい いて 満足 足度 満 足 度 どの 評価 满意 意度 滿意 满 滿`,
)

// accents are letters with their plain spelling.
var accents = spell(
	"aàáâãåāăą", "cçćč", "dďđ", "eèéêëēėęě", "gğ", "iìíîïīį", "lł", "nñńň", "oòóôõøō", "rř", "sśšş", "tťț", "uùúûūůű", "yýÿ", "zźżž",
)

func set(lists ...string) map[string]bool {
	out := map[string]bool{}
	for _, l := range lists {
		for _, w := range strings.Fields(l) {
			for _, p := range split(w) {
				out[p] = true
			}
		}
	}
	return out
}

func spell(rows ...string) map[rune]string {
	out := map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss", 'æ': "ae", 'œ': "oe"}
	for _, row := range rows {
		for _, r := range row[1:] {
			out[r] = row[:1]
		}
	}
	return out
}
