import type Sigma from 'sigma'
import type { Community } from '#contract/network.ts'
import { type Frame, type Picture, xAt, yAt } from '../network/picture.ts'
import { LEAST_SPAN } from '../network/sizes.ts'
import type { Spot } from './names.ts'

/** Where the map is looked at from: the middle, in its coordinates, and how much of it is seen (1: as wide as it is). */
export interface Camera {
  x: number
  y: number
  ratio: number
}

/** Pixels at each side of the map that something else covers. */
export interface Insets {
  left: number
  right: number
  top: number
  bottom: number
}

/** Where a community is on the screen, in pixels. */
export interface Place {
  community: Community
  x: number
  y: number
  radius: number
}

/** The smallest are met from so many pixels away. */
const LEAST_TARGET = 7

/** How near and how far one may go. */
export const NEAREST = 0.015
export const FARTHEST = 3
const CAMERA_MS = 240
const REST_MS = 350
/** So much of what is seen stays free around what the camera looks at: names stand there. */
const RIM = 0.06
/** Around a few, whose names are all to be read. */
const FEW_RIM = 0.12

interface SightOptions {
  insets: Insets
  isStill: boolean
  /** Once the camera rests where somebody moved it to. */
  onRest: (camera: Camera) => void
}

/** From where the map is seen: its camera, and where things are on the screen. */
export class Sight {
  insets: Insets
  picture: Picture
  private readonly sigma: Sigma
  private readonly options: SightOptions
  private resting = 0
  private isGuided = false

  constructor(sigma: Sigma, picture: Picture, options: SightOptions) {
    this.sigma = sigma
    this.picture = picture
    this.options = options
    this.insets = options.insets
    const camera = sigma.getCamera()
    camera.on('updated', () => {
      if (this.isGuided && !camera.isAnimated()) this.isGuided = false
      else if (!this.isGuided) this.noteRest()
    })
  }

  camera(): Camera {
    const { x, y, ratio } = this.sigma.getCamera().getState()
    return { x, y, ratio }
  }

  setCamera(camera: Camera, isStill = this.options.isStill): void {
    const state = { ...camera, angle: 0 }
    this.isGuided = true
    if (isStill) this.sigma.getCamera().setState(state)
    else void this.sigma.getCamera().animate(state, { duration: CAMERA_MS, easing: 'cubicOut' })
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.camera()
    this.setCamera({ x, y, ratio: Math.max(NEAREST, Math.min(FARTHEST, ratio * factor)) })
    this.noteRest()
  }

  pan(right: number, up: number): void {
    const { x, y, ratio } = this.camera()
    this.setCamera({ x: x + right * ratio, y: y + up * ratio, ratio })
    this.noteRest()
  }

  /** Sees all that is shown, or these entities. */
  fit(entities?: Iterable<number>, isStill?: boolean): void {
    const camera = this.cameraFor(entities ?? this.shown())
    if (camera) this.setCamera(camera, isStill)
  }

  /** Goes to look at these entities, which is as if somebody had moved the camera there. */
  look(entities: Iterable<number>): void {
    const camera = this.cameraFor(entities, FEW_RIM)
    if (camera) this.setCamera(camera)
    this.noteRest()
  }

  /** Brings an entity that is out of sight, or under a panel, into the middle. */
  reveal(entity: number): void {
    const { shown, network } = this.picture
    if (!shown.entities[entity]) return
    const { width, height } = this.sigma.getDimensions()
    const { left, right, top, bottom } = this.insets
    const { x, y } = this.spotter()(entity)
    if (x > left && x < width - right && y > top && y < height - bottom) return
    this.setCamera({ ...this.inMiddle(xAt(network, entity), yAt(network, entity), 1 / this.pixelsPerUnit()), ratio: this.camera().ratio })
    this.noteRest()
  }

  /** What of the map is seen, but for what panels cover, in its coordinates. */
  frame({ left, right, top, bottom }: Insets): Frame {
    const { width, height } = this.sigma.getDimensions()
    const first = this.sigma.viewportToGraph({ x: left, y: height - bottom })
    const last = this.sigma.viewportToGraph({ x: width - right, y: top })
    return { left: first.x, right: last.x, bottom: first.y, top: last.y }
  }

