/**
 * How many connections are open at once: in total, and from one address (for IPv6, one network).
 */
export interface ConnectionRule {
  /** Fewer where the system lets a process open fewer files (open-file-limit.ts). */
  readonly all: number
  readonly ofSource: number
}

/**
 * For panels over DC-09. Generous per address, since thousands of them may stand behind one gateway
 * of a mobile network.
 */
export const panelConnections: ConnectionRule = { all: 20_000, ofSource: 4_000 }
/**
 * For one listening receiver line. Receivers are few, but every panel's communicator may have its
 * own connection, and many communicators may stand behind one gateway.
 */
export const lineConnections: ConnectionRule = { all: 4_000, ofSource: 1_000 }
/** Over HTTP, including cars and consoles: limits what strangers can hold. */
export const httpConnections = 2_000
/**
 * A room has a dozen desks; ten times as many is a mistake or an attack, and each console costs a
 * snapshot.
 */
export const mostConsoles = 100
/** A car has a tablet and perhaps a phone; more means a device that does not let go. */
export const devicesOfTeam = 4
/**
 * Datagrams without an answer yet, so that they cannot fill the memory. More are dropped, and their
 * senders repeat them.
 */
export const unansweredDatagrams = 10_000
