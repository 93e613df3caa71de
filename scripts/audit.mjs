// `npm run audit`: asks the registry's advisory service about everything that is shipped. `npm audit --omit=dev` would miss most of
// it: what the bundles hold stands in devDependencies. Exit 0: nothing known; 1: something shipped is affected; 3: nobody could be asked.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { advisoriesIn, importedPackages, shippedPackages } from './launch/shipped.mjs'
import { root } from './setup/paths.mjs'

const patienceMs = 60_000
const folders = ['shared', 'node', 'hub', 'electron', 'renderer']

const sources = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|[\\/])testing[\\/]/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8')),
)
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const { dependencies = {}, optionalDependencies = {} } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)
const native = Object.keys({ ...dependencies, ...optionalDependencies })
const roots = ['electron', ...native, ...sources.flatMap(importedPackages)]
const shipped = shippedPackages(lock.packages, roots)

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
// npm ends with 1 both when it found something and when it could not ask: what it wrote tells the
// two apart.
const text = await new Promise((said) => {
  const options = {
    cwd: root,
    timeout: patienceMs,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  }
  execFile(npm, ['audit', '--json', '--fetch-retries=0'], options, (_error, stdout) => said(stdout))
})

const found = advisoriesIn(text, shipped)
if (found === null) {
  console.error(
    `The advisory service of the registry could not be asked, so nothing is known of ${shipped.size} packages that are shipped. Try again where it can be reached.`,
  )
  process.exitCode = 3
} else {
  for (const { name, severity, title, isShipped } of found)
    console.log(`${isShipped ? 'shipped' : 'tools only'}: ${name}, ${severity}: ${title}`)
  const affected = found.filter(({ isShipped }) => isShipped).length
  console.log(
    affected === 0
      ? `No advisory is known for the ${shipped.size} packages that are shipped.`
      : `${affected} of the ${shipped.size} packages that are shipped have advisories.`,
  )
  process.exitCode = affected === 0 ? 0 : 1
}
