package scene

// memo keeps what was made of ingredients: of equal ones the same is made, so it
// need not be made again. What two rounds in turn had no use for may be forgotten.
type memo[K comparable, V any] struct {
	kept  map[K]*kept[V]
	round int
	used  int // in this round
}

type kept[V any] struct {
	value V
	round int // in which it was used last
}

// of returns what is made of k.
func (m *memo[K, V]) of(k K, made func() V) V {
	x := m.kept[k]
	if x == nil {
		if m.kept == nil {
			m.kept = map[K]*kept[V]{}
		}
		x = &kept[V]{value: made(), round: -1}
		m.kept[k] = x
	}
	if x.round != m.round {
		x.round = m.round
		m.used++
	}
	return x.value
}

// turn begins another round. It forgets what has been of no use once that is more
// than what is.
func (m *memo[K, V]) turn() {
	const spare = 64
	if len(m.kept) > 2*m.used+spare {
		for k, x := range m.kept {
			if x.round != m.round {
				delete(m.kept, k)
			}
		}
	}
	m.round++
	m.used = 0
}
