package sample

import "touchline.app/journey"

// flightStages is the content of the flight map in time order. A question is one of the survey's,
// chosen where it asks about what the touchpoint is. "Departure/Arrival time convenient" is the
// nearest there is to comparing times and fares: it asks about the times alone.
var flightStages = []flightStage{planStage, bookStage, prepareStage, airportStage, inFlightStage, arriveStage}

var planStage = flightStage{
	row: journey.Stage{
		Name: "Plan", Phase: journey.Before, Status: journey.StatusUnknown,
		Goal: "Find a trip that fits dates and budget", Expectation: "The price I see is the price I pay",
	},
	contacts: []contact{
		{channel: "Social", actors: []string{"MK"}, expected: 0.5, assumed: 0.4, row: journey.Touchpoint{
			Title: "Sees an ad in the feed", Type: journey.OneWay, Delivery: journey.Automated, Owner: "Marketing",
			Details: "A week in the sun, with a price, between two posts of friends.", Expectation: "Something for people like me",
		}},
		{channel: "Website", actors: []string{"MK"}, question: "Departure/Arrival time convenient", expected: 1, row: journey.Touchpoint{
			Title: "Compares times and fares", Type: journey.TwoWay, Delivery: journey.Automated, Owner: "Web team",
			Details: "Looks at three airlines, two airports and five days.", Expectation: "Times a family can keep",
		}},
	},
	metrics:   []metric{{row: journey.Metric{Name: "Search to booking", Unit: "%", Target: journey.Known(4), Actual: journey.Known(3.1)}}},
	thoughts:  []string{"Is that price for both of us, with bags?"},
	backstage: []string{"Fares are loaded every hour"},
	texts:     []string{"Measured: a survey of 25,976 airline passengers (Kaggle, teejmahal20)"},
}

var bookStage = flightStage{
	row: journey.Stage{
		Name: "Book", Phase: journey.During, Status: journey.StatusProspect,
		Goal: "Pay once, be sure it is booked", Expectation: "A yes at once, and in writing",
	},
	contacts: []contact{
		{channel: "Website", actors: []string{"MK"}, question: "Ease of Online booking", expected: 1.2, word: "unsure", quote: "Did it book? I paid, and saw nothing.", row: journey.Touchpoint{
			Title: "Books online", Type: journey.TwoWay, Delivery: journey.Automated, Owner: "Web team", Status: journey.StatusCustomer,
			Details: "Two names, two passports, one card.", Expectation: "Done in five minutes",
			Matters: true, Reason: "She pays before she has seen anything of us.",
		}},
		{channel: "E-mail", actors: []string{"MK"}, expected: 0.6, assumed: 0.7, row: journey.Touchpoint{
			Title: "Gets the receipt", Type: journey.OneWay, Delivery: journey.Automated, Owner: "Payments",
			Details: "Arrives within the hour, with both names right.", Expectation: "All of it in one mail", LeaveAsIs: true,
		}},
	},
	pains: []pain{{at: "Books online", row: journey.PainPoint{Text: "No sign whether the payment went through", Severity: 5, Owner: "Payments"}}},
	chances: []chance{{at: "Books online", row: journey.Opportunity{
		Text: "Show “booked” within 2 s, mail within 60 s", Impact: 5, Effort: 2, Owner: "Web team", Due: "Q1", State: journey.Planned,
	}}},
	metrics:   []metric{{at: "Books online", row: journey.Metric{Name: "Confirmed within 2 s", Unit: "%", Target: journey.Known(95), Actual: journey.Known(71)}}},
	thoughts:  []string{"Did they take the money twice?"},
	backstage: []string{"The bank answers after 2 to 40 s"},
	texts:     []string{"Emotion: mean of the ratings 1 to 5, minus 3"},
}

