export interface Town {
  readonly name: string
  /** Starts the call signs of its teams. */
  readonly prefix: string
  readonly lon: number
  readonly lat: number
  /** Thousands of inhabitants; decides how much of the demo is placed here. */
  readonly people: number
  /** How far the buildings extend, metres. */
  readonly radius: number
}

const town = (
  name: string,
  prefix: string,
  place: readonly [number, number],
  size: readonly [number, number],
): Town => ({
  name,
  prefix,
  lon: place[0],
  lat: place[1],
  people: size[0],
  radius: size[1],
})

/**
 * Coordinates and inhabitants: GeoNames, CC BY 4.0; Qamashi and Yakkabogʻ, which its list of towns
 * lacks: English Wikipedia (2016). Where GeoNames gives no inhabitants (Mugʻlon, Yangi Mirishkor,
 * Qorashina) the figure is our guess, and every radius is. Oʻ and Gʻ with U+02BB, the letter the
 * language prescribes.
 */
export const towns: readonly Town[] = [
  town('Qarshi', 'Q', [65.7891, 38.8606], [278.3, 5000]),
  town('Shahrisabz', 'SH', [66.8342, 39.0578], [140.5, 3600]),
  town('Koson', 'KS', [65.585, 39.0375], [68.9, 2600]),
  town('Kitob', 'KT', [66.886, 39.1216], [40.8, 2200]),
  town('Qamashi', 'QM', [66.4608, 38.8242], [39.1, 2200]),
  town('Muborak', 'MB', [65.1528, 39.2553], [30.1, 2000]),
  town('Gʻuzor', 'GZ', [66.2481, 38.6208], [25.4, 2000]),
  town('Yakkabogʻ', 'YK', [66.68, 38.98], [20.6, 1700]),
  town('Chiroqchi', 'CH', [66.5722, 39.0336], [19.4, 1700]),
  town('Beshkent', 'BK', [65.6531, 38.8214], [18.9, 1600]),
  town('Nishon', 'NS', [65.6751, 38.694], [10.6, 1300]),
  town('Mugʻlon', 'MG', [65.4122, 38.9188], [8, 1200]),
  town('Yangi Mirishkor', 'MR', [65.2779, 38.8514], [8, 1200]),
  town('Qorashina', 'QO', [66.5634, 38.3419], [6, 1100]),
]

/**
 * Which towns have a road between them on which the demo puts villages and filling stations; its
 * course is made up.
 */
export const roads: readonly (readonly [from: string, to: string])[] = [
  ['Qarshi', 'Beshkent'],
  ['Qarshi', 'Koson'],
  ['Koson', 'Muborak'],
  ['Beshkent', 'Mugʻlon'],
  ['Mugʻlon', 'Yangi Mirishkor'],
  ['Beshkent', 'Nishon'],
  ['Qarshi', 'Gʻuzor'],
  ['Qarshi', 'Qamashi'],
  ['Gʻuzor', 'Qamashi'],
  ['Gʻuzor', 'Qorashina'],
  ['Qamashi', 'Yakkabogʻ'],
  ['Yakkabogʻ', 'Chiroqchi'],
  ['Yakkabogʻ', 'Shahrisabz'],
  ['Shahrisabz', 'Kitob'],
]

export function townNamed(name: string): Town {
  const found = towns.find((row) => row.name === name)
  if (!found) throw new Error(`No town ${name}`)
  return found
}
