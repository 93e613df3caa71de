import { isAbsolute, join, normalize, relative, sep } from 'node:path'

export const appHost = 'console'
export const appOrigin = `app://${appHost}`

/**
 * Nothing from elsewhere, nothing inline, no eval. Workers and fetches (the map's fonts and tiles)
 * load only our own files.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The file named by an app:// URL, or null when it is not ours: another host, a path outside
 * `root`, a NUL or an invalid escape.
 */
export function appFile(root: string, host: string, url: string): string | null {
  const path = pathOf(url, host)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const file = normalize(join(root, path === '/' ? 'index.html' : path))
  const inside = relative(root, file)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
    ? null
    : file
}

function pathOf(url: string, host: string): string | null {
  try {
    const parsed = new URL(url)
    return parsed.host === host ? decodeURIComponent(parsed.pathname) : null
  } catch {
    return null
  }
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  geojson: 'application/geo+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  woff: 'font/woff',
  woff2: 'font/woff2',
  pbf: 'application/x-protobuf',
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
}

/** The content type for the file extension: the page must not guess. */
export const contentType = (file: string): string =>
  types[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
