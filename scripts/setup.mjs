import { ensureElectron } from './setup/electron-runtime.mjs'
console.log(await ensureElectron())
