import { describe, expect, it } from 'vitest'
import { nodeProblem } from './node-version.mjs'

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('%s will do', (version) => {
    expect(nodeProblem(version)).toBeUndefined()
  })
  it.each(['20.18.9', '18.20.0', '9.0.0'])('%s is refused with what to do', (version) => {
    expect(nodeProblem(version)).toContain(
      `Node ${version} is too old: install Node 20.19 or newer`,
    )
  })
})
