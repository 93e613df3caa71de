// The fallback runtime carries no default app, so `electron <directory>` would have nothing to run.
// This stands in for it: it runs the directory named on the command line, as Electron's own default
// app does.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const words = process.argv.slice(1)

/**
 * Switches may stand before the directory, some with a value of their own, so only a directory with
 * a package.json counts.
 */
const isAppDirectory = (word) =>
  !word.startsWith('-') && existsSync(join(resolve(word), 'package.json'))

/** Modules asked for with `-r file`: test drivers hook in this way. */
const preloads = words.flatMap((word, at) =>
  word === '-r' || word === '--require' ? words.slice(at + 1, at + 2) : [],
)

const named = words.find(isAppDirectory)
if (named === undefined) {
  console.error(
    'Name the directory of an application (one that holds a package.json): electron <directory>',
  )
  process.exit(1)
}

const directory = resolve(named)
const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
const entry = createRequire(join(directory, 'package.json')).resolve(
  join(directory, manifest.main ?? 'index.js'),
)
process.defaultApp = true
app.setName(manifest.productName ?? manifest.name ?? 'Electron')
app.setVersion(manifest.version ?? '0.0.0')
app.setAppPath(directory)

for (const preload of preloads) createRequire(join(directory, 'package.json'))(resolve(preload))
await import(pathToFileURL(entry).href)
