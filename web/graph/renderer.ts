import Sigma from 'sigma'
import { createEdgeCompoundProgram } from 'sigma/rendering'
import type { Picture } from '../network/picture.ts'
import { circlesOf, sharedBy } from '../network/scene.ts'
import { extentOf, scaleAt } from '../network/sizes.ts'
import { DrawnGraph } from './drawn.ts'
import { edgeProgram } from './edge-program.ts'
import { ghostAt, isOf, metBy } from './ghosts.ts'
import { type Acts, listenToHands } from './hands.ts'
import { Motion } from './motion.ts'
import { nodeProgram } from './node-program.ts'
import { paletteOf } from './palette.ts'
import { FARTHEST, type Insets, NEAREST, Sight } from './sight.ts'
import type { Stage } from './stage.ts'
import { drawSurroundings, type Pens, pensOf } from './surroundings.ts'

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
const BREATH_MS = 900
/** Of an overview, members are seen from here on. */
const NEAR = 0.45

/** The map on a piece of the page, drawn by sigma. */
export class Renderer {
  private readonly sigma: Sigma
  private graph: DrawnGraph
  private readonly stage: Stage
  private readonly options: RendererOptions
  private readonly pens: Pens
  /** From where it is seen. */
  readonly sight: Sight
  private readonly watcher: ResizeObserver
  /** Entities, largest first. */
  private order: number[] = []
  /** How much of the map's width the network takes up. */
  private extent = 1
  private pointed: readonly number[] = []
  private wayGrown = 1
  private breath = 1
  private readonly dimming = new Motion()
  private readonly growing = new Motion()
  private readonly breathing = new Motion()

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
      // By the names of sigma's own programs, in whose place they stand: those would be made ready too, and never draw.
      nodeProgramClasses: { circle: nodeProgram(this.stage) },
      edgeProgramClasses: { line: edgeProgram(this.stage), arrow: createEdgeCompoundProgram([]) },
      defaultDrawNodeHover: () => undefined,
      renderLabels: false,
      zoomToSizeRatioFunction: (ratio) => 1 / scaleAt((this.extent * Math.min(container.clientWidth, container.clientHeight)) / ratio),
      hideEdgesOnMove: options.isLean && picture.shown.tieCount > 3000,
      stagePadding: 0,
      enableCameraRotation: false,
      minCameraRatio: NEAREST,
      maxCameraRatio: FARTHEST,
      zoomingRatio: 1.5,
      doubleClickZoomingRatio: 1.8,
      zoomDuration: options.isStill ? 0 : 160,
      inertiaDuration: options.isStill ? 0 : 160,
      doubleClickZoomingDuration: options.isStill ? 0 : 160,
      allowInvalidContainer: true
    })
    // The frame of the map is that of all its maps: what is filtered out leaves the others where they are.
    this.sigma.setCustomBBox({ x: [0, 1], y: [0, 1] })
    this.pens = pensOf(this.sigma)
    this.sight = new Sight(this.sigma, picture, { ...options, onRest: (camera) => options.acts.onCamera(camera) })
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
    this.sight.picture = picture
    if (picture.colours !== before.colours) this.stage.palette = paletteOf(picture.colours)
    if (picture.network !== before.network) this.pointed = []
    if (picture.network !== before.network || picture.sizes !== before.sizes) this.put(picture)
    else if (picture.colours !== before.colours || picture.shown !== before.shown) this.repaint()
    if (picture.ways !== before.ways) this.growWays()
    if (picture.ghosts.some(({ key }) => before.ghosts.every((other) => other.key !== key))) this.breathe()
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

  /** Lights up an entity and its circle, as pointing at it does; of two, what they share. */
  point(entities: readonly number[]): void {
    const drawn = entities.filter((entity) => this.stage.picture.shown.entities[entity] === 1)
    if (drawn.join() === this.pointed.join()) return
    this.pointed = drawn
    this.light()
  }

  kill(): void {
    for (const motion of [this.dimming, this.growing, this.breathing]) motion.stop()
    this.sight.stop()
    this.watcher.disconnect()
    this.sigma.kill()
  }

  private listen(): void {
    const { sight } = this
    // Who is at a place is found in the arrays: sigma would draw everybody twice to read it off, and wait for that whenever the pointer moves.
    Object.assign(this.sigma, {
      getNodeAtPosition: ({ x, y }: { x: number; y: number }): string | null => {
        const entity = this.isFar() ? undefined : sight.entityAt(x, y)
        return entity === undefined ? null : String(entity)
      }
    })
    listenToHands(this.sigma, this.options.acts, {
      point: (entities) => this.point(entities),
      ghostAt: (x, y, farthest) => ghostAt(this.stage, sight.spotter(), [x, y], farthest),
      communityAt: (x, y) => sight.communities().find((one) => Math.hypot(x - one.x, y - one.y) < one.radius)?.community,
      entityNear: (x, y, farthest) => (this.isFar() ? undefined : sight.entityAt(x, y, farthest)),
      entitiesWithin: (left, top, right, bottom) => {
        const spotOf = sight.spotter()
        return [...sight.shown()].filter((entity) => {
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
  }

  /** What was worked out of the former picture. */
  private forget({ network, sizes }: Picture): void {
    this.order = Array.from(sizes.keys()).sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b)
    this.extent = extentOf(network)
    this.stage.litEntities = new Uint8Array(network.kinds.length)
    this.stage.litTies = new Uint8Array(network.relations.length)
  }

  /** What is at the centre of attention: what is pointed at, else the ways, else what is chosen. */
  private centre(): readonly number[] {
    const { ways, selected } = this.stage.picture
    if (this.pointed.length > 0) return this.pointed
    return ways.length > 0 ? [] : [...selected]
  }

  /** Lights up the centre of attention and its circle, of two who should meet what they share, and dims the rest; without one all is as bright. */
  private light(): void {
    const { picture, litEntities, litTies } = this.stage
    const centre = this.centre()
    const [one, other] = centre
    const isMeeting = this.pointed.length === 2 || picture.ghosts.some((ghost) => isOf(ghost, centre))
    const { entities, ties } =
      isMeeting && one !== undefined && other !== undefined ? sharedBy(picture, [one, other]) : circlesOf(picture, centre)
    // Whom the one that is looked at should meet stays in sight.
    if (centre.length === 1) for (const other of metBy(picture.ghosts, centre)) entities.add(other)
    if (this.pointed.length === 0) for (const way of picture.ways) for (const entity of way) entities.add(entity)
    const [nodes, edges] = [changed(litEntities, entities), changed(litTies, ties)]
    if (nodes.length + edges.length > 0) this.sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true })
    this.dimTo(entities.size > 0 ? 1 : 0)
  }

  private dimTo(target: number): void {
    const from = this.stage.dim
    this.dimming.run(DIM_MS, this.options.isStill || this.options.isLean || from === target, (share) => {
      this.stage.dim = from + (target - from) * share
      this.sigma.scheduleRender()
    })
  }

  private growWays(): void {
    this.growing.run(WAY_MS, this.options.isStill, (share) => {
      this.wayGrown = share
      this.sigma.scheduleRender()
    })
  }

  /** Suggested meetings breathe once, then rest. */
  private breathe(): void {
    this.breathing.run(BREATH_MS, this.options.isStill || this.options.isLean, (share) => {
      this.breath = share
      this.sigma.scheduleRender()
    })
  }

  /** Whether communities are seen from too far for their members to be told apart. */
  private isFar(): boolean {
    return this.stage.picture.network.head.overview && this.sight.camera().ratio > NEAR && this.stage.picture.ways.length === 0
  }

  private drawAround(): void {
    const { sight, order, pointed, options } = this
    drawSurroundings(this.pens, this.stage, {
      ...this.sigma.getDimensions(),
      sight,
      order,
      pointed,
      grown: this.wayGrown,
      breath: this.breath,
      members: options.members
    })
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
