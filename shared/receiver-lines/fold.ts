import type { Room } from '../room/room'
import type { ReceiverLineEntry } from './receiver-line'

export function foldReceiverLineLost(
  room: Room,
  { at, data }: ReceiverLineEntry<'link-lost'>,
): Room {
  return {
    ...room,
    receiverLines: room.receiverLines.set(data.linkId, { ...data, lost: true, since: at }),
  }
}

export function foldReceiverLineRestored(
  room: Room,
  { at, data }: ReceiverLineEntry<'link-restored'>,
): Room {
  return {
    ...room,
    receiverLines: room.receiverLines.set(data.linkId, {
      ...data,
      lost: false,
      since: at,
      detail: '',
    }),
  }
}
