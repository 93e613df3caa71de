import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
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

/**
 * Serves the built renderer from `root` at app://console/, with the strict policy on every
 * response.
 */
export function serveApp(root: string): void {
  protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? appFile(root, appHost, request.url) : null
    // readFile can also read from app.asar.
    const body = file && (await readFile(file).catch(() => null))
    if (!body)
      return new Response('There is no such file', { status: 404, headers: headersFor('a.txt') })
    return new Response(new Uint8Array(body), { headers: headersFor(file) })
  })
}

const headersFor = (file: string): Record<string, string> => ({
  'content-type': contentType(file),
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
})