var prepareStage = flightStage{
	row: journey.Stage{
		Name: "Prepare", Phase: journey.After, PhaseNote: "before travel", Status: journey.StatusCustomer,
		Goal: "Be ready, no surprises", Expectation: "Somebody tells me what I need to do",
	},
	contacts: []contact{
		{channel: "Counter", actors: []string{"MK"}, question: "Checkin service", expected: 0.6, row: journey.Touchpoint{
			Title: "Checks in", Type: journey.TwoWay, Delivery: journey.Human, Owner: "Airport ops",
			Details: "Hands over the bags the evening before.", Expectation: "Seats side by side",
		}},
		{channel: "Chat", actors: []string{"MK"}, expected: 0.8, assumed: -0.5, word: "sent in circles", row: journey.Touchpoint{
			Title: "Asks about cabin bags", Type: journey.TwoWay, Delivery: journey.AI, Owner: "Service design",
			Details: "Wants to know whether a pushchair counts.", Expectation: "One answer that also holds at the gate",
		}},
	},
	pains: []pain{{at: "Asks about cabin bags", row: journey.PainPoint{Text: "Cabin bag rules differ between app and gate", Severity: 3, Owner: "Service design"}}},
	chances: []chance{{at: "Asks about cabin bags", row: journey.Opportunity{
		Text: "One rules page, quoted by chat and app", Impact: 3, Effort: 1, Owner: "Content", Due: "Q1", State: journey.Open,
	}}},
	metrics:   []metric{{at: "Asks about cabin bags", row: journey.Metric{Name: "Solved in chat", Unit: "%", Target: journey.Known(80), Actual: journey.Known(46)}}},
	thoughts:  []string{"What will they say at the gate?"},
	backstage: []string{"Chat reads rules of last year"},
	texts:     []string{"All else is made up for this sample"},
}

var airportStage = flightStage{
	row: journey.Stage{
		Name: "Airport", Phase: journey.After, PhaseNote: "day of travel", Status: journey.StatusCustomer,
		Goal: "Reach the seat without stress", Expectation: "No running, no queue that stands still",
	},
	contacts: []contact{
		{channel: "Signage", actors: []string{"MK"}, question: "Gate location", expected: 0.5, row: journey.Touchpoint{
			Title: "Finds the gate", Type: journey.OneWay, Owner: "Airport ops",
			Details: "Gate shown 50 minutes before, changed twice.", Expectation: "One look at a sign is enough",
		}},
		{channel: "App", actors: []string{"MK"}, question: "Online boarding", expected: 0.9, row: journey.Touchpoint{
			Title: "Boards by phone", Type: journey.TwoWay, Delivery: journey.Automated, Owner: "App team",
			Details: "Both passes on one phone.", Expectation: "Scan, and through",
			Matters: true, Reason: "A pass that does not scan stops the family in front of everybody.",
		}},
		{channel: "Staff", actors: []string{"MK", "CC"}, question: "On-board service", expected: 0.4, row: journey.Touchpoint{
			Title: "Is welcomed aboard", Type: journey.TwoWay, Delivery: journey.Human, Owner: "Cabin crew",
			Details: "A word to each child.", Expectation: "A friendly face",
		}},
	},
	pains: []pain{{at: "Boards by phone", row: journey.PainPoint{Text: "Gate changes reach the app late", Severity: 4, Owner: "Airport ops"}}},
	chances: []chance{{at: "Boards by phone", row: journey.Opportunity{
		Text: "Push gate changes from the airport feed", Impact: 4, Effort: 3, Owner: "App team", Due: "Q2", State: journey.Open,
	}}},
	metrics:   []metric{{at: "Finds the gate", row: journey.Metric{Name: "Find the gate unaided", Unit: "%", Target: journey.Known(90), Actual: journey.Known(78)}}},
	thoughts:  []string{"Forty minutes, and which way is it?"},
	backstage: []string{"The airport moves gates without telling the app"},
}

