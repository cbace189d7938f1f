package summary

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"touchline.app/journey"
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
	s.writeMore(out)
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

// writeMore writes what goes beyond means, where there is any.
func (s Map) writeMore(out io.Writer) {
	if s.WeightedActual != nil {
		fmt.Fprintf(out, "with moments that matter counted twice the mean is %s; no change needed at %d of %s\n",
			signed(s.WeightedActual), s.MayStay, counted(s.Counts.Touchpoints, "touchpoint"))
	}
	if len(s.Promises) > 0 {
		of := map[journey.Outcome]int{}
		for _, p := range s.Promises {
			of[p.Outcome]++
		}
		fmt.Fprintf(out, "%s: %d kept, %d broken, %d not tested\n", counted(len(s.Promises), "promise"), of[journey.Kept], of[journey.Broken], of[journey.Untold])
	}
	if s.Events != nil {
		fmt.Fprintf(out, "%s, %d finished, %d met something off the map\n", counted(s.Events.Customers, "customer"), s.Events.Finished, s.Events.AdHoc)
	}
	if s.Unsaid.Findings > 0 {
		fmt.Fprintf(out, "%s of the coverage check\n", counted(s.Unsaid.Findings, "finding"))
	}
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
