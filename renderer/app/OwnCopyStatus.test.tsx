// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, it } from 'vitest'
import { because, sentence } from '../../shared/lang/decision'
import { roomOf } from '../../shared/testing/given'
import { createTestPorts, renderConsole } from '../testing/test-console'
import { OwnCopyStatus } from './OwnCopyStatus'

afterEach(cleanup)

it.each([
  ['en', /copy of the journal stopped: entry 5 is missing, 7 came instead$/],
  ['ru', /Копирование журнала остановлено: записи 5 нет, вместо неё пришла 7$/],
] as const)(
  'The status line says why the own copy does not go on in the language chosen (%s)',
  (language, words) => {
    const gap = { due: 5, came: 7 }
    const why = sentence('chain-gap', 'entry {due} is missing, {came} came instead', gap)
    const fault = because('copy-stopped', 'The copy of the journal stopped: {reason}', why)
    const ports = createTestPorts(roomOf(), { localJournal: { seq: 4, hubSeq: 9, fault } })
    renderConsole(ports, <OwnCopyStatus />, language)
    screen.getByText(words)
  },
)
