import type { Room } from '../room/room'
import type { LinkEntry } from './link'

export function foldLinkLost(room: Room, { at, data }: LinkEntry<'link-lost'>): Room {
  return { ...room, links: room.links.set(data.linkId, { ...data, lost: true, since: at }) }
}

export function foldLinkRestored(room: Room, { at, data }: LinkEntry<'link-restored'>): Room {
  return {
    ...room,
    links: room.links.set(data.linkId, { ...data, lost: false, since: at, detail: '' }),
  }
}
