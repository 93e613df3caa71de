import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'certificates')

/** Files of `certificates/`, which make.sh makes. All certificates of hubs have the one key. */
export const certificateFile = (name: string): string => join(folder, name)
export const certificate = (name: string): string => readFileSync(certificateFile(name), 'utf8')
