import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { lockDirectory } from '../node/directory-lock'
import { because, type Refusal, sentence } from '../shared/lang/decision'
import { SaidError, saidOf } from '../shared/lang/said-error'
import { privateFile } from './private-file'

const fileInPlace = sentence('place-file', 'there is a file in its place')
const notAllowed = sentence('place-not-allowed', 'this user may not write there')
const reasons: Readonly<Record<string, Refusal>> = {
  EEXIST: fileInPlace,
  ENOTDIR: fileInPlace,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: sentence('place-read-only', 'the place is read-only'),
  ENOSPC: sentence('trouble-disk-full', 'the disk is full'),
  ENOENT: sentence('place-missing', 'there is no such place'),
}

/**
 * These files say which sites are protected, who answers for them and where cars are. No other user
 * of this machine may read them.
 */
const readByUsOnly = ['journal.db', 'tracks.db'] as const

/**
 * Creates the data directory if necessary and takes it for this process. Throws a sentence when it
 * cannot be used.
 */
export function takeDataDirectory(given: string): {
  readonly path: string
  readonly release: () => void
} {
  const path = resolve(given)
  inWords(path, () => makeDirectory(path))
  const release = lockDirectory(path)
  try {
    inWords(path, () => {
      for (const name of readByUsOnly) privateFile(path, name)
    })
  } catch (error) {
    release()
    throw error
  }
  return { path, release }
}

function inWords(path: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const why = reasons[code] ?? saidOf(error)
    throw new SaidError(
      because('data-directory', 'The data directory {path} cannot be used: {reason}', why, {
        path,
      }),
    )
  }
}

/**
 * Works step by step: Node's recursive mkdir never returns from places such as /proc, where nothing
 * can be created.
 */
function makeDirectory(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return
  if (!existsSync(dirname(path))) makeDirectory(dirname(path))
  mkdirSync(path)
}
