import type { SiteCategory } from '../sites/site'
import type { ZoneName } from './zones'

/**
 * Where such a facility stands: in the middle of the town, along its streets, at its edge, or out
 * on the roads too.
 */
export type Setting = 'centre' | 'street' | 'edge' | 'road'

export interface Purpose {
  readonly name: string
  readonly category: Exclude<SiteCategory, 'residential'>
  /** The approximate number of these per ten thousand facilities. */
  readonly share: number
  readonly setting: Setting
  /** In the order of their numbers; a smaller site has only the first few. */
  readonly zones: readonly ZoneName[]
  /** What a team must know before it enters, each with its probability. */
  readonly hazards: readonly (readonly [text: string, probability: number])[]
}

type Words = readonly [name: string, share: number, setting: Setting]

const purposes = (
  category: Purpose['category'],
  rows: readonly (readonly [Words, zones: readonly ZoneName[], hazards?: Purpose['hazards']])[],
): Purpose[] =>
  rows.map(([[name, share, setting], zones, hazards = []]) => ({
    name,
    category,
    share,
    setting,
    zones,
    hazards,
  }))

const public_: readonly ZoneName[] = [
  'Main entrance',
  'Street windows',
  'Hall smoke detector',
  'Back door',
  'Panic button',
]
const shop: readonly ZoneName[] = [
  'Main entrance',
  'Hall motion',
  'Panic button',
  'Storeroom',
  'Store smoke detector',
]
const yard: readonly ZoneName[] = [
  'Warehouse gate',
  'Fence, north',
  'Fence, south',
  'Loading ramp',
  'Store smoke detector',
]
const plant: readonly ZoneName[] = [
  'Main entrance',
  'Fence, north',
  'Fence, south',
  'Switchgear room',
  'Boiler room heat detector',
  'Fire call point',
]
const bank: readonly ZoneName[] = [
  'Main entrance',
  'Hold-up button',
  'Cash room',
  'Vault',
  'Hall smoke detector',
  'Back door',
  'Street windows',
  'Server room',
]

