// Reads the rivers of GSHHG (binned netCDF) and writes them as GeoJSON lines for build-basemap.mjs.
//
//   apt-get download gmt-gshhg-full && dpkg -x gmt-gshhg-full_*.deb gshhg
//   npm install --no-save h5wasm@0.10.3
//   node scripts/basemap-rivers.mjs gshhg/usr/share/gmt-gshhg/binned_river_f.nc SOURCE_DIR/rivers_gshhg.geojson
//
// `lv` is GSHHG's level: 1-4 rivers from major to minor, 5-7 intermittent, 8-10 canals from major to irrigation.
import { writeFileSync } from 'node:fs'
import h5wasm from 'h5wasm/node'

const [input, output] = process.argv.slice(2)
if (!input || !output) throw new Error('Usage: node scripts/basemap-rivers.mjs binned_river_f.nc rivers_gshhg.geojson')

const west = 54
const south = 34.5
const east = 76
const north = 46.5

await h5wasm.ready
const file = new h5wasm.File(input, 'r')
const read = (name) => file.get(name).value
const binDegrees = read('Bin_size_in_minutes')[0] / 60
const columns = read('N_bins_in_360_longitude_range')[0]
const firstSegment = read('Id_of_first_segment_in_a_bin')
const segmentCount = read('N_segments_in_a_bin')
const pointCount = read('N_points_for_a_segment')
const level = read('Hierarchial_level_of_a_segment')
const firstPoint = read('Id_of_first_point_in_a_segment')
const dx = read('Relative_longitude_from_SW_corner_of_bin')
const dy = read('Relative_latitude_from_SW_corner_of_bin')

const features = []
for (let bin = 0; bin < firstSegment.length; bin++) {
  const binWest = (bin % columns) * binDegrees
  // Bins run from the north pole down; offsets are unsigned 16-bit fractions of a bin, from its south-west corner.
  const binSouth = 90 - (Math.floor(bin / columns) + 1) * binDegrees
  if (binWest >= east || binWest + binDegrees <= west || binSouth >= north || binSouth + binDegrees <= south) continue
  for (let segment = firstSegment[bin]; segment < firstSegment[bin] + segmentCount[bin]; segment++) {
    const coordinates = []
    for (let point = firstPoint[segment]; point < firstPoint[segment] + pointCount[segment]; point++) {
      coordinates.push([
        Number((binWest + ((dx[point] & 65535) * binDegrees) / 65535).toFixed(4)),
        Number((binSouth + ((dy[point] & 65535) * binDegrees) / 65535).toFixed(4)),
      ])
    }
    features.push({
      type: 'Feature',
      properties: { lv: level[segment] },
      geometry: { type: 'LineString', coordinates },
    })
  }
}
writeFileSync(output, JSON.stringify({ type: 'FeatureCollection', features }))
console.log(`${features.length} river segments written to ${output}`)
