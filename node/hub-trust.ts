import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Agent, type RequestOptions } from 'node:https'
import type { Duplex } from 'node:stream'
import { type ConnectionOptions, connect } from 'node:tls'
import { type Refusal, sentence } from '../shared/lang/decision'

/** Which certificate of a hub is trusted, beyond those of public authorities. */
export interface HubTrust {
  /** Certificates of private authorities, PEM. */
  readonly ca: string | null
  /** SHA-256 of the hub's own certificate, 64 hexadecimal digits in lower case. */
  readonly pin: string | null
}

/** Thrown when a hub shows another certificate than the pinned one. */
class PinDiffers extends Error {
  readonly code = 'PIN_DIFFERS'
}

/**
 * The agent for connections to the hub; undefined leaves it to Node. Each connection is given the
 * trust itself, because the packaged program does not read NODE_EXTRA_CA_CERTS.
 */
export function hubAgent({ ca, pin }: HubTrust): Agent | undefined {
  const trusted = ca === null ? {} : { ca }
  if (pin !== null) return new PinningAgent(pin, trusted)
  return ca === null ? undefined : new Agent(trusted)
}

/**
 * Hands over a connection only once its certificate is the pinned one, so that no byte of a
 * password is sent before.
 */
class PinningAgent extends Agent {
  readonly #pin: string
  readonly #trusted: { readonly ca?: string }

  constructor(pin: string, trusted: { readonly ca?: string }) {
    super()
    this.#pin = pin
    this.#trusted = trusted
  }

  override createConnection(
    options: RequestOptions,
    tell?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    // The pin overrules any authority, unless one is named as well.
    const rejectUnauthorized = this.#trusted.ca !== undefined
    const given = { ...options, ...this.#trusted, rejectUnauthorized } as ConnectionOptions
    const socket = connect(given)
    const fail = (error: Error) => tell?.(error, socket)
    socket.once('error', fail)
    socket.once('secureConnect', () => {
      const { raw } = socket.getPeerCertificate()
      if (raw && createHash('sha256').update(raw).digest('hex') === this.#pin) {
        socket.off('error', fail)
        tell?.(null, socket)
        return
      }
      socket.destroy(new PinDiffers('Another certificate than the one named'))
    })
  }
}

/**
 * Reads `--hub`, `--hub-ca` and `--hub-pin`. Throws a sentence when they make no sense together.
 */
export function readTrust(said: {
  readonly hub: string | null
  readonly ca: string | null
  readonly pin: string | null
}): HubTrust {
  const { hub, ca, pin } = said
  if (ca === null && pin === null) return { ca, pin }
  if (!hub?.startsWith('https:'))
    throw new Error(
      '--hub-ca and --hub-pin say which certificate to trust: give --hub with https://',
    )
  return {
    ca: ca === null ? null : readAuthorities(ca),
    pin: pin === null ? null : parsePin(pin),
  }
}

function readAuthorities(file: string): string {
  let pem: string
  try {
    pem = readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(
      `--hub-ca: ${file} cannot be read (${error instanceof Error ? error.message : String(error)})`,
    )
  }
  return parseAuthorities(pem, file)
}

/** The certificates in an authority's file. Throws a sentence when there is none. */
function parseAuthorities(pem: string, file: string): string {
  try {
    new X509Certificate(pem)
    return pem
  } catch {
    throw new Error(`--hub-ca: there is no certificate (PEM) in ${file}`)
  }
}

/**
 * Reads a pin as `openssl x509 -fingerprint -sha256` prints it, with or without colons. Throws a
 * sentence for anything else.
 */
export function parsePin(text: string): string {
  const digits = text.replaceAll(':', '').toLowerCase()
  if (/^[\da-f]{64}$/.test(digits)) return digits
  throw new Error(
    `--hub-pin takes the SHA-256 of the hub's certificate, 64 hexadecimal digits, not "${text}"`,
  )
}

const untrusted = sentence(
  'trust-unknown-signer',
  'its certificate is signed by nobody this console trusts: name its authority with --hub-ca FILE, or the certificate with --hub-pin SHA256',
)
const faults: Readonly<Record<string, Refusal>> = {
  CERT_HAS_EXPIRED: sentence(
    'trust-expired',
    "its certificate has expired: renew it at the hub, or set this machine's clock right",
  ),
  CERT_NOT_YET_VALID: sentence(
    'trust-not-yet-valid',
    "its certificate is not valid yet: set this machine's clock right",
  ),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: sentence(
    'trust-other-name',
    'its certificate is for another name: ask for the hub by a name that its certificate has',
  ),
  PIN_DIFFERS: sentence(
    'trust-pin-differs',
    'its certificate is not the one that --hub-pin names: somebody may stand between, or it was renewed',
  ),
}

/**
 * Why no secure connection came about; null for any other failure. Errors hide one inside the
 * other.
 */
export function trustFault(error: unknown): Refusal | null {
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth += 1) {
    const { code, cause, description, error: inner } = at as Record<string, unknown>
    const found = typeof code === 'string' ? faults[code] : undefined
    if (found) return found
    at = cause ?? description ?? inner
  }
  return null
}
