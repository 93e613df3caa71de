import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout: everything the set-up makes stays inside it. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** What can be made again at any time; ignored by git. */
export const cache = join(root, '.cache')
export const electronCache = join(cache, 'electron')
