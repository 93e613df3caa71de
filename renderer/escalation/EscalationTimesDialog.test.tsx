// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { usualTimes } from '../../shared/escalation/times'
import { minute } from '../../shared/lang/instant'
import { officer, supervisor } from '../../shared/testing/builders'
import { roomOf } from '../../shared/testing/given'
import { live } from '../testing/fake-bridge'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { EscalationTimesDialog } from './EscalationTimesDialog'

afterEach(cleanup)

function show(you = supervisor) {
  const ports = createTestPorts(roomOf(), {
    link: { ...live, you },
    dialog: { kind: 'escalation-times' },
  })
  ports.bridge.answer('command', () => ({ result: 'ok', seq: 9, notice: null }))
  renderConsole(ports, <EscalationTimesDialog />)
  const field = screen.getByRole<HTMLInputElement>('textbox', {
    name: 'Nobody has taken this alarm. supervisor priority 1',
  })
  return {
    ports,
    field,
    submit: screen.getByRole('button', { name: /Put these times into force/ }),
  }
}

describe('The times of escalation', () => {
  it('are changed by a supervisor, all of them as one command', async () => {
    const { ports, field, submit } = show()
    expect(field.value).toBe('1:00')
    fireEvent.change(field, { target: { value: '2:00' } })
    await act(async () => fireEvent.click(submit))
    expect(ports.bridge.asked.map(({ request }) => request)).toMatchObject([
      {
        command: {
          type: 'set-escalation-times',
          replaces: 0,
          times: {
            ...usualTimes,
            unowned: { ...usualTimes.unowned, p1: { supervisor: 2 * minute } },
          },
        },
      },
    ])
  })
  it('are not put into force with something that is no time', () => {
    const { field, submit } = show()
    fireEvent.change(field, { target: { value: 'soon' } })
    expect(submit.getAttribute('aria-disabled')).toBe('true')
  })
  it('are only read by an officer, who is told why', () => {
    const { field, submit } = show(officer)
    expect(field.readOnly).toBe(true)
    expect(submit.getAttribute('aria-disabled')).toBe('true')
  })
})
