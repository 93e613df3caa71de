import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { roundOf } from '../shared/sound/synthesis'
import { voices } from '../shared/sound/voices'
import { wavOf } from '../shared/sound/wav'

const folder = join(import.meta.dirname, '../resources/sounds')

describe('the sounds in resources/sounds', () => {
  it('are those of the voices, no more and no fewer', () =>
    expect(readdirSync(folder).sort()).toEqual(voices.map((voice) => `${voice}.wav`).sort()))
  it.each(voices)(
    '%s is, byte by byte, what a desk plays (after a change: npm run sounds)',
    (voice) =>
      expect(readFileSync(join(folder, `${voice}.wav`)).equals(wavOf(roundOf(voice)))).toBe(true),
  )
})
