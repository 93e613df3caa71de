import { lineOfAction } from '../console/line-command'
import { acknowledgeAction } from './acknowledge-action'
import { takeNextAction } from './take-next-action'

export const alarmLine = [
  lineOfAction(acknowledgeAction, { id: 'acknowledge', words: ['ack', 'a'] }),
  lineOfAction(takeNextAction, { id: 'take-next', words: ['next'] }),
]
