package page

func (p *setter) reports() error { return nil }
