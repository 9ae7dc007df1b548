import type Sigma from 'sigma'
import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { cornersOf, triangles, writeItem } from './corners.ts'
import { FILLED, SIDE, sheetOfForms } from './forms.ts'
import { sharesOf } from './palette.ts'
import type { Stage } from './stage.ts'

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_kind;
attribute float a_lit;
attribute vec4 a_color;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_place;
varying float v_lit;

const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + a_corner * radius / ${FILLED.toFixed(2)}, 1.0)).xy, 0.0, 1.0);
  vec2 cell = vec2(mod(a_kind, ${SIDE}.0), floor(a_kind / ${SIDE}.0));
  v_place = (cell + 0.5 + a_corner * vec2(0.5, -0.5)) / ${SIDE}.0;
  v_lit = a_lit;
  v_color = a_color;
  v_color.a *= bias;
}
`

const FRAGMENT = /* glsl */ `
precision mediump float;

uniform sampler2D u_forms;
uniform vec3 u_paper;
uniform float u_dim;

varying vec4 v_color;
varying vec2 v_place;
varying float v_lit;

void main() {
  vec4 form = texture2D(u_forms, v_place);
  vec3 color = mix(v_color.rgb, u_paper, 0.82 * u_dim * (1.0 - v_lit));
  gl_FragColor = vec4(mix(u_paper, color, form.g), 1.0) * form.r;
}
`

const UNIFORMS = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_forms', 'u_paper', 'u_dim'] as const
const {
  FLOAT,
  LINEAR,
  LINEAR_MIPMAP_LINEAR,
  RGBA,
  TEXTURE0,
  TEXTURE_2D,
  TEXTURE_MAG_FILTER,
  TEXTURE_MIN_FILTER,
  TRIANGLES,
  UNSIGNED_BYTE
} = WebGLRenderingContext

const ATTRIBUTES = [
  { name: 'a_position', size: 2, type: FLOAT },
  { name: 'a_size', size: 1, type: FLOAT },
  { name: 'a_kind', size: 1, type: FLOAT },
  { name: 'a_lit', size: 1, type: FLOAT },
  { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true }
]
const CORNERS = triangles([
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1]
])

/** Draws entities in the form of their kind and the colour of their group; what is not lit fades into the paper. */
export function nodeProgram(stage: Stage): NodeProgramType {
  return class extends NodeProgram<(typeof UNIFORMS)[number]> {
    private texture: WebGLTexture | null = null

    // Without the buffer in which sigma would have everybody drawn once more; see renderer.ts.
    constructor(gl: WebGLRenderingContext | WebGL2RenderingContext, _pickingBuffer: WebGLFramebuffer | null, sigma: Sigma) {
      super(gl, null, sigma)
    }

    override getDefinition() {
      return {
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ...cornersOf(stage.isLean, ATTRIBUTES, { name: 'a_corner', size: 2, type: FLOAT }, CORNERS)
      }
    }

    override processVisibleItem(_id: number, offset: number, data: NodeDisplayData & { place?: number }): void {
      const place = data.place ?? 0
      const { picture, palette, litEntities } = stage
      writeItem(
        this,
        offset,
        [
          data.x,
          data.y,
          data.size,
          picture.network.kinds[place] as number,
          litEntities[place] as number,
          palette.packed[picture.colours.of[place] as number] as number
        ],
        CORNERS
      )
    }

    override render(params: RenderParams): void {
      if (!stage.isHeld && !stage.isFar) super.render(params)
    }

    override setUniforms({ matrix, sizeRatio, correctionRatio }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const at = uniformLocations as Record<(typeof UNIFORMS)[number], WebGLUniformLocation>
      this.texture ??= textureOf(gl)
      gl.activeTexture(TEXTURE0)
      gl.bindTexture(TEXTURE_2D, this.texture)
      gl.uniform1i(at.u_forms, 0)
      gl.uniformMatrix3fv(at.u_matrix, false, matrix)
      gl.uniform1f(at.u_sizeRatio, sizeRatio)
      gl.uniform1f(at.u_correctionRatio, correctionRatio)
      gl.uniform3f(at.u_paper, ...sharesOf(stage.palette.paper))
      gl.uniform1f(at.u_dim, stage.dim)
    }
  }
}

function textureOf(gl: WebGLRenderingContext): WebGLTexture | null {
  const texture = gl.createTexture()
  gl.bindTexture(TEXTURE_2D, texture)
  gl.texImage2D(TEXTURE_2D, 0, RGBA, RGBA, UNSIGNED_BYTE, sheetOfForms())
  gl.generateMipmap(TEXTURE_2D)
  gl.texParameteri(TEXTURE_2D, TEXTURE_MIN_FILTER, LINEAR_MIPMAP_LINEAR)
  gl.texParameteri(TEXTURE_2D, TEXTURE_MAG_FILTER, LINEAR)
  return texture
}
