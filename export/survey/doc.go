// Package survey makes evidence of responses. It counts the answers of a table,
// question by question, in one pass and in memory that does not grow with the
// table; finds out on which scale each question was answered and which answers
// mean "not applicable"; asks where that is in doubt; proposes which touchpoint a
// question is about; and turns what was settled into a change of the map.
//
//	preview, _ := grid.Sniff(ctx, file, grid.Wish{})
//	responses, _ := survey.Count(ctx, file, preview.Layout, survey.Options{})
//	proposals := survey.Propose(m, responses)
//	// a person looks at the proposals and settles what is in doubt
//	change, _, _ := survey.Evidence(m, responses, mapping, day, ids.Next)
//
// Only figures leave it: a raw answer is never put into a map. It must not know
// files of maps or screens.
package survey
