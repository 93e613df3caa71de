import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes in use after everything nobody holds is collected, buffers outside the heap included. */
export function heapInUse(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

/** `node --expose-gc` provides it; otherwise V8 gives it to a new context. */
function collect(): void {
  if (globalThis.gc === undefined) setFlagsFromString('--expose-gc')
  const gc: unknown = globalThis.gc ?? runInNewContext('gc')
  if (typeof gc === 'function') gc()
}
