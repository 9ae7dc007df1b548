/** A colour as shares of linear light: red, green and blue, 0 to 1. */
export type Light = [red: number, green: number, blue: number]

/** The light of a colour written as #rrggbb (sRGB: IEC 61966-2-1). */
export const lightOf = (hex: string): Light =>
  [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as Light

/** How much lighter one colour is than another, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => {
    const [red, green, blue] = lightOf(hex)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
  }) as [number, number]
  return Math.max(a, b) / Math.min(a, b)
}

type Matrix = [Light, Light, Light]

/**
 * How colours look to eyes that lack one sort of cone (Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color
 * vision deficiency", IEEE TVCG 15(6), 2009: the matrices of severity 1, for linear light).
 */
export const sights: Record<'usual' | 'protanopia' | 'deuteranopia' | 'tritanopia', Matrix> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
}

export const seenBy = (sight: Matrix, [red, green, blue]: Light): Light =>
  sight.map((row) => Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue))) as Light

export type Lab = [lightness: number, a: number, b: number]

/** A colour in CIE L*a*b*, by daylight (D65). */
export function labOf([red, green, blue]: Light): Lab {
  const root = (share: number): number => (share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116)
  const x = root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
  const y = root(0.2126729 * red + 0.7151522 * green + 0.072175 * blue)
  const z = root((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const RADIAN = Math.PI / 180
const sine = (degrees: number): number => Math.sin(degrees * RADIAN)
const cosine = (degrees: number): number => Math.cos(degrees * RADIAN)
const power7 = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7))

/** How different two colours look (CIEDE2000: Sharma, Wu, Dalal, Color Research & Application 30(1), 2005); about 1 is just seen side by side. */
export function difference([lightness, a, b]: Lab, [otherLightness, otherA, otherB]: Lab): number {
  const stretch = 1.5 - 0.5 * power7((Math.hypot(a, b) + Math.hypot(otherA, otherB)) / 2)
  const polar = (a: number, b: number): { chroma: number; hue: number } => ({
    chroma: Math.hypot(stretch * a, b),
    hue: (Math.atan2(b, stretch * a) / RADIAN + 360) % 360
  })
  const [one, other] = [polar(a, b), polar(otherA, otherB)]
  const isGrey = one.chroma * other.chroma === 0
  const turn = isGrey ? 0 : ((other.hue - one.hue + 540) % 360) - 180
  const [meanLightness, meanChroma] = [(lightness + otherLightness) / 2, (one.chroma + other.chroma) / 2]
  const meanHue = isGrey ? one.hue + other.hue : (one.hue + turn / 2 + 360) % 360
  const ofHue =
    1 - 0.17 * cosine(meanHue - 30) + 0.24 * cosine(2 * meanHue) + 0.32 * cosine(3 * meanHue + 6) - 0.2 * cosine(4 * meanHue - 63)
  const byLightness = (otherLightness - lightness) / (1 + (0.015 * (meanLightness - 50) ** 2) / Math.sqrt(20 + (meanLightness - 50) ** 2))
  const byChroma = (other.chroma - one.chroma) / (1 + 0.045 * meanChroma)
  const byHue = (2 * Math.sqrt(one.chroma * other.chroma) * sine(turn / 2)) / (1 + 0.015 * meanChroma * ofHue)
  const inBlue = -sine(60 * Math.exp(-(((meanHue - 275) / 25) ** 2))) * 2 * power7(meanChroma)
  return Math.sqrt(byLightness ** 2 + byChroma ** 2 + byHue ** 2 + inBlue * byChroma * byHue)
}