export const guardedPurposes: readonly Purpose[] = [
  ...purposes('particularly-important', [
    [
      ['Bank cash centre', 6, 'centre'],
      bank,
      [
        ['Weapon room', 0.9],
        ['Diesel generator', 0.8],
      ],
    ],
    [
      ['Gas distribution station', 24, 'edge'],
      [
        'Main entrance',
        'Gas sensor',
        'Fence, north',
        'Fence, south',
        'Panic button',
        'Fire call point',
      ],
      [
        ['Gas under pressure', 1],
        ['Guard dog', 0.3],
      ],
    ],
    [
      ['Water intake', 20, 'edge'],
      [
        'Main entrance',
        'Chlorine sensor',
        'Pump hall',
        'Fence, north',
        'Fence, south',
        'Panic button',
      ],
      [
        ['Chlorine store', 0.9],
        ['High voltage', 0.6],
      ],
    ],
    [
      ['Power substation', 32, 'edge'],
      ['Main entrance', 'Switchgear room', 'Fence, north', 'Fence, south', 'Fire call point'],
      [['High voltage', 1]],
    ],
    [
      ['Telecom exchange', 18, 'centre'],
      ['Main entrance', 'Server room', 'Hall smoke detector', 'Back door', 'Roof hatch'],
      [['Diesel generator', 0.8]],
    ],
  ]),
  ...purposes('categorised', [
    [['Bank branch', 330, 'centre'], bank.slice(0, 6), [['Weapon room', 0.2]]],
    [
      ['Jewellery shop', 110, 'centre'],
      [
        'Main entrance',
        'Hold-up button',
        'Display cases',
        'Vault',
        'Street windows',
        'Hall smoke detector',
      ],
    ],
    [['Administration', 140, 'centre'], [...public_, 'Archive shelves'], [['Weapon room', 0.1]]],
    [
      ['Hospital', 70, 'street'],
      [
        'Main entrance',
        'Medicine store',
        'Panic button',
        'Hall smoke detector',
        'Boiler room heat detector',
        'Back door',
      ],
      [
        ['Oxygen cylinders', 0.9],
        ['Diesel generator', 0.6],
      ],
    ],
    [
      ['Museum', 25, 'centre'],
      ['Main entrance', 'Exhibition hall', 'Display cases', 'Panic button', 'Hall smoke detector'],
    ],
    [['Court', 30, 'centre'], public_],
    [
      ['Archive', 35, 'centre'],
      ['Main entrance', 'Archive shelves', 'Store smoke detector', 'Back door'],
    ],
    [
      ['Post office', 90, 'centre'],
      ['Main entrance', 'Hold-up button', 'Cash room', 'Storeroom'],
    ],
    [
      ['Telecom node', 45, 'street'],
      ['Main entrance', 'Server room', 'Hall smoke detector'],
      [['Diesel generator', 0.4]],
    ],
    [
      ['Hunting shop', 15, 'centre'],
      ['Main entrance', 'Hold-up button', 'Weapon room', 'Display cases'],
      [
        ['Weapon room', 1],
        ['Ammunition', 0.8],
      ],
    ],
    [
      ['Fuel depot', 15, 'edge'],
      plant,
      [
        ['Fuel tank', 1],
        ['Guard dog', 0.4],
      ],
    ],
  ]),
  ...purposes('national-economic', [
    [
      ['School', 1150, 'street'],
      ['Main entrance', 'Computer class', 'Hall smoke detector', 'Back door', 'Panic button'],
    ],
    [
      ['Kindergarten', 1000, 'street'],
      ['Main entrance', 'Panic button', 'Hall smoke detector', 'Back door'],
    ],
    [
      ['Pharmacy', 1050, 'street'],
      ['Main entrance', 'Medicine store', 'Panic button', 'Street windows'],
    ],
    [['Food shop', 1400, 'street'], shop],
    [
      ['Supermarket', 320, 'street'],
      ['Main entrance', 'Hold-up button', 'Cash room', 'Loading ramp', 'Hall smoke detector'],
    ],
    [['Clothing shop', 500, 'centre'], shop.slice(0, 4)],
    [
      ['Electronics shop', 240, 'centre'],
      ['Main entrance', 'Display cases', 'Street windows', 'Storeroom'],
    ],
    [
      ['Clinic', 420, 'street'],
      ['Main entrance', 'Medicine store', 'Panic button', 'Medical call button'],
      [['Oxygen cylinders', 0.3]],
    ],
    [
      ['Filling station', 380, 'road'],
      ['Main entrance', 'Hold-up button', 'Cash room', 'Fire call point'],
      [
        ['Fuel tank', 1],
        ['Gas cylinders', 0.3],
      ],
    ],
    [
      ['Gas filling station', 220, 'road'],
      ['Main entrance', 'Gas sensor', 'Hold-up button', 'Cash room', 'Fire call point'],
      [
        ['Gas cylinders', 1],
        ['Gas under pressure', 1],
      ],
    ],
    [
      ['Office', 620, 'centre'],
      ['Main entrance', 'Office corridor', 'Server room', 'Hall smoke detector'],
    ],
    [['Warehouse', 520, 'edge'], yard, [['Guard dog', 0.2]]],
    [
      ['Workshop', 260, 'edge'],
      ['Main entrance', 'Storeroom', 'Store smoke detector'],
      [['Gas cylinders', 0.3]],
    ],
    [
      ['Grain store', 170, 'road'],
      yard,
      [
        ['Dust, danger of explosion', 0.4],
        ['Guard dog', 0.2],
      ],
    ],
    [
      ['Cotton plant', 70, 'edge'],
      plant,
      [
        ['Cotton, burns under water', 0.9],
        ['Guard dog', 0.2],
      ],
    ],
    [
      ['Pumping station', 200, 'road'],
      ['Main entrance', 'Pump hall', 'Switchgear room'],
      [
        ['High voltage', 0.7],
        ['Open water', 0.5],
      ],
    ],
    [
      ['Restaurant', 330, 'street'],
      ['Main entrance', 'Hall motion', 'Gas sensor', 'Panic button'],
      [['Gas cylinders', 0.4]],
    ],
    [
      ['Hotel', 90, 'centre'],
      ['Main entrance', 'Panic button', 'Hall smoke detector', 'Fire call point'],
    ],
    [
      ['Bakery', 180, 'street'],
      ['Main entrance', 'Storeroom', 'Gas sensor'],
    ],
    [['College', 130, 'street'], public_],
    [
      ['Sports hall', 110, 'street'],
      ['Main entrance', 'Hall smoke detector', 'Back door'],
    ],
    [
      ['Library', 80, 'centre'],
      ['Main entrance', 'Hall smoke detector', 'Street windows'],
    ],
    [
      ['Market hall', 60, 'centre'],
      ['Main entrance', 'Back door', 'Store smoke detector', 'Panic button'],
    ],
    [['Cold store', 90, 'edge'], yard.slice(0, 4), [['Ammonia', 0.6]]],
    [['Mill', 90, 'road'], plant, [['Dust, danger of explosion', 0.6]]],
    [['Building yard', 120, 'edge'], yard, [['Guard dog', 0.3]]],
    [['Poultry farm', 60, 'road'], yard.slice(0, 4), [['Guard dog', 0.4]]],
  ]),
]

/** Residential buildings are guarded at two places each, most of them alike. */
export const residentialZones: readonly (readonly [ZoneName, ZoneName])[] = [
  ['Basement door', 'Technical floor'],
  ['Basement door', 'Technical floor'],
  ['Basement door', 'Stairwell smoke detector'],
  ['Basement door', 'Basement gas sensor'],
]
