import Sigma from 'sigma'
import { type Frame, type Picture, xAt, yAt } from '../network/picture.ts'
import { circlesOf } from '../network/scene.ts'
import { extentOf, LEAST_SPAN, scaleAt } from '../network/sizes.ts'
import { drawClouds, drawGround, type Place, writeCommunities } from './communities.ts'
import { DrawnGraph } from './drawn.ts'
import { edgeProgram } from './edge-program.ts'
import { listenToHands } from './hands.ts'
import type { Spot } from './names.ts'
import { nodeProgram } from './node-program.ts'
import { paletteOf } from './palette.ts'
import type { Stage } from './stage.ts'
import { drawWays } from './ways.ts'
import { drawRing, writeNames } from './writing.ts'

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

/** What somebody does to the map. */
export interface Acts {
  /** Points at an entity, or away from it. */
  onPoint(entity: number | undefined): void
  /** `isMore`: beside what is chosen already. */
  onPick(entity: number, isMore: boolean): void
  /** Several at once, beside what is chosen already. */
  onPickAll(entities: number[]): void
  onOpen(entity: number): void
  onPickCommunity(community: number): void
  onEmpty(): void
  /** Once the camera rests where somebody moved it to. */
  onCamera(camera: Camera): void
}

export interface RendererOptions {
  acts: Acts
  insets: Insets
  isLean: boolean
  isStill: boolean
  /** "12 fiches", in the language of the page. */
  members: (size: number) => string
}

const DIM_MS = 170
const WAY_MS = 700
const CAMERA_MS = 240
const REST_MS = 350
/** Of an overview, members are seen from here on. */
const NEAR = 0.45
/** So much of what is seen stays free around what the camera looks at: names stand there. */
const RIM = 0.06
/** A name for every so many square pixels. */
const ROOM_FOR_A_NAME = 8500
/** Where so few are drawn, those whose circle is partly hidden say how many more there are. */
const MOST_WITH_MORE = 160

const LAYERS = [
  ['ground', { beforeLayer: 'edges' }],
  ['ways', { beforeLayer: 'nodes' }],
  ['names', { beforeLayer: 'mouse' }]
] as const

/** The map on a piece of the page, drawn by sigma. */
export class Renderer {
  private readonly sigma: Sigma
  private graph: DrawnGraph
  private readonly stage: Stage
  private readonly options: RendererOptions
  private readonly pens: Record<'ground' | 'ways' | 'names', CanvasRenderingContext2D>
  private readonly watcher: ResizeObserver
  /** Entities, largest first. */
  private order: number[] = []
  /** How much of the map's width the network takes up. */
  private extent = 1
  private pointed: number | undefined
  private wayGrown = 1
  private dimming = 0
  private growing = 0
  private resting = 0
  private isGuided = false

  constructor(container: HTMLElement, picture: Picture, options: RendererOptions) {
    this.options = options
    this.stage = {
      picture,
      palette: paletteOf(picture.colours),
      litEntities: new Uint8Array(),
      litTies: new Uint8Array(),
      dim: 0,
      isFar: false,
      isLean: options.isLean,
      isHeld: false
    }
    // Sigma draws as soon as it is there: nothing yet, until its frame is known.
    this.graph = new DrawnGraph(picture, true)
    this.sigma = new Sigma(this.graph as never, container, {
      nodeProgramClasses: { form: nodeProgram(this.stage) },
      edgeProgramClasses: { line: edgeProgram(this.stage) },
      defaultNodeType: 'form',
      defaultEdgeType: 'line',
      defaultDrawNodeHover: () => undefined,
      renderLabels: false,
      zoomToSizeRatioFunction: (ratio) => 1 / scaleAt((this.extent * Math.min(container.clientWidth, container.clientHeight)) / ratio),
      hideEdgesOnMove: options.isLean && picture.shown.tieCount > 3000,
      stagePadding: 0,
      enableCameraRotation: false,
      minCameraRatio: 0.015,
      maxCameraRatio: 3,
      zoomingRatio: 1.5,
      doubleClickZoomingRatio: 1.8,
      zoomDuration: options.isStill ? 0 : 160,
      inertiaDuration: options.isStill ? 0 : 160,
      doubleClickZoomingDuration: options.isStill ? 0 : 160,
      allowInvalidContainer: true
    })
    // The frame of the map is that of all its maps: what is filtered out leaves the others where they are.
    this.sigma.setCustomBBox({ x: [0, 1], y: [0, 1] })
    this.pens = this.createPens()
    this.listen()
    // Told of the first size too, in which it is drawn already.
    this.watcher = new ResizeObserver(() => {
      const { width, height } = this.sigma.getDimensions()
      if (container.offsetWidth !== width || container.offsetHeight !== height) this.sigma.scheduleRender()
    })
    this.watcher.observe(container)
    this.put(picture)
    this.light()
    this.sigma.once('afterRender', () => performance.mark('map drawn'))
  }