  *shown(): Iterable<number> {
    const { shown, network } = this.picture
    for (let entity = 0; entity < network.kinds.length; entity++) if (shown.entities[entity]) yield entity
  }

  pixelsPerUnit(): number {
    const [a, b] = [this.sigma.framedGraphToViewport({ x: 0, y: 0 }), this.sigma.framedGraphToViewport({ x: 1, y: 0 })]
    return Math.hypot(b.x - a.x, b.y - a.y)
  }

  /** Works out where entities are on the screen, all by the same sum. */
  spotter(): (entity: number) => Spot {
    const { network, sizes } = this.picture
    const { origin, across, up } = this.corners()
    const scale = this.sigma.scaleSize(1)
    return (entity) => ({
      x: origin.x + xAt(network, entity) * across,
      y: origin.y + yAt(network, entity) * up,
      radius: (sizes[entity] as number) * scale
    })
  }

  /** The entity whose form is at a place of the screen, or whose middle is no farther from it than this: of several, the nearest one. */
  entityAt(x: number, y: number, farthest = 0): number | undefined {
    const { network, sizes } = this.picture
    const { origin, across, up } = this.corners()
    const scale = this.sigma.scaleSize(1)
    let [nearest, least] = [-1, Number.POSITIVE_INFINITY]
    for (const entity of this.shown()) {
      const far = Math.hypot(origin.x + xAt(network, entity) * across - x, origin.y + yAt(network, entity) * up - y)
      if (far < least && far <= Math.max(farthest, LEAST_TARGET, (sizes[entity] as number) * scale + 1)) [nearest, least] = [entity, far]
    }
    return nearest < 0 ? undefined : nearest
  }

  /** Where the communities of an overview are on the screen. */
  communities(): Place[] {
    const { overview, communities } = this.picture.network.head
    if (!overview) return []
    const { origin, across, up } = this.corners()
    return communities.map((community) => ({
      community,
      x: origin.x + community.x * across,
      y: origin.y + community.y * up,
      radius: Math.max(6, community.radius * across)
    }))
  }

  stop(): void {
    clearTimeout(this.resting)
  }

  /** The screen's place of the map's origin, and how far its other corner is from there. */
  private corners(): { origin: { x: number; y: number }; across: number; up: number } {
    const origin = this.sigma.framedGraphToViewport({ x: 0, y: 0 })
    const corner = this.sigma.framedGraphToViewport({ x: 1, y: 1 })
    return { origin, across: corner.x - origin.x, up: corner.y - origin.y }
  }

  /** Where the camera is to stand for a point to be in the middle of what nothing covers; `unit`: of the map, for a pixel. */
  private inMiddle(x: number, y: number, unit: number): { x: number; y: number } {
    const { left, right, top, bottom } = this.insets
    return { x: x + ((right - left) / 2) * unit, y: y + ((top - bottom) / 2) * unit }
  }

  /** The camera that sees these entities, in the part of the map that nothing covers. */
  private cameraFor(entities: Iterable<number>, rim = RIM): Camera | undefined {
    const { network } = this.picture
    let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    let [bottom, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const entity of entities) {
      const [x, y] = [xAt(network, entity), yAt(network, entity)]
      left = Math.min(left, x)
      right = Math.max(right, x)
      bottom = Math.min(bottom, y)
      top = Math.max(top, y)
    }
    if (left > right) return undefined
    const { width, height } = this.sigma.getDimensions()
    const freeWidth = Math.max(80, width * (1 - rim) - this.insets.left - this.insets.right)
    const freeHeight = Math.max(80, height * (1 - rim) - this.insets.top - this.insets.bottom)
    const perUnit = this.pixelsPerUnit() * this.camera().ratio
    const wanted = Math.min(freeWidth / Math.max(right - left, LEAST_SPAN), freeHeight / Math.max(top - bottom, LEAST_SPAN))
    return { ...this.inMiddle((left + right) / 2, (bottom + top) / 2, 1 / wanted), ratio: perUnit / wanted }
  }

  /** Tells where the camera came to rest. */
  private noteRest(): void {
    clearTimeout(this.resting)
    this.resting = window.setTimeout(() => this.options.onRest(this.camera()), REST_MS)
  }
}
