package journey

// The methods that make each type a Row.

// RowID implements Row.
func (r Head) RowID() ID { return r.ID }

// Kind implements Row.
func (Head) Kind() Kind { return KindHead }

// Label implements Row.
func (r Head) Label() string { return r.Title }

// RowID implements Row.
func (r Persona) RowID() ID { return r.ID }

// Kind implements Row.
func (Persona) Kind() Kind { return KindPersona }

// Label implements Row.
func (r Persona) Label() string { return r.Name }

// RowID implements Row.
func (r Stage) RowID() ID { return r.ID }

// Kind implements Row.
func (Stage) Kind() Kind { return KindStage }

// Label implements Row.
func (r Stage) Label() string { return r.Name }

// RowID implements Row.
func (r Lane) RowID() ID { return r.ID }

// Kind implements Row.
func (Lane) Kind() Kind { return KindLane }

// Label implements Row.
func (r Lane) Label() string { return r.Name }

// RowID implements Row.
func (r Channel) RowID() ID { return r.ID }

// Kind implements Row.
func (Channel) Kind() Kind { return KindChannel }

// Label implements Row.
func (r Channel) Label() string { return r.Name }

// RowID implements Row.
func (r Touchpoint) RowID() ID { return r.ID }

// Kind implements Row.
func (Touchpoint) Kind() Kind { return KindTouchpoint }

// Label implements Row.
func (r Touchpoint) Label() string { return r.Title }

// RowID implements Row.
func (r Note) RowID() ID { return r.ID }

// Kind implements Row.
func (Note) Kind() Kind { return KindNote }

// Label implements Row.
func (r Note) Label() string { return r.Text }

// RowID implements Row.
func (r PainPoint) RowID() ID { return r.ID }

// Kind implements Row.
func (PainPoint) Kind() Kind { return KindPainPoint }

// Label implements Row.
func (r PainPoint) Label() string { return r.Text }

// RowID implements Row.
func (r Opportunity) RowID() ID { return r.ID }

// Kind implements Row.
func (Opportunity) Kind() Kind { return KindOpportunity }

// Label implements Row.
func (r Opportunity) Label() string { return r.Text }

// RowID implements Row.
func (r Metric) RowID() ID { return r.ID }

// Kind implements Row.
func (Metric) Kind() Kind { return KindMetric }

// Label implements Row.
func (r Metric) Label() string { return r.Name }

// RowID implements Row.
func (r Reading) RowID() ID { return r.ID }

// Kind implements Row.
func (Reading) Kind() Kind { return KindReading }

// Label implements Row.
func (r Reading) Label() string { return r.Evidence.Name }

// RowID implements Row.
func (r Promise) RowID() ID { return r.ID }

// Kind implements Row.
func (Promise) Kind() Kind { return KindPromise }

// Label implements Row.
func (r Promise) Label() string { return r.Text }

// RowID implements Row.
func (r Waiver) RowID() ID { return r.ID }

// Kind implements Row.
func (Waiver) Kind() Kind { return KindWaiver }

// Label implements Row.
func (r Waiver) Label() string { return r.Reason }
