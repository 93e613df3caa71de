import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../../node/sha256'
import { largestPicture, pictureTypeOf } from '../../../shared/sites/picture'
import type { AskHub } from '../link/ask-hub'
import type { Target } from '../link/hub-link'
import { wordsOf } from '../link/sign-in'
import type { Log } from '../log'

/** A picture that has not come after this time, ms, is asked for again when somebody looks again. */
const patience = 15_000

export interface PicturePorts {
  /** Where pictures are kept that were looked at once. */
  readonly folder: string
  /** The hub, while the link to it is live. */
  readonly access: () => Target | null
  readonly ask: AskHub
  readonly log: Log
}

/**
 * The pictures of sites, from this desk's folder or else from the hub. They are named by the hash of
 * their bytes, so what is here is right however old it is, and what somebody has changed is not
 * shown. Null: not here, and the hub cannot give it now.
 */
export function createSitePictures({ folder, access, ask, log }: PicturePorts) {
  const isIt = (picture: string, bytes: Uint8Array): boolean =>
    bytes.length <= largestPicture &&
    picture === `${sha256Hex(bytes)}.${pictureTypeOf(bytes) ?? ''}`

  async function fromHub(picture: string): Promise<Uint8Array | null> {
    const hub = access()
    if (!hub) return null
    const url = new URL(`/v1/pictures/${picture}`, hub.url)
    const answer = await ask(url, { token: hub.token, patience, largest: largestPicture })
    const { ok, status, bytes } = answer
    if (ok && bytes && isIt(picture, bytes)) return bytes
    log.warn({ picture, status }, 'The hub gave no such picture')
    return null
  }

  async function keep(picture: string, bytes: Uint8Array): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = join(folder, picture)
    await writeFile(`${file}.new`, bytes, { mode: 0o600 })
    await rename(`${file}.new`, file)
  }

  return async (picture: string): Promise<Uint8Array | null> => {
    const here = await readFile(join(folder, picture)).catch(() => null)
    if (here && isIt(picture, here)) return here
    try {
      const bytes = await fromHub(picture)
      if (bytes)
        await keep(picture, bytes).catch((error: unknown) =>
          log.warn({ picture, reason: wordsOf(error) }, 'A picture could not be kept here'),
        )
      return bytes
    } catch (error) {
      log.warn({ picture, reason: wordsOf(error) }, 'The hub could not be asked for a picture')
      return null
    }
  }
}
