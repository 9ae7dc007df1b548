import { codeOf } from './code.ts'

/** An address as a QR code, dark on light in any light; nothing of one that is too long. Four squares around it stay light, as readers want. */
export default function AddressCode({ address, label }: { address: string; label: string }) {
  const code = codeOf(address)
  if (!code) return null
  return (
    <svg className="code" viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`} role="img" aria-label={label}>
      <path d={code.d} shapeRendering="crispEdges" />
    </svg>
  )
}
