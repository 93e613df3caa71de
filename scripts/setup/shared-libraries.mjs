import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { run } from './run.mjs'

/**
 * Debian's package for each library Electron links, as its name was before the 64-bit time_t change
 * (some now end in t64).
 */
const packageOf = new Map([
  ['libasound.so.2', 'libasound2'],
  ['libatk-1.0.so.0', 'libatk1.0-0'],
  ['libatk-bridge-2.0.so.0', 'libatk-bridge2.0-0'],
  ['libatspi.so.0', 'libatspi2.0-0'],
  ['libcairo.so.2', 'libcairo2'],
  ['libcups.so.2', 'libcups2'],
  ['libdbus-1.so.3', 'libdbus-1-3'],
  ['libdrm.so.2', 'libdrm2'],
  ['libexpat.so.1', 'libexpat1'],
  ['libgbm.so.1', 'libgbm1'],
  ['libgcc_s.so.1', 'libgcc-s1'],
  ['libgdk-3.so.0', 'libgtk-3-0'],
  ['libgio-2.0.so.0', 'libglib2.0-0'],
  ['libglib-2.0.so.0', 'libglib2.0-0'],
  ['libgobject-2.0.so.0', 'libglib2.0-0'],
  ['libgtk-3.so.0', 'libgtk-3-0'],
  ['libnotify.so.4', 'libnotify4'],
  ['libnspr4.so', 'libnspr4'],
  ['libnss3.so', 'libnss3'],
  ['libnssutil3.so', 'libnss3'],
  ['libpango-1.0.so.0', 'libpango-1.0-0'],
  ['libsecret-1.so.0', 'libsecret-1-0'],
  ['libsmime3.so', 'libnss3'],
  ['libstdc++.so.6', 'libstdc++6'],
  ['libudev.so.1', 'libudev1'],
  ['libX11.so.6', 'libx11-6'],
  ['libxcb.so.1', 'libxcb1'],
  ['libXcomposite.so.1', 'libxcomposite1'],
  ['libXdamage.so.1', 'libxdamage1'],
  ['libXext.so.6', 'libxext6'],
  ['libXfixes.so.3', 'libxfixes3'],
  ['libxkbcommon.so.0', 'libxkbcommon0'],
  ['libXrandr.so.2', 'libxrandr2'],
  ['libXss.so.1', 'libxss1'],
  ['libXtst.so.6', 'libxtst6'],
])

/**
 * @param {string} words what ldd printed
 * @returns {string[]} names of libraries that were not found, each once
 */
export const missingFrom = (words) => [
  ...new Set([...words.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])),
]

/**
 * @param {readonly string[]} libraries
 * @returns {{ packages: string[], unknown: string[] }} Debian packages (older spelling), and libraries no package is known for
 */
export const debianPackages = (libraries) => ({
  packages: [...new Set(libraries.flatMap((library) => packageOf.get(library) ?? []))],
  unknown: libraries.filter((library) => !packageOf.has(library)),
})

/**
 * @param {string} executable
 * @returns {Promise<string[]>} shared libraries it, or a library beside it, needs and this machine lacks
 */
export const missingLibraries = async (executable) => {
  const folder = dirname(executable)
  const own = await readdir(folder)
  const files = [
    executable,
    ...own.filter((name) => /\.so(\.\d+)*$/.test(name)).map((name) => join(folder, name)),
  ]
  const { out } = await run('ldd', files)
  // What lies beside the executable is found by its run path when it starts.
  return missingFrom(out).filter((library) => !own.includes(library))
}