  /** Draws another picture in the place of this one. */
  show(picture: Picture): void {
    const before = this.stage.picture
    this.stage.picture = picture
    if (picture.colours !== before.colours) this.stage.palette = paletteOf(picture.colours)
    if (picture.network !== before.network) this.pointed = undefined
    if (picture.network !== before.network || picture.sizes !== before.sizes) this.put(picture)
    else if (picture.colours !== before.colours || picture.shown !== before.shown) this.repaint()
    if (picture.ways !== before.ways) this.growWays()
    this.light()
  }

  /** Draws the same in the colours that the page has now. */
  recolour(): void {
    this.stage.palette = paletteOf(this.stage.picture.colours)
    this.repaint()
  }

  /** Has sigma take in a picture. Sigma draws what it takes in at once: that waits for the next frame, in which the camera stands where it is to. */
  private put(picture: Picture): void {
    this.forget(picture)
    this.stage.isHeld = true
    this.graph = new DrawnGraph(picture)
    this.sigma.setGraph(this.graph as never)
    this.stage.isHeld = false
  }

  /** Draws the entities and ties that are there with what is told of them now. */
  private repaint(): void {
    this.graph.picture = this.stage.picture
    this.sigma.refresh({ partialGraph: { nodes: this.graph.nodes(), edges: this.graph.edges() }, skipIndexation: true, schedule: true })
  }

  setInsets(insets: Insets): void {
    this.options.insets = insets
  }

  /** Lights up an entity and its circle, as pointing at it does. */
  point(entity: number | undefined): void {
    if (entity === this.pointed) return
    this.pointed = entity
    this.light()
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
    this.setCamera({ x, y, ratio: Math.max(0.015, Math.min(3, ratio * factor)) })
    this.noteRest()
  }

  pan(right: number, up: number): void {
    const { x, y, ratio } = this.camera()
    this.setCamera({ x: x + right * ratio, y: y + up * ratio, ratio })
    this.noteRest()
  }

  /** The camera that sees these entities, in the part of the map that nothing covers. */
  private cameraFor(entities: Iterable<number>): Camera | undefined {
    const { network } = this.stage.picture
    let [left, right, bottom, top] = [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY
    ]
    for (const entity of entities) {
      left = Math.min(left, xAt(network, entity))
      right = Math.max(right, xAt(network, entity))
      bottom = Math.min(bottom, yAt(network, entity))
      top = Math.max(top, yAt(network, entity))
    }
    if (left > right) return undefined
    const { width, height } = this.sigma.getDimensions()
    const { insets } = this.options
    const [freeWidth, freeHeight] = [width * (1 - RIM) - insets.left - insets.right, height * (1 - RIM) - insets.top - insets.bottom]
    const perUnit = this.pixelsPerUnit() * this.camera().ratio
    const wanted = Math.min(
      Math.max(freeWidth, 80) / Math.max(right - left, LEAST_SPAN),
      Math.max(freeHeight, 80) / Math.max(top - bottom, LEAST_SPAN)
    )
    const ratio = perUnit / wanted
    const unit = ratio / perUnit
    return {
      x: (left + right) / 2 + ((insets.right - insets.left) / 2) * unit,
      y: (top + bottom) / 2 + ((insets.top - insets.bottom) / 2) * unit,
      ratio
    }
  }

