import { describe, expect, it } from 'vitest'
import { createCardText } from './card-text'

/** A holder that awaits the texts of these versions, one after the other. */
function holderAwaiting(...versions: string[]) {
  const given: string[] = []
  const holder = {
    textAwaited: () => versions[0] ?? null,
    giveText(version: string, text: string) {
      if (version !== versions[0]) return
      given.push(text)
      versions.shift()
    },
  }
  return { holder, given }
}

describe('the text in which cards are looked up', () => {
  it('is read once for all who wait for it', async () => {
    const { holder, given } = holderAwaiting('v1')
    const asked: string[] = []
    const cards = createCardText(holder, async (version) => {
      asked.push(version)
      return `text of ${version}`
    })
    await Promise.all([cards.here(), cards.here()])
    await cards.here()
    expect([asked, given]).toEqual([['v1'], ['text of v1']])
  })

  it('is read for another register too that came meanwhile', async () => {
    const { holder, given } = holderAwaiting('v1', 'v2')
    await createCardText(holder, async (version) => `text of ${version}`).here()
    expect(given).toEqual(['text of v1', 'text of v2'])
  })

  it('is tried for again after it could not be had', async () => {
    const { holder, given } = holderAwaiting('v1')
    const answers = [null, 'text']
    const cards = createCardText(holder, async () => answers.shift() ?? null)
    await expect(cards.here()).rejects.toThrow('cannot be read')
    await cards.here()
    expect(given).toEqual(['text'])
  })
})
