import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { relationAt } from '../network/network.ts'
import { drawingOf, lines, sortOf } from '../network/lines.ts'
import { cornersOf, triangles, writeItem } from './corners.ts'
import type { Stage } from './stage.ts'

const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec4 a_startColor;
attribute vec4 a_endColor;
attribute vec2 a_dash;
attribute float a_width;
attribute float a_alpha;
attribute float a_curve;
attribute float a_lit;
attribute vec2 a_along;

uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_width;
uniform float u_dim;

varying vec4 v_color;
varying vec2 v_dash;
varying float v_length;
varying float v_across;
varying float v_reach;

void main() {
  // In pixels, so that widths and dashes stay what they are at every zoom.
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * u_half;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy * u_half;
  vec2 chord = end - start;
  vec2 bend = (start + end) * 0.5 + vec2(-chord.y, chord.x) * a_curve;
  float t = a_along.x;
  vec2 point = mix(mix(start, bend, t), mix(bend, end, t), t);
  vec2 direction = mix(bend - start, end - bend, t);
  float far = length(direction);
  vec2 normal = far > 0.0 ? vec2(-direction.y, direction.x) / far : vec2(0.0);

  float lit = a_lit * u_dim;
  float width = max(a_width * u_width, 0.6) * (1.0 + 0.7 * lit);
  v_reach = width * 0.5;
  v_across = a_along.y * (v_reach + 1.0);
  v_length = t * length(chord);
  v_dash = a_dash * u_width;
  float alpha = mix(a_alpha, mix(a_alpha * 0.13, min(1.0, a_alpha * 1.9 + 0.2), a_lit), u_dim);
  v_color = vec4(mix(a_startColor.rgb, a_endColor.rgb, t), alpha);
  gl_Position = vec4((point + normal * v_across) / u_half, 0.0, 1.0);
}
`

const FRAGMENT = /* glsl */ `
precision mediump float;

varying vec4 v_color;
varying vec2 v_dash;
varying float v_length;
varying float v_across;
varying float v_reach;

void main() {
  float drawn = clamp(v_reach + 0.5 - abs(v_across), 0.0, 1.0);
  if (v_dash.y > 0.0) {
    float along = mod(v_length, v_dash.x + v_dash.y);
    drawn *= clamp(along + 0.5, 0.0, 1.0) * clamp(v_dash.x + 0.5 - along, 0.0, 1.0);
  }
  float alpha = v_color.a * drawn;
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
`

const UNIFORMS = ['u_matrix', 'u_half', 'u_width', 'u_dim'] as const
const { FLOAT, TRIANGLE_STRIP, TRIANGLES, UNSIGNED_BYTE } = WebGLRenderingContext

const ATTRIBUTES = [
  { name: 'a_start', size: 2, type: FLOAT },
  { name: 'a_end', size: 2, type: FLOAT },
  { name: 'a_startColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
  { name: 'a_endColor', size: 4, type: UNSIGNED_BYTE, normalized: true },
  { name: 'a_dash', size: 2, type: FLOAT },
  { name: 'a_width', size: 1, type: FLOAT },
  { name: 'a_alpha', size: 1, type: FLOAT },
  { name: 'a_curve', size: 1, type: FLOAT },
  { name: 'a_lit', size: 1, type: FLOAT }
]

/** Pieces that a bent line is made of. */
const PIECES = 8

/** From one end of a line to the other, both sides of it in turn. */
const strip = (pieces: number): [number, number][] =>
  Array.from({ length: 2 * (pieces + 1) }, (_, index) => [Math.floor(index / 2) / pieces, index % 2 === 0 ? -1 : 1])

/** Draws ties, each in the line of its sort and from the colour of one end to that of the other. */
export function edgeProgram(stage: Stage): EdgeProgramType {
  const drawing = drawingOf(stage.picture.network)
  const curve = stage.isLean ? 0 : drawing.curve
  const line = strip(curve === 0 ? 1 : PIECES)
  const along = stage.isLean ? triangles(line) : line
  return class extends EdgeProgram<(typeof UNIFORMS)[number]> {
    override drawLabel = undefined

    override getDefinition() {
      return {
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: stage.isLean ? TRIANGLES : TRIANGLE_STRIP,
        UNIFORMS,
        ...cornersOf(stage.isLean, ATTRIBUTES, { name: 'a_along', size: 2, type: FLOAT }, along)
      }
    }

    override processVisibleItem(
      _id: number,
      offset: number,
      from: NodeDisplayData,
      to: NodeDisplayData,
      data: EdgeDisplayData & { place?: number }
    ): void {
      const tie = data.place ?? 0
      const { picture, palette, litTies } = stage
      const { starts, ends, communities } = picture.network
      const [start, end] = [starts[tie] as number, ends[tie] as number]
      const sort = sortOf[relationAt(picture.network, tie)]
      const line = lines[sort]
      const [drawn, left] = line.dash ?? [1, 0]
      const strength = communities[start] === communities[end] ? drawing.inside : drawing.between
      if (stage.isLean && sort === 'subject') {
        this.array.fill(0, offset, offset + this.STRIDE)
        return
      }
      writeItem(
        this,
        offset,
        [
          from.x,
          from.y,
          to.x,
          to.y,
          palette.packed[picture.colours.of[start] as number] as number,
          palette.packed[picture.colours.of[end] as number] as number,
          drawn,
          left,
          line.width,
          strength * line.alpha,
          curve,
          litTies[tie] as number
        ],
        along
      )
    }

    override render(params: RenderParams): void {
      if (!stage.isHeld && !stage.isFar) super.render(params)
    }

    override setUniforms({ matrix, width, height, pixelRatio, sizeRatio }: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
      const at = uniformLocations as Record<(typeof UNIFORMS)[number], WebGLUniformLocation>
      gl.uniformMatrix3fv(at.u_matrix, false, matrix)
      gl.uniform2f(at.u_half, (width * pixelRatio) / 2, (height * pixelRatio) / 2)
      gl.uniform1f(at.u_width, (drawing.width * pixelRatio) / Math.max(0.6, Math.min(sizeRatio, 1.2)))
      gl.uniform1f(at.u_dim, stage.dim)
    }
  }
}
