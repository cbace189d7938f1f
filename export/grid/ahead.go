package grid

import (
	"errors"
	"io"
	"sync"
)

// ahead reads on while what was read is still looked at: unpacking a sheet and
// understanding it take about the same time.
type ahead struct {
	blocks chan block
	free   chan []byte
	left   []byte // of the block that is looked at
	whole  []byte
	err    error
	stop   chan struct{}
	once   sync.Once
	ended  sync.WaitGroup
	from   io.Closer
}

type block struct {
	data []byte
	err  error
}

func readAhead(from io.ReadCloser) *ahead {
	const blocks, size = 4, 128 << 10
	a := &ahead{blocks: make(chan block, blocks), free: make(chan []byte, blocks), stop: make(chan struct{}), from: from}
	for range blocks {
		a.free <- make([]byte, size)
	}
	a.ended.Add(1)
	go func() {
		defer a.ended.Done()
		defer close(a.blocks)
		for {
			select {
			case <-a.stop:
				return
			case room := <-a.free:
				n, err := io.ReadFull(from, room)
				a.blocks <- block{room[:n], err}
				if err != nil {
					return
				}
			}
		}
	}()
	return a
}

func (a *ahead) Read(p []byte) (int, error) {
	for len(a.left) == 0 {
		if a.whole != nil {
			a.free <- a.whole[:cap(a.whole)]
			a.whole = nil
		}
		if a.err != nil {
			return 0, a.err
		}
		b, ok := <-a.blocks
		if !ok {
			return 0, io.EOF
		}
		a.left, a.whole, a.err = b.data, b.data, b.err
		if errors.Is(b.err, io.ErrUnexpectedEOF) { // the last block is not full
			a.err = io.EOF
		}
	}
	n := copy(p, a.left)
	a.left = a.left[n:]
	return n, nil
}

func (a *ahead) Close() error {
	a.once.Do(func() { close(a.stop) })
	a.ended.Wait()
	return a.from.Close()
}
