import { useEffect, useState } from 'react'
import type { Graphics } from '../graph/graphics.ts'

/** How this browser can draw; until that is known it is taken to be able to. */
export function useGraphics(): Graphics {
  const [graphics, setGraphics] = useState<Graphics>('card')
  useEffect(() => {
    void import('../graph/graphics.ts').then(({ graphics }) => setGraphics(graphics()))
  }, [])
  return graphics
}
