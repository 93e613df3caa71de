/**
 * @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Locked
 * @typedef {{ name: string, severity: string, title: string, isShipped: boolean }} Advisory
 */

/**
 * The packages a source file imports, types aside.
 * @param {string} source
 * @returns {string[]}
 */
export const importedPackages = (source) =>
  [...source.matchAll(/^(?:import|export)\s(?!type\s)(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm)]
    .map(([, from = '']) => from)
    .filter((from) => !/^(?:\.|node:|virtual:)/.test(from))
    .map((from) =>
      from
        .split(/[/?]/)
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/'),
    )

/**
 * These packages and all that they need, by the lock file. A package that is there in two versions
 * counts whichever is used.
 * @param {Record<string, Locked>} packages of the lock file
 * @param {readonly string[]} roots
 * @returns {Set<string>}
 */
export const shippedPackages = (packages, roots) => {
  const needs = new Map()
  for (const [place, entry] of Object.entries(packages)) {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const wanted = { ...entry.dependencies, ...entry.optionalDependencies }
    needs.set(name, [...(needs.get(name) ?? []), ...Object.keys(wanted)])
  }
  const shipped = new Set()
  // Electron's own packages fetch it and are not in it.
  const follow = (name) => {
    if (shipped.has(name)) return
    shipped.add(name)
    if (name !== 'electron') for (const next of needs.get(name) ?? []) follow(next)
  }
  for (const name of roots) follow(name)
  return shipped
}

/**
 * What `npm audit --json` found; null when it is no report, since the service could not be asked.
 * @param {string} text
 * @param {ReadonlySet<string>} shipped
 * @returns {Advisory[] | null}
 */
export const advisoriesIn = (text, shipped) => {
  let report
  try {
    report = JSON.parse(text)
  } catch {
    return null
  }
  if (
    typeof report?.vulnerabilities !== 'object' ||
    report.vulnerabilities === null ||
    report.error
  )
    return null
  return Object.entries(report.vulnerabilities).flatMap(([name, { severity, via }]) => {
    // What only depends on something affected is named there.
    const own = (via ?? []).filter((cause) => typeof cause === 'object')
    return own.map(({ title }) => ({
      name,
      severity,
      title: title ?? 'no title',
      isShipped: shipped.has(name),
    }))
  })
}
