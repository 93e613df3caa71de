type Marked =
  | 'alarm'
  | 'incident'
  /** The sending of a team, and its arrival: what completes a step of the plan. */
  | 'sending'
  | 'arrival'
  | 'assignment'
  | 'team'
  | 'test'
  | 'bundle'
  | 'account'
  /** A line of a log, by the number its entry is expected to have. */
  | 'entry'

/** Names a thing in the room that only an unanswered command has changed. */
export type Mark = `${Marked}:${string}` | StepMark | EndMark
export type StepMark = `step:${string}/${string}`

export const stepMark = (incidentId: string, stepId: string): StepMark =>
  `step:${incidentId}/${stepId}`

/** Shown in a list until a command takes it out of the room. */
export type Ended = 'test' | 'incident' | 'account' | 'bundle'
export type EndMark = `ending-${Ended}:${string}`
