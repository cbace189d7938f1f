package survey

import (
	"strings"
	"testing"
)

// TestStated reads answers whose scale the question, the answers or words beside
// them tell, and such as tell too little.
func TestStated(t *testing.T) {
	five, seven := "1,2,3,3,4,4,4,5,5", "1,2,3,4,4,5,5,6,6,7"
	for _, c := range []struct {
		header, answers string // with bars between answers that hold a comma
		want            string // the first reading; empty: none
		sure            bool
	}{
		{"Gate (1 = very bad, 5 = very good)", five, "1 to 5", true},
		{"Gate (1 = best, 5 = worst)", five, "5 to 1", true},
		{"Gate, 1 is best", five, "5 to 1", true},
		{"Gate - 5 = very bad", five, "5 to 1", true},
		{"Gate (1 = très satisfait, 5 = très insatisfait)", five, "5 to 1", true},
		{"Gate (1: excelente; 5: muy malo)", five, "5 to 1", true},
		{"Gate [1 = stimme voll zu ... 5 = stimme gar nicht zu]", five, "5 to 1", true},
		{"Gate (1 - strongly agree to 7 - strongly disagree)", seven, "7 to 1", true},
		{"Gate（1：とても満足、5：とても不満）", five, "5 to 1", true},
		{"Gate: from very good (1) to very bad (5)", five, "5 to 1", true},
		{"Gate (1 = not at all, 5 = completely)", five, "1 to 5", true},
		{"Gate (1 = hate, 9 = love)", "1,3,4,6,7,8,8,9,9", "1 to 9", true},
		{"Gate (1 = xyzzy, 5 = plugh)", five, "1 to 5", false},
		{"How hard was it? (1 = very hard, 7 = very easy)", seven, "1 to 7", true},
		{"No problems (1 = strongly disagree, 5 = strongly agree)", five, "1 to 5", true},
		{"How satisfied (0-10): gate", "0,1,2,5,7,8,9,10", "0 to 10", true},
		{"Gate (1-5, 0 = does not apply)", "0,1,2,3,4,5", "1 to 5, not applicable: 0", true},
		{"Gate (1-5)", "0,1,2,3,4,5,9", "1 to 5, not applicable: 0, 9", true},
		{"Gate (1-4)", "1,2,3,4", "1 to 4", true},
		{"Please rate the gate from 1 to 6", "1,2,3,4,5,6", "1 to 6", true},
		{"Would you come again? (1 = yes, 2 = no)", "1,1,2", "2 to 1", true},
		{"Gate 1-5", "1,2,3", "1 to 3", false},
		{"Gate", "1/5,2/5,3/5,4/5,5/5", "1 to 5", true},
		{"Gate", "1.5 out of 5 stars,4 out of 5 stars,5 out of 5 stars", "1 to 5", true},
		{"Gate", "0/10,5/10,10/10", "0 to 10", false},
		{"Gate", "3/5,2/7,4/10", "", false},
		{"Gate", "28/5,3/12,1/1", "", false},
		{"Gate", "★★★½,★★,★★★★★,★", "1 to 5", true},
		{"Gate", "１,２,３,３,４,４,５,５", "1 to 5", true},
		{"Gate", "١,٢,٣,٣,٤,٤,٥,٥", "1 to 5", true},
		{"Gate", "①,②,③,③,④,④,⑤,⑤", "1 to 5", true},
		{"Gate", `="1",="2",="3",="3",="4",="4",="5",="5"`, "1 to 5", true},
		{"Gate", "Very bad (1),Bad (2),OK (3),OK (3),Good (4),Good (4),Very good (5)", "1 to 5", true},
		{"Gate", "(1) very bad,(2) bad,(3) ok,(3) ok,(4) good,(4) good,(5) very good", "1 to 5", true},
		{"Gate", "1 (very satisfied),2,3,3,4,4,5 (very dissatisfied)", "5 to 1", true},
		{"Gate", "1 (terrible),2,3,4,5,6,7,8,9,10 (excellent)", "1 to 10", true},
		{"Gate", "1,2,3,3,4,4,5,5,9 - don't know", "1 to 5, not applicable: 9 - don't know", true},
		{"Reason", "1. Leisure,2. Business,3. Family,4. Study,5. Other", "1 to 5", false},
		{"Gate", "Terminal (1),Terminal (2),Terminal (3)", "", false},
		{"Gate", "1,2,3,4,5,6,7,99", "1 to 7, not applicable: 99", true},
		{"Gate", "1,2,3,4,5,6,7,9", "1 to 7, not applicable: 9", true},
		{"Gate", "-2,-1,0,1,1,2,2", "-2 to 2", true},
		{"Score", "A1,A2,A3,A4,A5", "words, 1 to 5", false},
		{"Age group", five, "", false},
		{"Q3. What is your age?", five, "", false},
		{"number of flights", five, "", false},
		{"Altersgruppe", five, "", false},
		{"年代", five, "", false},
		{"store id", five, "", false},
		{"Age-appropriate films", five, "1 to 5", true},
		{"How many stars for the gate?", five, "1 to 5", true},
		{"Which did you use? - app", "0,1", "0 to 1", false},
		{"Was the flight delayed?", "yes,no", "words, 1 to 0", false},
	} {
		rows := strings.Split(c.answers, ",")
		for i := range rows {
			rows[i] = `"` + strings.ReplaceAll(rows[i], `"`, `""`) + `",x`
		}
		r := counted(t, repeated(`"`+c.header+`",end`, 60, rows...), Options{})
		f := Find(r)[0]
		got := ""
		if len(f.Readings) > 0 {
			got = f.Readings[0].String()
		}
		if got != c.want || f.Sure() != c.sure {
			t.Errorf("%s, %s: got %q, doubts %v (%s); want %q, sure %v", c.header, c.answers, got, f.Doubts, f.Why, c.want, c.sure)
		}
	}
}