  /** Sees all that is shown, or these entities. */
  fit(entities?: Iterable<number>, isStill?: boolean): void {
    const camera = this.cameraFor(entities ?? this.shownEntities())
    if (camera) this.setCamera(camera, isStill)
  }

  /** Brings an entity that is out of sight, or under a panel, into the middle. */
  reveal(entity: number): void {
    const { picture } = this.stage
    if (!picture.shown.entities[entity]) return
    const { width, height } = this.sigma.getDimensions()
    const { insets } = this.options
    const { x, y } = this.spot(entity)
    if (x > insets.left && x < width - insets.right && y > insets.top && y < height - insets.bottom) return
    const { ratio } = this.camera()
    const unit = 1 / this.pixelsPerUnit()
    this.setCamera({
      x: xAt(picture.network, entity) + ((insets.right - insets.left) / 2) * unit,
      y: yAt(picture.network, entity) + ((insets.top - insets.bottom) / 2) * unit,
      ratio
    })
    this.noteRest()
  }

  /** What of the map is seen, but for what panels cover, in its coordinates. */
  frame({ left, right, top, bottom }: Insets): Frame {
    const { width, height } = this.sigma.getDimensions()
    const first = this.sigma.viewportToGraph({ x: left, y: height - bottom })
    const last = this.sigma.viewportToGraph({ x: width - right, y: top })
    return { left: first.x, right: last.x, bottom: first.y, top: last.y }
  }

  private spot(entity: number): Spot {
    return this.spotter()(entity)
  }

  kill(): void {
    cancelAnimationFrame(this.dimming)
    cancelAnimationFrame(this.growing)
    clearTimeout(this.resting)
    this.watcher.disconnect()
    this.sigma.kill()
  }

  private createPens(): Renderer['pens'] {
    for (const [name, where] of LAYERS) this.sigma.createCanvasContext(name, { ...where, style: { pointerEvents: 'none' } })
    const canvases = this.sigma.getCanvases()
    const penOf = (name: string): CanvasRenderingContext2D => canvases[name]?.getContext('2d') as CanvasRenderingContext2D
    this.sigma.resize(true)
    return { ground: penOf('ground'), ways: penOf('ways'), names: penOf('names') }
  }

  private listen(): void {
    listenToHands(this.sigma, this.options.acts, {
      point: (entity) => this.point(entity),
      communityAt: (x, y) => this.communities().find((one) => Math.hypot(x - one.x, y - one.y) < one.radius)?.community.id,
      entityNear: (x, y, farthest) => {
        if (this.isFar()) return undefined
        const spotOf = this.spotter()
        const [nearest] = [...this.shownEntities()]
          .map((entity) => ({ entity, far: Math.hypot(spotOf(entity).x - x, spotOf(entity).y - y) }))
          .filter(({ far }) => far <= farthest)
          .sort((a, b) => a.far - b.far)
        return nearest?.entity
      },
      entitiesWithin: (left, top, right, bottom) => {
        const spotOf = this.spotter()
        return [...this.shownEntities()].filter((entity) => {
          const { x, y } = spotOf(entity)
          return x >= left && x <= right && y >= top && y <= bottom
        })
      }
    })
    this.sigma.on('beforeRender', () => {
      this.stage.isFar = this.isFar()
    })
    this.sigma.on('afterRender', () => {
      if (!this.stage.isHeld) this.drawAround()
    })
    this.sigma.getCamera().on('updated', () => {
      if (this.isGuided && !this.sigma.getCamera().isAnimated()) this.isGuided = false
      else if (!this.isGuided) this.noteRest()
    })
  }

