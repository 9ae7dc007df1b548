/** How the browser can draw: with a graphics card, by its own processor (slowly), or not at all. */
export type Graphics = 'card' | 'software' | 'none'

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render|microsoft basic/i

let known: Graphics | undefined

/** Asked once: a context is dear. */
export function graphics(): Graphics {
  known ??= ask()
  return known
}

function ask(): Graphics {
  const canvas = document.createElement('canvas')
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  if (!gl) return 'none'
  const told = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(told ? told.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return SOFTWARE.test(renderer) ? 'software' : 'card'
}
