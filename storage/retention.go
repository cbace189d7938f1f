package storage

import "context"

func (f *File) tidy(ctx context.Context) {}
