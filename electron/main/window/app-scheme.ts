import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { readTilePath, type TileAddress } from '../../../shared/region-map/region-map'
import { appFile, appHost, contentSecurityPolicy, contentType } from './app-path'

/**
 * Must run before Electron is ready. Makes app:// an origin like https://, with modules, workers
 * and fetch.
 */
export function claimAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ])
}

/** Finds a tile of the street map; null when there is none. */
export type TileSource = (address: TileAddress) => Promise<Uint8Array | null>

/**
 * Serves the built renderer from `root` at app://console/, and under it the tiles of the street
 * map, with the strict policy on every response.
 */
export function serveApp(root: string, tileOf: TileSource): void {
  protocol.handle('app', async (request) => {
    const address = request.method === 'GET' ? tileAddress(request.url) : null
    if (address) return tileResponse(await tileOf(address).catch(() => null))
    const file = request.method === 'GET' ? appFile(root, appHost, request.url) : null
    // readFile can also read from app.asar.
    const body = file && (await readFile(file).catch(() => null))
    if (!body)
      return new Response('There is no such file', { status: 404, headers: headersFor('a.txt') })
    return new Response(new Uint8Array(body), { headers: headersFor(file) })
  })
}

const tileAddress = (url: string): TileAddress | null => {
  const { host, pathname } = new URL(url)
  return host === appHost ? readTilePath(pathname) : null
}

/** A place without a tile is empty, which is no fault. */
const tileResponse = (tile: Uint8Array | null): Response =>
  new Response(tile && new Uint8Array(tile), {
    status: tile ? 200 : 204,
    headers: headersFor('tile.pbf'),
  })

const headersFor = (file: string): Record<string, string> => ({
  'content-type': contentType(file),
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
})
