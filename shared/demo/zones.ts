import type { AlarmKind } from '../codes/kinds'

export const zoneKinds = {
  'Main entrance': 'burglary',
  'Back door': 'burglary',
  'Street windows': 'burglary',
  'Hall motion': 'burglary',
  'Office corridor': 'burglary',
  'Cash room': 'burglary',
  Vault: 'burglary',
  'Display cases': 'burglary',
  Storeroom: 'burglary',
  'Server room': 'burglary',
  'Computer class': 'burglary',
  'Warehouse gate': 'burglary',
  'Loading ramp': 'burglary',
  'Roof hatch': 'burglary',
  'Fence, north': 'burglary',
  'Fence, south': 'burglary',
  'Pump hall': 'burglary',
  'Switchgear room': 'burglary',
  'Weapon room': 'burglary',
  'Medicine store': 'burglary',
  'Exhibition hall': 'burglary',
  'Archive shelves': 'burglary',
  'Hold-up button': 'hold-up',
  'Panic button': 'panic',
  'Medical call button': 'medical',
  'Hall smoke detector': 'fire',
  'Store smoke detector': 'fire',
  'Boiler room heat detector': 'fire',
  'Fire call point': 'fire',
  'Gas sensor': 'gas',
  'Chlorine sensor': 'gas',
  'Basement door': 'burglary',
  'Technical floor': 'burglary',
  'Stairwell smoke detector': 'fire',
  'Basement gas sensor': 'gas',
} as const satisfies Readonly<Record<string, AlarmKind>>

export type ZoneName = keyof typeof zoneKinds

/** What a zone with that name reports. A name unknown to the demo counts as a door. */
export const kindOfZone = (name: string): AlarmKind => zoneKinds[name as ZoneName] ?? 'burglary'
