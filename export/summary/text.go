package summary

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteText writes the summary for a person, in English.
func (s Map) WriteText(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, orNone(s.Title, "(no title)"))
	fmt.Fprintf(out, "%s, %s, %s\n", counted(s.Counts.Stages, "stage"), counted(s.Counts.Lanes, "lane"), counted(s.Counts.Touchpoints, "touchpoint"))
	fmt.Fprintf(out, "mean emotion %s, peak-end %s, mean gap %s\n", signed(s.MeanActual), signed(s.PeakEnd), signed(s.MeanGap))
	if s.LargestGap.Touchpoint != nil {
		fmt.Fprintf(out, "largest gap %s: %s\n", signed(s.LargestGap.Gap), *s.LargestGap.Touchpoint)
	}
	for _, stage := range s.Stages {
		fmt.Fprintf(out, "\n%s", orNone(stage.Name, "(no name)"))
		if stage.Phase != "" {
			fmt.Fprintf(out, " (%s)", stage.Phase)
		}
		fmt.Fprintln(out)
		for _, t := range stage.Touchpoints {
			fmt.Fprintf(out, "  expected %4s  actual %4s  gap %4s  %s\n", signed(t.Expected), signed(t.Actual), signed(t.Gap), orNone(t.Name, "(no name)"))
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write summary: %w", err)
	}
	return nil
}

func orNone(s, none string) string {
	if strings.TrimSpace(s) == "" {
		return none
	}
	return s
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// signed returns a valence or gap to a tenth, with its sign; "-" where unknown.
func signed(x *float64) string {
	if x == nil {
		return "-"
	}
	text := fmt.Sprintf("%+.1f", *x)
	if strings.TrimLeft(text, "+-0.") == "" {
		return "0.0"
	}
	return text
}
