package pdf

import (
	"cmp"
	"fmt"
	"strings"

	"touchline.app/journey"
)

// layer is an optional-content group: what a reader can switch off.
type layer struct {
	lane   journey.ID
	name   string
	object int
}

// findLayers makes a layer of each lane the document shows, in the order of the map.
func (x *writing) findLayers() {
	x.layerOf = map[journey.ID]int{}
	for _, s := range x.scenes {
		for _, b := range s.Bands {
			x.addLayer(b.Lane, b.Name)
		}
	}
	for _, l := range x.doc.Map.LanesInOrder() { // of scenes that were laid out elsewhere
		x.addLayer(l.ID, cmp.Or(strings.TrimSpace(l.Name), string(l.Type)))
	}
}

func (x *writing) addLayer(lane journey.ID, name string) {
	if _, has := x.layerOf[lane]; !has && x.lanes[lane] && lane != "" {
		x.layerOf[lane] = len(x.layers)
		x.layers = append(x.layers, layer{lane: lane, name: name})
	}
}

// layerAt returns the number of the lane's layer, or -1.
func (x *writing) layerAt(lane journey.ID) int {
	if lane == "" {
		return -1
	}
	if i, ok := x.layerOf[lane]; ok {
		return i
	}
	return -1
}

// writeLayers adds the layers, each named, and returns them.
func (x *writing) writeLayers(d *objects) []layer {
	for i := range x.layers {
		l := &x.layers[i]
		name := shortened(clean(l.name), 200)
		l.object = d.add(append(appendText([]byte("<</Type /OCG /Name "), name), ">>"...))
	}
	return x.layers
}

// layerProperties returns the entry of the catalogue: all layers, in order and
// switched on.
func layerProperties(layers []layer) []byte {
	if len(layers) == 0 {
		return nil
	}
	var list []byte
	for _, l := range layers {
		list = fmt.Appendf(list, "%d 0 R ", l.object)
	}
	return fmt.Appendf(nil, " /OCProperties <</OCGs [%s] /D <</Name (Layers) /BaseState /ON /Order [%s]>>>>", list, list)
}
