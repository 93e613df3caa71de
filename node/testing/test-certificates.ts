import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'certificates')

/** A file of `certificates/`, which make.sh creates. All hub certificates share one key. */
export const certificateFile = (name: string): string => join(folder, name)
export const certificate = (name: string): string => readFileSync(certificateFile(name), 'utf8')
