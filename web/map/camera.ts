import type { Camera } from '../graph/GraphView.tsx'

/** A camera as an address holds it: x, y and ratio. */
export const cameraText = ({ x, y, ratio }: Camera): string => [x, y, ratio].map((part) => part.toFixed(4)).join()

export function cameraIn(text: string): Camera | undefined {
  const [x, y, ratio] = text.split(',').map(Number)
  return x !== undefined && y !== undefined && ratio && [x, y, ratio].every(Number.isFinite) ? { x, y, ratio } : undefined
}
