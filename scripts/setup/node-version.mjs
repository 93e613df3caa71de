/** The oldest Node all packages of the lock file agree with. */
const lowest = [20, 19]

/**
 * @param {string} version such as 20.19.4
 * @returns {string | undefined} a sentence for a person; undefined: this Node will do
 */
export const nodeProblem = (version) => {
  const [major, minor] = version.split('.').map(Number)
  if (major > lowest[0] || (major === lowest[0] && minor >= lowest[1])) return undefined
  return `Node ${version} is too old: install Node ${lowest.join('.')} or newer (https://nodejs.org), then run this again.`
}
