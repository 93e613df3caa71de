import { useEffect, useState } from 'react'
import { mediaTypeOfPicture } from '../../shared/sites/picture'
import { usePorts } from '../console/console-context'

export type PictureState =
  | { readonly phase: 'asking' | 'missing' }
  | { readonly phase: 'here'; readonly address: string }

/** A picture as an address that an `img` takes; given back when another one is wanted. */
export function usePicture(picture: string): PictureState {
  const { bridge } = usePorts()
  const [state, setState] = useState<PictureState>({ phase: 'asking' })
  useEffect(() => {
    let current = true
    let address: string | null = null
    setState({ phase: 'asking' })
    const show = (bytes: Uint8Array | null) => {
      if (!current) return
      if (bytes === null) return setState({ phase: 'missing' })
      const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], {
        type: mediaTypeOfPicture(picture),
      })
      address = URL.createObjectURL(blob)
      setState({ phase: 'here', address })
    }
    bridge.ask('site-picture', { picture }).then(show, () => show(null))
    return () => {
      current = false
      if (address !== null) URL.revokeObjectURL(address)
    }
  }, [bridge, picture])
  return state
}
