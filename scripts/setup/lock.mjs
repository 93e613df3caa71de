import { rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cache } from './paths.mjs'
import { say } from './say.mjs'

const beatMs = 5_000
/**
 * A holder on another machine (a shared folder) cannot be asked whether it lives; so long without a
 * beat, it is dead.
 */
const deadAfterMs = 60_000
const askAgainMs = 500

const runs = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** @returns {{ pid: number, host: string } | undefined} undefined: not written whole, or not yet */
const holderOf = (words) => {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}

const isDead = async (file, holder) => {
  if (holder?.host === hostname()) return !runs(holder.pid)
  const beat = await stat(file).catch(() => undefined)
  return beat !== undefined && Date.now() - beat.mtimeMs > deadAfterMs
}

/**
 * Two may find the same dead lock. Renaming lets one of them win; a living lock taken by mistake is
 * put back.
 */
const breakLock = async (file, seen) => {
  const aside = `${file}.${process.pid}`
  await rename(file, aside).catch(() => undefined)
  const taken = await readFile(aside, 'utf8').catch(() => undefined)
  if (taken !== undefined && taken !== seen) await rename(aside, file)
  else await rm(aside, { force: true })
}

const tryTake = async (file, me) => {
  try {
    await writeFile(file, me, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

const take = async (file, me, what) => {
  let said = false
  while (!(await tryTake(file, me))) {
    const seen = await readFile(file, 'utf8').catch(() => '')
    const holder = holderOf(seen)
    if (await isDead(file, holder)) {
      await breakLock(file, seen)
      continue
    }
    if (!said && holder !== undefined)
      say(`another ${what} is at work (process ${holder.pid}), waiting for it`)
    said ||= holder !== undefined
    await wait(askAgainMs)
  }
}

/**
 * Runs work that must not run twice at once in one checkout.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [what] its name; works of different names do not wait for each other
 * @returns {Promise<T>}
 */
export const withLock = async (work, what = 'set-up') => {
  const file = join(cache, `${what}.lock`)
  await mkdir(dirname(file), { recursive: true })
  await take(file, JSON.stringify({ pid: process.pid, host: hostname() }), what)
  const beat = setInterval(
    () => utimes(file, new Date(), new Date()).catch(() => undefined),
    beatMs,
  )
  const leave = () => rmSync(file, { force: true })
  process.once('exit', leave)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.removeListener('exit', leave)
    leave()
  }
}