var inFlightStage = flightStage{
	row: journey.Stage{
		Name: "In flight", Phase: journey.After, PhaseNote: "use", Status: journey.StatusCustomer,
		Goal: "Rest, work, be looked after", Expectation: "Arrive with the work done",
	},
	contacts: []contact{
		{channel: "Cabin", actors: []string{"MK"}, question: "Seat comfort", expected: 0.2, row: journey.Touchpoint{
			Title: "Settles into the seat", Type: journey.OneWay, Owner: "Cabin product",
			Details: "Bag above, tablet out, belt on.", Expectation: "Narrow, but clean",
		}},
		{channel: "Wi-Fi", actors: []string{"MK"}, question: "Inflight wifi service", expected: 1, word: "cheated", quote: "Paid for Wi-Fi that never loads.", row: journey.Touchpoint{
			Title: "Goes online", Type: journey.TwoWay, Delivery: journey.Automated, Owner: "Cabin IT",
			Details: "Buys two hours for two devices.", Expectation: "Works at once, as paid for",
			Matters: true, Reason: "The only thing she buys aboard, and it is bought on trust.",
		}},
		{channel: "Cabin", actors: []string{"MK", "CC"}, question: "Food and drink", expected: 0.3, row: journey.Touchpoint{
			Title: "Eats and drinks", Type: journey.TwoWay, Delivery: journey.Human, Owner: "Catering",
			Details: "One choice left by row 24.", Expectation: "Something warm",
		}},
	},
	pains: []pain{{at: "Goes online", row: journey.PainPoint{Text: "Wi-Fi sold on flights where it is down", Severity: 5, Owner: "Cabin IT"}}},
	chances: []chance{{at: "Goes online", row: journey.Opportunity{
		Text: "Sell only where the link is up; refund by itself", Impact: 5, Effort: 3, Owner: "Cabin IT", Due: "Q2", State: journey.Open,
	}}},
	metrics:   []metric{{at: "Goes online", row: journey.Metric{Name: "Paid sessions that load", Unit: "%", Target: journey.Known(95), Actual: journey.Known(64)}}},
	thoughts:  []string{"I should have downloaded it at home."},
	backstage: []string{"The shop aboard does not know the state of the link"},
}

var arriveStage = flightStage{
	row: journey.Stage{
		Name: "Arrive & return", Phase: journey.After, PhaseNote: "after · loyalty", Status: journey.StatusRepeatCustomer,
		Goal: "Get home with everything; feel it was worth it", Expectation: "They remember me next time",
	},
	contacts: []contact{
		{channel: "Belt", actors: []string{"MK"}, question: "Baggage handling", expected: 0, row: journey.Touchpoint{
			Title: "Collects the bags", Type: journey.OneWay, Owner: "Airport ops",
			Details: "All three came within twenty minutes.", Expectation: "A long wait", LeaveAsIs: true,
		}},
		{channel: "E-mail", actors: []string{"MK"}, expected: 0, assumed: 0.2, row: journey.Touchpoint{
			Title: "Gives feedback", Type: journey.TwoWay, Delivery: journey.Automated, Owner: "Research",
			Details: "Four questions, two days later.", Expectation: "Nobody reads it",
		}},
		{channel: "Friends", actors: []string{"MK"}, expected: 0.8, assumed: 0.3, row: journey.Touchpoint{
			Title: "Tells a friend", Type: journey.Indirect, Owner: "Marketing", Status: journey.StatusAdvocate,
			Details: "At dinner, with the story of the Wi-Fi.", Expectation: "A trip worth telling",
			Matters: true, Reason: "What she says decides about the next two bookings, hers and her friend's.",
		}},
	},
	metrics:   []metric{{at: "Collects the bags", row: journey.Metric{Name: "First bag within", Unit: "min", Target: journey.Known(20), Actual: journey.Known(18), LowerIsBetter: true}}},
	thoughts:  []string{"It was good, apart from that one thing."},
	backstage: []string{"Answers go to six departments, and to nobody"},
}