// TestSteps looks where words stand on their scale: the emotions of the steps, from
// the worst on, with what was not chosen left out.
func TestSteps(t *testing.T) {
	const second = -2 + 4.0/3
	for _, c := range []struct {
		answers string
		want    []float64 // in the order of the answers
		sure    bool
	}{
		{"Strongly disagree,Disagree,Somewhat disagree,Neither agree nor disagree,Somewhat agree,Agree,Strongly agree", []float64{-2, -2 + 2.0/3, -2 + 4.0/3, 0, 2.0 / 3, 4.0 / 3, 2}, true},
		{"Strongly disagree,Disagree,Agree,Strongly agree", []float64{-2, second, -second, 2}, true},
		{"trifft nicht zu,trifft eher nicht zu,trifft eher zu,trifft zu", []float64{-2, second, -second, 2}, true},
		{"不満,やや不満,普通,やや満足,満足", []float64{-2, -1, 0, 1, 2}, true},
		{"Not at all satisfied,Slightly satisfied,Moderately satisfied,Very satisfied,Extremely satisfied", []float64{-2, -1, 0, 1, 2}, true},
		{"Poor,Fair,Good,Very good,Excellent", []float64{-2, -1, 0, 1, 2}, true},
		{"Poor,Fair,Good,Excellent", []float64{-1, 0, 1, 2}, false},
		{"Never,Sometimes,Usually,Always", []float64{-2, second, -second, 2}, true},
		{"Dissatisfied,Neutral,Satisfied,Very satisfied", []float64{-1, 0, 1, 2}, true},
		{"Satisfied,Very satisfied", []float64{1, 2}, false},
		{"Satisfecho/a,Insatisfecha,Muy satisfecho,Ni satisfecho ni insatisfecho,Muy insatisfecho", []float64{1, -1, 2, 0, -2}, true},
		{"Très insatisfait(e),Insatisfait(e),NEUTRE,satisfait ,TRÈS SATISFAIT", []float64{-2, -1, 0, 1, 2}, true},
		{"Per niente soddisfatto,Poco soddisfatto,Abbastanza soddisfatto,Molto soddisfatto", []float64{-2, second, -second, 2}, true},
		{"غير راضٍ على الإطلاق,غير راضٍ,محايد,راضٍ,راضٍ جدًا", []float64{-2, -1, 0, 1, 2}, true},
		{"很不满意,不太满意,一般,比较满意,很满意", []float64{-2, -1, 0, 1, 2}, true},
		{"😡,🙁,😐,🙂,😍", []float64{-2, -1, 0, 1, 2}, true},
		{"ungenügend,mangelhaft,ausreichend,befriedigend,gut,sehr gut", []float64{-2, -1.2, -0.4, 0.4, 1.2, 2}, true},
		{"Positive,Neutral,Negative", []float64{2, 0, -2}, true},
		{"👍,👎", []float64{2, -2}, true},
		{"Agree,Neutral,Disagree", []float64{2, 0, -2}, false},
		{"Very satisfied,Highly satisfied,Neutral,Very dissatisfied,Dissatisfied", []float64{2, 2, 0, -2, -1}, false},
	} {
		rows := strings.Split(c.answers, ",")
		for i := range rows {
			rows[i] = `"` + rows[i] + `",x`
		}
		r := counted(t, repeated("Gate,end", 60, rows...), Options{})
		f := Find(r)[0]
		if len(f.Readings) == 0 || f.Sure() != c.sure {
			t.Errorf("%s: %v, doubts %v (%s); want sure %v", c.answers, f.Readings, f.Doubts, f.Why, c.sure)
			continue
		}
		for i, a := range strings.Split(c.answers, ",") {
			v, ok := f.Readings[0].value(a)
			if got := f.Readings[0].Scale.Valence(v); !ok || got < c.want[i]-1e-9 || got > c.want[i]+1e-9 {
				t.Errorf("%s: %q is %v (%v), want %v", c.answers, a, got, ok, c.want[i])
			}
		}
	}
}

func TestSaysNothing(t *testing.T) {
	for _, a := range []string{
		"N/A", "k.A.", "- keine Angabe -", "Keine Antwort", "sin respuesta", "Ne sait pas", "該当なし", "לא רלוונטי", "Не знаю", "لا ينطبق", "不知道", "non so", "n.v.t.",
		"kann ich nicht beurteilen", "Not applicable / did not use", "Prefer not to answer", "(blank)", ".a", "#NULL!", "#DIV/0!", "DK", "geen mening", "nie dotyczy", "<none>", "なし",
	} {
		if !saysNothing(a) {
			t.Errorf("%q says something", a)
		}
	}
	for _, a := range []string{"good", "No", "0", "neutral", "not satisfied", "nicht zufrieden", "trifft nicht zu", "average"} {
		if saysNothing(a) {
			t.Errorf("%q says nothing", a)
		}
	}
}
