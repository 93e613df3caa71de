/*
 * Frames of the common USB relay boards (LCUS-1 and its kin), 9600 baud 8N1:
 *
 *   A0   channel (01…)   state (00 off, 01 on)   sum of the three before, modulo 256
 *
 * A0 01 01 A2 turns channel 1 on, A0 01 00 A1 off. The board answers nothing.
 */
const start = 0xa0

export interface RelayOrder {
  readonly channel: number
  readonly on: boolean
}

export function encodeRelay({ channel, on }: RelayOrder): Uint8Array {
  const state = on ? 1 : 0
  return Uint8Array.of(start, channel, state, (start + channel + state) & 0xff)
}

/**
 * Finds the orders in a run of bytes as a board would, ignoring whatever stands before and between
 * them.
 */
export function decodeRelay(bytes: Uint8Array): readonly RelayOrder[] {
  const orders: RelayOrder[] = []
  for (let at = 0; at + 3 < bytes.length; ) {
    const [first, channel = 0, state = 0, sum] = bytes.subarray(at, at + 4)
    const whole = first === start && state <= 1 && sum === ((start + channel + state) & 0xff)
    if (whole) orders.push({ channel, on: state === 1 })
    at += whole ? 4 : 1
  }
  return orders
}
