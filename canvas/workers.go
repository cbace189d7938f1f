package canvas

import (
	"slices"
	"sync"

	"touchline.app/canvas/raster"
)

// workers draw tiles beside the interface, each with a painter of its own. They
// take the latest order first: it is the one that is looked at.
type workers struct {
	mu     sync.Mutex
	more   *sync.Cond
	orders []func(*raster.Painter)
	closed bool
	count  int
}

func newWorkers(n int) *workers {
	w := &workers{count: n}
	w.more = sync.NewCond(&w.mu)
	for range n {
		go w.run()
	}
	return w
}

func (w *workers) do(order func(*raster.Painter)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.orders = append(w.orders, order)
	w.more.Signal()
}

// later has an order done when there is no other.
func (w *workers) later(order func(*raster.Painter)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.orders = slices.Insert(w.orders, 0, order)
	w.more.Signal()
}

// share does a task here and in each worker that is free meanwhile, and returns
// when none is at it any more: a worker that comes later finds it done.
func (w *workers) share(own *raster.Painter, task func(*raster.Painter)) {
	var mu sync.Mutex
	var busy sync.WaitGroup
	over := false
	for range w.count {
		w.do(func(p *raster.Painter) {
			mu.Lock()
			if over {
				mu.Unlock()
				return
			}
			busy.Add(1)
			mu.Unlock()
			defer busy.Done()
			task(p)
		})
	}
	task(own)
	mu.Lock()
	over = true
	mu.Unlock()
	busy.Wait()
}

func (w *workers) run() {
	p := raster.New()
	for {
		w.mu.Lock()
		for len(w.orders) == 0 && !w.closed {
			w.more.Wait()
		}
		if w.closed {
			w.mu.Unlock()
			return
		}
		order := w.orders[len(w.orders)-1]
		w.orders = w.orders[:len(w.orders)-1]
		w.mu.Unlock()
		order(p)
	}
}

func (w *workers) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.closed = true
	w.more.Broadcast()
}
