package document

// TakeBack takes back the gesture that Type began and that goes on, as if it had not
// begun, and reports whether one did.
func (d *Document) TakeBack() bool {
	p := d.history.TakeBack(d.m)
	if p.Empty() {
		return false
	}
	d.tell(p)
	d.held = join(d.held, p)
	d.Flush()
	return true
}
