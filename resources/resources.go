// Package resources holds what the program carries with it: fonts, icons, translations and
// suggestions. It is data with lookups, and imports nothing but the standard library.
package resources
