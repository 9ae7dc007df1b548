import type { Picture } from '../network/picture.ts'
import type { Palette } from './palette.ts'

/** What the programs that draw share: the picture, its colours, and what is lit while the rest is dimmed. */
export interface Stage {
  picture: Picture
  palette: Palette
  /** 1 for each entity and tie that is lit. */
  litEntities: Uint8Array
  litTies: Uint8Array
  /** 0: all as bright as usual; 1: what is not lit is dimmed. */
  dim: number
  /** Whether communities stand for their members, who are not drawn. */
  isFar: boolean
  /** Without a graphics card: straight lines, and none for what everybody shares. */
  isLean: boolean
  /** Whether nothing is drawn for now, though sigma would. */
  isHeld: boolean
}
