// Threads do not inherit what lets a program of ours be run as TypeScript, so this one asks for it
// itself.
import { register } from 'tsx/esm/api'

register()
await import('./records-thread.ts')
