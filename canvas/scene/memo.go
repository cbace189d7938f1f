package scene

// memo keeps what was made of ingredients: of equal ones the same is made, so it
// need not be made again. What two rounds in turn had no use for may be forgotten.
//
// A round mostly asks for what the one before asked for, in the same order: so the
// next one is looked at before it is searched for.
type memo[K comparable, V any] struct {
	kept   map[K]*kept[K, V]
	round  int
	used   int           // in this round
	before []*kept[K, V] // asked for in the round before, in order
	at     int           // in before, behind the last that was asked for again
	asked  []*kept[K, V] // in this round, in order
}

type kept[K comparable, V any] struct {
	key   K
	value V
	round int // in which it was used last
}

// ahead is how many of the round before are looked at: those between are no longer
// asked for.
const ahead = 6

// of returns what is made of k.
func (m *memo[K, V]) of(k K, made func() V) V {
	x := m.next(k)
	if x == nil {
		x = m.search(k, made)
	}
	if x.round != m.round {
		x.round = m.round
		m.used++
	}
	m.asked = append(m.asked, x)
	return x.value
}

// next returns what the round before asked for at this place where it is k.
func (m *memo[K, V]) next(k K) *kept[K, V] {
	for i := m.at; i < len(m.before) && i < m.at+ahead; i++ {
		if x := m.before[i]; x.key == k {
			m.at = i + 1
			return x
		}
	}
	return nil
}

func (m *memo[K, V]) search(k K, made func() V) *kept[K, V] {
	x := m.kept[k]
	if x == nil {
		if m.kept == nil {
			m.kept = map[K]*kept[K, V]{}
		}
		x = &kept[K, V]{key: k, value: made(), round: -1}
		m.kept[k] = x
	}
	return x
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
	m.before, m.asked, m.at = m.asked, m.before[:0], 0
	clear(m.asked[:cap(m.asked)]) // what is not asked for again is not held
}
