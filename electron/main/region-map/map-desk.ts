import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sentence } from '../../../shared/lang/decision'
import { SaidError } from '../../../shared/lang/said-error'
import {
  type RegionMap,
  type RegionMapState,
  regionMapSchema,
  type TileAddress,
} from '../../../shared/region-map/region-map'
import type { Log } from '../log'
import type { TileArchive } from './archive'
import { checkArchive, openArchive } from './check-archive'
import { copyFile } from './copy-file'

export interface MapDeskPorts {
  readonly data: string
  readonly log: Log
  readonly now: () => number
  readonly onState: (state: RegionMapState) => void
}

/** The street map of this desk: one file in its data folder. */
export interface MapDesk {
  state(): RegionMapState
  /** Takes the place of the map before it once it is copied and checked. Throws in words. */
  import(file: string): Promise<'done' | 'cancelled'>
  cancel(): void
  remove(): Promise<void>
  /** Null when there is no such map or no such tile. */
  tile(address: TileAddress): Promise<Uint8Array | null>
}

/** How many bytes are copied between two reports of progress. */
const toldEvery = 4 * 1024 * 1024

export function createMapDesk({ data, log, now, onState }: MapDeskPorts): MapDesk {
  const folder = join(data, 'region-map')
  const record = join(folder, 'map.json')
  const part = join(folder, 'import.part')
  const fileOf = ({ checksum, format }: RegionMap) => join(folder, `${checksum}.${format}`)
  let map = readRecord(record, fileOf, log)
  let importing: RegionMapState['importing'] = null
  let abort: AbortController | null = null
  let archive: Promise<TileArchive> | null = null
  // What an import left that the machine did not finish.
  rmSync(part, { force: true })

  const state = (): RegionMapState => ({ map, importing })
  const closeArchive = async () => {
    const open = archive
    archive = null
    await (await open?.catch(() => null))?.close()
  }
  const take = async (next: RegionMap | null) => {
    const before = map
    await closeArchive()
    if (next) {
      await rename(part, fileOf(next))
      await writeFile(record, JSON.stringify(next))
    } else await rm(record, { force: true })
    map = next
    if (before && (!next || fileOf(before) !== fileOf(next)))
      await rm(fileOf(before), { force: true })
    onState(state())
  }

  const bringIn = async (file: string, signal: AbortSignal) => {
    // Looked at before it is copied: a wrong file is refused at once.
    await (await openArchive(file)).close()
    const copied = await copyFile(file, part, {
      signal,
      onProgress(done, total) {
        if (importing && done < total && done - importing.done < toldEvery) return
        importing = { done, total }
        onState(state())
      },
    })
    await checkSum(file, copied.checksum)
    const opened = await openArchive(part)
    const { facts, format } = opened
    const schema = await checkArchive(opened).finally(() => opened.close())
    const { minZoom, maxZoom, bounds } = facts
    await take({
      name: basename(file),
      ...{ format, schema, minZoom, maxZoom, ...copied },
      bounds: [...bounds],
      importedAt: now(),
    })
  }

  return {
    state,
    async import(file) {
      if (abort) throw new SaidError(sentence('map-importing', 'A map is being imported already'))
      const control = new AbortController()
      abort = control
      mkdirSync(folder, { recursive: true })
      importing = { done: 0, total: 0 }
      onState(state())
      try {
        await bringIn(file, control.signal)
        return 'done'
      } catch (error) {
        if (control.signal.aborted) return 'cancelled'
        log.warn({ err: error, file }, 'A street map was not imported')
        throw error
      } finally {
        abort = null
        importing = null
        await rm(part, { force: true })
        onState(state())
      }
    },
    cancel: () => abort?.abort(),
    remove: () => take(null),
    async tile({ checksum, z, x, y }) {
      if (!map || map.checksum !== checksum) return null
      archive ??= openArchive(fileOf(map))
      const opened = await archive.catch((error: unknown) => {
        archive = null
        throw error
      })
      return opened.tile(z, x, y)
    },
  }
}

/** A checksum beside the file, as sha256sum writes it, must be that of the file. */
async function checkSum(file: string, checksum: string): Promise<void> {
  const text = await readFile(`${file}.sha256`, 'utf8').catch(() => null)
  const given = text?.trim().split(/\s/)[0]?.toLowerCase()
  if (given !== undefined && given !== checksum)
    throw new SaidError(
      sentence('map-checksum', 'The file is not the one its checksum was made of: copy it again'),
    )
}

function readRecord(
  record: string,
  fileOf: (map: RegionMap) => string,
  log: Log,
): RegionMap | null {
  if (!existsSync(record)) return null
  try {
    const map = regionMapSchema.parse(JSON.parse(readFileSync(record, 'utf8')))
    return existsSync(fileOf(map)) ? map : null
  } catch (error) {
    log.warn({ err: error }, 'The street map is left out: its record cannot be read')
    return null
  }
}
