// Command survey counts the answers of a survey of passengers, question by question, and writes
// the table that package sample embeds. The survey itself is not part of the program: its licence
// is not clear enough to pass on 25,976 answers, and their counts are all the sample map needs.
//
//	go run ./journey/sample/survey airline_test.csv > journey/sample/survey/airline.tsv
package main

import (
	"crypto/sha256"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const head = `# Answers of 25,976 airline passengers, counted for each question and rating.
# Source: Kaggle data set teejmahal20/airline-passenger-satisfaction, file test.csv, as kept in
#   github.com/SO09/Airline-Passenger-Satisfaction, data/raw/test.csv, commit e41dab430005433ca6bba9797262cbc7dee7072d.
# Licence: named "other" on Kaggle, MIT in that repository, published as public domain by Maven Analytics.
#   Only counts are kept here. The day of collection is not known.
# Rating 0 means not applicable.
# Made by: go run ./journey/sample/survey airline_test.csv
`

// steps is the number of ratings, 0 (not applicable) and the scale of 1 to 5.
const steps = 6

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) != 1 {
		return errors.New("usage: survey ANSWERS.csv")
	}
	in, err := os.Open(args[0])
	if err != nil {
		return fmt.Errorf("open the answers: %w", err)
	}
	defer func() { _ = in.Close() }() // only read from
	sum := sha256.New()
	table, err := count(io.TeeReader(in, sum))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s# File: %s, SHA-256 %x\nquestion\t0\t1\t2\t3\t4\t5\n%s", head, filepath.Base(args[0]), sum.Sum(nil), table)
	return err
}

// count reads answers as CSV and returns one line of counts for each column between "Flight
// Distance" and "Departure Delay in Minutes", where the questions stand.
func count(in io.Reader) (string, error) {
	rows, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return "", fmt.Errorf("read the answers: %w", err)
	}
	if len(rows) == 0 {
		return "", errors.New("there are no answers")
	}
	first := slices.Index(rows[0], "Flight Distance") + 1
	last := slices.Index(rows[0], "Departure Delay in Minutes")
	if first == 0 || last < first {
		return "", errors.New("the columns of the questions were not found")
	}
	var table strings.Builder
	for column := first; column < last; column++ {
		counts, err := countColumn(rows[1:], column)
		if err != nil {
			return "", fmt.Errorf("count question %q: %w", rows[0][column], err)
		}
		table.WriteString(rows[0][column])
		for _, n := range counts {
			table.WriteString("\t" + strconv.Itoa(n))
		}
		table.WriteByte('\n')
	}
	return table.String(), nil
}

func countColumn(rows [][]string, column int) ([steps]int, error) {
	var counts [steps]int
	for i, row := range rows {
		rating, err := strconv.Atoi(row[column])
		if err != nil || rating < 0 || rating >= steps {
			return counts, fmt.Errorf("answer %d is %q, not a rating of 0 to %d", i+1, row[column], steps-1)
		}
		counts[rating]++
	}
	return counts, nil
}
