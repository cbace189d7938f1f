package app

import (
	"fyne.io/fyne/v2"

	"touchline.app/app/say"
)

// menus is the menu bar over the table of actions.
type menus struct {
	bar   *fyne.MainMenu
	items map[string]*fyne.MenuItem // by key of the action
	under map[string][]*action      // what stands in a menu, by its key
}

func newMenus(e *editor) *menus {
	m := &menus{items: map[string]*fyne.MenuItem{}, under: map[string][]*action{}}
	var order []string
	byMenu := map[string][]*fyne.MenuItem{}
	for i := range e.table {
		a := &e.table[i]
		if _, ok := byMenu[a.menu]; !ok {
			order = append(order, a.menu)
		}
		if a.line {
			byMenu[a.menu] = append(byMenu[a.menu], fyne.NewMenuItemSeparator())
		}
		it := fyne.NewMenuItem(say.Text(a.key), nil)
		if a.run != nil {
			it.Action = func() { e.perform(a.key) }
		}
		it.Shortcut = unseen(a.shortcut)
		it.IsQuit = a.key == "action.quit"
		m.items[a.key] = it
		m.under[a.menu] = append(m.under[a.menu], a)
		byMenu[a.menu] = append(byMenu[a.menu], it)
	}
	m.bar = fyne.NewMainMenu()
	for _, key := range order {
		m.bar.Items = append(m.bar.Items, fyne.NewMenu(say.Text(key), byMenu[key]...))
	}
	return m
}

// refresh brings texts, marks and what can be chosen up to date.
func (m *menus) refresh(e *editor) {
	changed := false
	for _, as := range m.under {
		labels := labelsOf(as, e)
		for i, a := range as {
			it := m.items[a.key]
			off, on := !e.allows(a), a.checked != nil && a.checked(e)
			if a.sub != nil {
				choices := a.sub(e)
				off = off || len(choices) == 0
				changed = m.fill(it, choices, e) || changed
			}
			if it.Label != labels[i] || it.Disabled != off || it.Checked != on {
				it.Label, it.Disabled, it.Checked = labels[i], off, on
				changed = true
			}
		}
	}
	if changed {
		m.bar.Refresh()
	}
}

// labelsOf returns what the items of a menu say, with their keys.
func labelsOf(as []*action, e *editor) []string {
	texts, keys := make([]string, len(as)), make([]string, len(as))
	for i, a := range as {
		texts[i], keys[i] = say.Text(a.key), keyText(a.shortcut)
		if a.label != nil {
			texts[i] = a.label(e)
		}
	}
	return withKeys(texts, keys)
}

// fill makes the choices the item's own menu, and reports whether that changed it.
func (m *menus) fill(it *fyne.MenuItem, cs []choice, e *editor) bool {
	if it.ChildMenu != nil && len(it.ChildMenu.Items) == len(cs) {
		same := true
		for i, c := range cs {
			same = same && it.ChildMenu.Items[i].Label == c.text
		}
		if same {
			return false
		}
	}
	sub := fyne.NewMenu("")
	for _, c := range cs {
		sub.Items = append(sub.Items, fyne.NewMenuItem(c.text, func() {
			c.run(e)
			e.refreshActions()
		}))
	}
	it.ChildMenu = sub
	return true
}
