package survey

import (
	"slices"
	"strings"

	"touchline.app/export/grid"
)

// ProposeLong finds out whether a table has a row for each answer, and which
// columns hold question and answer. It returns nil where there is a column for
// each question, as mostly, or where several columns could be the one.
func ProposeLong(p grid.Preview) *Long {
	if len(p.Columns) > mostLongColumns || len(p.Rows) < 4 {
		return nil
	}
	questions, answers := named(p.Columns, questionNames), named(p.Columns, answerNames)
	if len(questions) != 1 || len(answers) != 1 || questions[0] == answers[0] {
		return nil
	}
	if !repeats(p.Rows, questions[0]) {
		return nil
	}
	return &Long{Question: p.Columns[questions[0]].Name, Answer: p.Columns[answers[0]].Name}
}

// mostLongColumns is how many columns a table with a row for each answer has at
// most: question, answer and what is known of who gave it.
const mostLongColumns = 15

var (
	questionNames = []string{"question", "item", "frage", "pregunta", "pergunta", "domanda", "質問", "設問", "問題", "问题", "题目", "題目", "문항", "질문", "vraag", "السؤال", "سؤال", "вопрос", "pytanie", "fråga", "spørgsmål", "שאלה", "variable", "attribute", "touchpoint"}
	answerNames   = []string{"answer", "response", "rating", "score", "value", "antwort", "bewertung", "wert", "respuesta", "valor", "réponse", "note", "resposta", "risposta", "回答", "評価", "答案", "评分", "評分", "응답", "답변", "antwoord", "الإجابة", "الاجابة", "الجواب", "التقييم", "ответ", "оценка", "odpowiedź", "ocena", "svar", "betyg", "תשובה", "nota", "punteggio", "punkte", "waarde", "valeur", "値"}
)

// named returns the columns whose name is one of the words, alone or as a word
// of it; where one is called exactly so, that one.
func named(columns []grid.Column, words []string) (out []int) {
	var exact []int
	for i, c := range columns {
		parts := strings.FieldsFunc(strings.ToLower(c.Name), func(r rune) bool { return strings.ContainsRune(" _-.:/", r) })
		for _, w := range words {
			if len(parts) == 1 && parts[0] == w {
				exact = append(exact, i)
			}
			if slices.Contains(parts, w) || w[0] >= 0x80 && strings.Contains(c.Name, w) {
				out = append(out, i)
				break
			}
		}
		if slices.Contains(parts, "id") || slices.Contains(parts, "date") { // of a response, not the answer
			out = slices.DeleteFunc(out, func(j int) bool { return j == i })
		}
	}
	if len(exact) == 1 {
		return exact
	}
	return out
}

// repeats reports whether a column says the same in several rows, as questions
// do that many are asked.
func repeats(rows [][]string, column int) bool {
	seen := map[string]int{}
	for _, r := range rows {
		if column < len(r) {
			seen[strings.TrimSpace(r[column])]++
		}
	}
	return len(seen) > 1 && len(seen)*2 <= len(rows)
}
