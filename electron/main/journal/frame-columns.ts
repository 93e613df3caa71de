import type { RegisterText } from '../../../shared/room/parts-text'
import { columnsOfText } from '../../../shared/site-columns/make-columns'
import type { KeptColumns } from './kept-columns'

/** How many registers of recent frames are kept. */
const remembered = 4

export interface FrameColumns {
  /** Call this when a frame with this register is sent. */
  given(register: RegisterText): void
  of(version: string): Uint8Array | null
}

export function createFrameColumns(kept: Pick<KeptColumns, 'find'>): FrameColumns {
  const registers = new Map<string, RegisterText>()
  const made = new Map<string, Uint8Array>()
  return {
    given(register) {
      registers.delete(register.version)
      registers.set(register.version, register)
      for (const version of [...registers.keys()].slice(0, -remembered)) {
        registers.delete(version)
        made.delete(version)
      }
    },
    of(version) {
      const register = registers.get(version)
      if (!register) return null
      const columns =
        made.get(version) ?? kept.find(version) ?? columnsOfText(register.pieces.join(''))
      made.set(version, columns)
      return columns
    },
  }
}
