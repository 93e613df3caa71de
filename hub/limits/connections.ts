/** How many connections are open at once, of all and of one address (a network, of IPv6). */
export interface ConnectionRule {
  /** Fewer where the system lets a process open fewer files (open-file-limit.ts). */
  readonly all: number
  readonly ofSource: number
}

/**
 * Of panels over DC-09. Of one address it is generous, since thousands of them may stand behind one
 * gateway of a mobile network.
 */
export const panelConnections: ConnectionRule = { all: 20_000, ofSource: 4_000 }
/**
 * Of one receiver line that listens: receivers are few, but every panel's communicator may have its
 * own, and many communicators may stand behind one gateway.
 */
export const lineConnections: ConnectionRule = { all: 4_000, ofSource: 1_000 }
/** Over HTTP, those of cars and consoles included: a bound on what strangers can hold. */
export const httpConnections = 2_000
/**
 * Consoles: a room has a dozen desks; ten times that is a mistake or an attack, and each costs a
 * snapshot.
 */
export const mostConsoles = 100
/**
 * Devices of one team: a car has a tablet and perhaps a phone; more than this is a device that does
 * not let go.
 */
export const devicesOfTeam = 4
/**
 * Datagrams that have no answer yet: what comes on top is dropped, and its sender repeats it, so
 * that they cannot fill the memory.
 */
export const unansweredDatagrams = 10_000
