import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { roundOf } from '../shared/sound/synthesis'
import { voices } from '../shared/sound/voices'
import { wavOf } from '../shared/sound/wav'

/** `npm run sounds`: writes one round of each voice into resources/sounds, for people to hear. */
const folder = join(import.meta.dirname, '../resources/sounds')
mkdirSync(folder, { recursive: true })
for (const voice of voices) writeFileSync(join(folder, `${voice}.wav`), wavOf(roundOf(voice)))
