import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { columnsOfRoom } from '../../../shared/site-columns/column-sites'
import { site, sites } from '../../../shared/testing/builders'
import { roomOf } from '../../../shared/testing/given'
import { openKeptColumns } from './kept-columns'

const columns = columnsOfRoom(roomOf(sites(site('site-1'))))
const version = (letter: string) => letter.repeat(64)
const never = (): Uint8Array => {
  throw new Error('They were kept, and are made anew all the same')
}

describe('the columns kept on disk', () => {
  let folder = ''
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'navbatchi-columns-')), 'columns')
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

  it('are made once for each version, also across starts', () => {
    expect(openKeptColumns(folder).of(version('a'), () => columns)).toEqual(columns)
    expect(openKeptColumns(folder).of(version('a'), never)).toEqual(columns)
  })
  it('are made anew when their file was damaged, cut off or is of another form', () => {
    const file = join(folder, `${version('a')}.columns`)
    const damages = [
      () => writeFileSync(file, readFileSync(file).fill(1, 100, 101)),
      () => truncateSync(file, 50),
      () => truncateSync(file, 0),
    ]
    for (const damage of damages) {
      openKeptColumns(folder).of(version('a'), () => columns)
      damage()
      let asked = 0
      const again = openKeptColumns(folder).of(version('a'), () => {
        asked += 1
        return columns
      })
      expect([asked, again]).toEqual([1, columns])
    }
  })
  it('are kept of the two newest versions', () => {
    const kept = openKeptColumns(folder)
    for (const letter of ['a', 'b', 'c', 'd']) kept.of(version(letter), () => columns)
    const names = readdirSync(folder)
    expect(names).toHaveLength(2)
    expect(names).toContain(`${version('d')}.columns`)
  })
  it('are given all the same when they cannot be stored', () => {
    writeFileSync(folder, 'a file stands where the folder would be')
    expect(openKeptColumns(folder).of(version('a'), () => columns)).toEqual(columns)
  })
})
