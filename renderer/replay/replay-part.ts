import type { SlotPart } from '../console/slot'

/** A recorded past must never be taken for the live room. */
export const replayPart: SlotPart = {
  grave: 0,
  state: ({ data: { mode }, words: { t } }) =>
    mode === 'replay'
      ? {
          tone: 'past',
          head: t('replay:bar.mark'),
          text: t('replay:bar.not-live'),
          whole: [t('replay:bar.not-live')],
        }
      : null,
}
