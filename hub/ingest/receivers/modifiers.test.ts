import { describe, expect, it } from 'vitest'
import { siaEvent } from '../../../shared/surgard/sia-event'
import { createManualClock } from '../../../shared/timeline/manual-clock'
import { createModifiers } from './modifiers'

const line = new Uint8Array()
/** What an event names whose area and user came in lines of their own before it. */
function after(said: Readonly<Record<string, string>>, code: string, number: string) {
  const modifiers = createModifiers(createManualClock())
  for (const [name, value] of Object.entries(said))
    modifiers.note({ account: 'A1', name, value }, line)
  const [event] = modifiers.apply('A1', [siaEvent(code, number)], line).events
  return [event?.partition, event?.zone, event?.user]
}

describe('The number of an event after the lines of its modifiers', () => {
  it.each([
    [{ ri: '0001' }, 'BA', '0003', ['0001', '0003', null]],
    [{ ri: '0001', id: '0007' }, 'BA', '0003', ['0001', '0003', '0007']],
    [{ ri: '0001' }, 'NL', '501', ['0001', null, '501']],
    [{ ri: '0001' }, 'ND', '502', ['0001', null, '502']],
    [{ ri: '0001' }, 'CL', '501', ['0001', null, '501']],
    [{ ri: '0001', id: '0007' }, 'CL', '501', ['0001', '501', '0007']],
    [{}, 'NL', '2', ['2', null, null]],
    [{ ri: '0001' }, 'BV', '', ['0001', null, null]],
  ] as const)('after %o of %s %s is kept beside theirs', (said, code, number, kept) =>
    expect(after(said, code, number)).toEqual(kept),
  )
})
