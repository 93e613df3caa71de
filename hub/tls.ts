import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import type { Logger } from 'pino'
import { hour, type Instant } from '../shared/lang/instant'

export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

/** Certificate with its chain, and key, both PEM. */
export interface Tls {
  readonly cert: string
  readonly key: string
}

/** A certificate that ends within this time, ms, causes a warning at each start. */
const soon = 30 * 24 * hour

/** Throws a sentence when certificate and key cannot be read or do not belong together. */
export function readTls(files: TlsFiles, now: Instant, log: Logger): Tls {
  const tls = { cert: readFile('--tls-cert', files.cert), key: readFile('--tls-key', files.key) }
  try {
    createSecureContext(tls)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      `--tls-cert ${files.cert} and --tls-key ${files.key} cannot be used together: ${why}`,
    )
  }
  const until = Date.parse(new X509Certificate(tls.cert).validTo)
  // The hub starts all the same: alarms come in by other doors, and clients that trust this very
  // certificate still connect.
  if (until < now)
    log.error({ until: new Date(until).toISOString() }, 'The certificate has expired: renew it')
  else if (until - now < soon)
    log.warn({ until: new Date(until).toISOString() }, 'The certificate expires soon')
  return tls
}

function readFile(option: string, file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(
      `${option}: ${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}