  /** Tells where the camera came to rest. */
  private noteRest(): void {
    clearTimeout(this.resting)
    this.resting = window.setTimeout(() => this.options.acts.onCamera(this.camera()), REST_MS)
  }

  /** What was worked out of the former picture. */
  private forget({ network, sizes }: Picture): void {
    this.order = Array.from(sizes.keys()).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
    this.extent = extentOf(network)
    this.stage.litEntities = new Uint8Array(network.kinds.length)
    this.stage.litTies = new Uint8Array(network.relations.length)
  }

  private *shownEntities(): Iterable<number> {
    const { shown, network } = this.stage.picture
    for (let entity = 0; entity < network.kinds.length; entity++) if (shown.entities[entity]) yield entity
  }

  /** What is at the centre of attention: what is pointed at, else the ways, else what is chosen. */
  private centre(): number[] {
    const { ways, selected } = this.stage.picture
    if (this.pointed !== undefined) return [this.pointed]
    return ways.length > 0 ? [] : [...selected]
  }

  /** Lights up the centre of attention and its circle, and dims the rest; without one all is as bright. */
  private light(): void {
    const { picture, litEntities, litTies } = this.stage
    const { entities, ties } = circlesOf(picture, this.centre())
    if (this.pointed === undefined) for (const way of picture.ways) for (const entity of way) entities.add(entity)
    const [nodes, edges] = [changed(litEntities, entities), changed(litTies, ties)]
    if (nodes.length + edges.length > 0) this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true })
    this.dimTo(entities.size > 0 ? 1 : 0)
  }

  private dimTo(target: number): void {
    cancelAnimationFrame(this.dimming)
    const [from, start] = [this.stage.dim, performance.now()]
    const step = (now: number): void => {
      const isAtOnce = this.options.isStill || this.options.isLean || from === target
      const share = isAtOnce ? 1 : Math.min(1, Math.max(0, (now - start) / DIM_MS))
      this.stage.dim = from + (target - from) * share
      this.sigma.scheduleRender()
      if (share < 1) this.dimming = requestAnimationFrame(step)
    }
    step(start)
  }

  private growWays(): void {
    cancelAnimationFrame(this.growing)
    const start = performance.now()
    const step = (now: number): void => {
      this.wayGrown = this.options.isStill ? 1 : Math.min(1, Math.max(0, (now - start) / WAY_MS))
      this.sigma.scheduleRender()
      if (this.wayGrown < 1) this.growing = requestAnimationFrame(step)
    }
    step(start)
  }

  private pixelsPerUnit(): number {
    const [a, b] = [this.sigma.framedGraphToViewport({ x: 0, y: 0 }), this.sigma.framedGraphToViewport({ x: 1, y: 0 })]
    return Math.hypot(b.x - a.x, b.y - a.y)
  }

  /** Works out where entities are on the screen, all by the same sum. */
  private spotter(): (entity: number) => Spot {
    const { network, sizes } = this.stage.picture
    const origin = this.sigma.framedGraphToViewport({ x: 0, y: 0 })
    const across = this.sigma.framedGraphToViewport({ x: 1, y: 1 })
    const scale = this.sigma.scaleSize(1)
    return (entity) => ({
      x: origin.x + xAt(network, entity) * (across.x - origin.x),
      y: origin.y + yAt(network, entity) * (across.y - origin.y),
      radius: (sizes[entity] as number) * scale
    })
  }

  /** Whether communities are seen from too far for their members to be told apart. */
  private isFar(): boolean {
    return this.stage.picture.network.head.overview && this.camera().ratio > NEAR && this.stage.picture.ways.length === 0
  }

  private communities(): Place[] {
    const { head } = this.stage.picture.network
    if (!head.overview) return []
    const origin = this.sigma.framedGraphToViewport({ x: 0, y: 0 })
    const across = this.sigma.framedGraphToViewport({ x: 1, y: 1 })
    return head.communities.map((community) => ({
      community,
      x: origin.x + community.x * (across.x - origin.x),
      y: origin.y + community.y * (across.y - origin.y),
      radius: Math.max(6, community.radius * (across.x - origin.x))
    }))
  }

  /** What sigma does not draw: the ground below, ways between ties and entities, rings and names above. */
  private drawAround(): void {
    const { width, height } = this.sigma.getDimensions()
    const { ground, ways, names } = this.pens
    for (const pen of [ground, ways, names]) pen.clearRect(0, 0, width, height)
    const spotOf = this.spotter()
    const communities = this.communities()
    if (communities.length > 0) drawGround(ground, this.stage, communities)
    else if (this.stage.picture.colours.colouring === 'community') drawClouds(ground, this.stage, spotOf, this.pixelsPerUnit())
    if (this.stage.picture.ways.length > 0) drawWays(ways, this.stage, spotOf, this.wayGrown)
    this.drawRings(spotOf)
    if (communities.length > 0) writeCommunities(names, this.stage, communities, this.options.members)
    const { insets } = this.options
    const room = { left: insets.left, right: width - insets.right, top: 0, bottom: height }
    const most = Math.max(12, (width * height) / ROOM_FOR_A_NAME)
    writeNames(names, this.stage, this.wanted(spotOf, width, height), { ...room, most })
  }

  private drawRings(spotOf: (entity: number) => Spot): void {
    const { picture, palette } = this.stage
    const { names } = this.pens
    for (const entity of picture.selected) if (picture.shown.entities[entity]) drawRing(names, spotOf(entity), palette.ink, 2.5)
    if (this.pointed !== undefined) drawRing(names, spotOf(this.pointed), palette.ink, 1.5)
    if (picture.ways.length > 0) for (const entity of new Set(picture.ways[0])) drawRing(names, spotOf(entity), palette.flame, 2)
  }

  /** Whose names are wanted, those that matter most first. */
  private wanted(spotOf: (entity: number) => Spot, width: number, height: number) {
    const { picture, litEntities, dim } = this.stage
    const isSeen = ({ x, y }: Spot): boolean => x > -80 && x < width + 40 && y > -20 && y < height + 20
    const isLit = (entity: number): boolean => dim > 0 && litEntities[entity] === 1
    const isTold = !picture.network.head.overview && picture.shown.entityCount <= MOST_WITH_MORE
    const moreOf = (entity: number): number => (isTold ? (picture.network.hidden[entity] as number) : 0)
    const first = new Set([...(this.pointed === undefined ? [] : [this.pointed]), ...picture.selected, ...picture.ways.flat()])
    const wanted = []
    for (const entity of [...first, ...this.order.filter((entity) => isLit(entity) && !first.has(entity))])
      if (picture.shown.entities[entity]) wanted.push({ entity, isLit: true, more: moreOf(entity), ...spotOf(entity) })
    if (this.stage.isFar) return []
    for (const entity of this.order) {
      if (wanted.length > 700) break
      if (!picture.shown.entities[entity] || first.has(entity) || isLit(entity)) continue
      const spot = spotOf(entity)
      if (isSeen(spot)) wanted.push({ entity, isLit: false, more: moreOf(entity), ...spot })
    }
    return wanted.filter(isSeen)
  }
}

/** Marks what is in the set and nothing else; the keys of what that changed. */
function changed(marks: Uint8Array, wanted: ReadonlySet<number>): string[] {
  const keys: string[] = []
  for (let place = 0; place < marks.length; place++) {
    const mark = wanted.has(place) ? 1 : 0
    if (marks[place] === mark) continue
    marks[place] = mark
    keys.push(String(place))
  }
  return keys
}
