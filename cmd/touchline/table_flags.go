package main

import (
	"context"
	"os"
	"os/signal"

	"github.com/spf13/cobra"

	"touchline.app/export/grid"
)

// tableFlags are what a person corrects of how a table is written.
type tableFlags struct {
	wish         grid.Wish
	skip, header int
}

func (f *tableFlags) declare(c *cobra.Command) {
	c.Flags().StringVar(&f.wish.Encoding, "encoding", "", "of the table: UTF-8, Windows-1252, Shift-JIS, Big5 ...")
	c.Flags().StringVar(&f.wish.Delimiter, "delimiter", "", "between the cells: , ; | or tab")
	c.Flags().StringVar(&f.wish.Sheet, "sheet", "", "of a workbook")
	c.Flags().IntVar(&f.skip, "skip", 0, "rows above the header")
	c.Flags().IntVar(&f.header, "header", 0, "rows of the header; 0 where the columns have no names")
}

// over carries out what is done with a map and a table, until the person stops it.
func (f *tableFlags) over(run func(ctx context.Context, mapPath, path string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		if err := isMapName(args[0]); err != nil {
			return err
		}
		f.changed(c)
		ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
		defer stop()
		return run(ctx, args[0], args[1])
	}
}

// changed takes over the flags whose zero means something.
func (f *tableFlags) changed(c *cobra.Command) {
	if c.Flags().Changed("skip") {
		f.wish.Skip = &f.skip
	}
	if c.Flags().Changed("header") {
		f.wish.Header = &f.header
	}
	if f.wish.Delimiter == "tab" || f.wish.Delimiter == `\t` {
		f.wish.Delimiter = "\t"
	}
}
