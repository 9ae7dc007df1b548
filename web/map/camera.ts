import type { Camera } from '../graph/GraphView.tsx'

/** A camera on an upright map, as the same one on a map that lies across, or the other way round. */
const turned = ({ x, y, ratio }: Camera): Camera => ({ x: y, y: x, ratio })

/** A camera as an address holds it: x, y and ratio on a map that lies across. */
export const cameraText = (camera: Camera, isUpright: boolean): string => {
  const { x, y, ratio } = isUpright ? turned(camera) : camera
  return [x, y, ratio].map((part) => part.toFixed(4)).join()
}

export function cameraIn(text: string, isUpright: boolean): Camera | undefined {
  const [x, y, ratio] = text.split(',').map((part) => (part.trim() ? Number(part) : Number.NaN))
  if (x === undefined || y === undefined || ratio === undefined || ![x, y, ratio].every(Number.isFinite) || ratio <= 0) return undefined
  return isUpright ? turned({ x, y, ratio }) : { x, y, ratio }
}
