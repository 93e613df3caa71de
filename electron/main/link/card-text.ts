import type { RoomHolder } from './room-holder'

export interface CardText {
  /** Resolves when cards can be looked up; rejects when the text of the register cannot be had. */
  here(): Promise<void>
}

/**
 * Fetches the text of the register when a card is opened before the text is here. Cards opened
 * meanwhile wait for the same answer. After a failure, the next card asks again.
 */
export function createCardText(
  holder: Pick<RoomHolder, 'textAwaited' | 'giveText'>,
  read: (version: string) => Promise<string | null>,
): CardText {
  let coming: Promise<void> | null = null

  async function fetch(): Promise<void> {
    // While it is on its way, another register may come that is awaited too.
    for (let version = holder.textAwaited(); version !== null; version = holder.textAwaited()) {
      const text = await read(version)
      if (text !== null) holder.giveText(version, text)
      else if (holder.textAwaited() === version)
        throw new Error('The register of sites cannot be read from the local journal')
    }
  }
  return {
    async here() {
      if (holder.textAwaited() === null) return
      coming ??= fetch().finally(() => {
        coming = null
      })
      await coming
    },
  }
}
