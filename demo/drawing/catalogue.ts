import type { Scene } from './darkroom.ts';
import { GRAPHIC } from './graphic.ts';
import { deltaMap } from './graphics/delta-map.ts';
import { ferryFaresChart } from './graphics/ferry-fares-chart.ts';
import { iceDaysChart } from './graphics/ice-days-chart.ts';
import { islandsMap } from './graphics/islands-map.ts';
import { passMap } from './graphics/pass-map.ts';
import { passingMove } from './graphics/passing-move.ts';
import { sprintLanes } from './graphics/sprint-lanes.ts';
import { wheatChart } from './graphics/wheat-chart.ts';
import { alpinePass } from './plates/alpine-pass.ts';
import { ballotMule } from './plates/ballot-mule.ts';
import { burr } from './plates/burr.ts';
import { cableCars } from './plates/cable-cars.ts';
import { cableMap } from './plates/cable-map.ts';
import { cableShip } from './plates/cable-ship.ts';
import { coconut } from './plates/coconut.ts';
import { comet } from './plates/comet.ts';
import { dandelion } from './plates/dandelion.ts';
import { datePalms } from './plates/date-palms.ts';
import { deltaFields } from './plates/delta-fields.ts';
import { dhow } from './plates/dhow.ts';
import { foghorn } from './plates/foghorn.ts';
import { ghostForest } from './plates/ghost-forest.ts';
import { ghostLight } from './plates/ghost-light.ts';
import { goalNet } from './plates/goal-net.ts';
import { hairpins } from './plates/hairpins.ts';
import { inkRollers } from './plates/ink-rollers.ts';
import { limpets } from './plates/limpets.ts';
import { loadingBay } from './plates/loading-bay.ts';
import { mangroves } from './plates/mangroves.ts';
import { mapleKeys } from './plates/maple-keys.ts';
import { paperReel } from './plates/paper-reel.ts';
import { poppy } from './plates/poppy.ts';
import { potteryKiln } from './plates/pottery-kiln.ts';
import { pressHall } from './plates/press-hall.ts';
import { rakers } from './plates/rakers.ts';
import { saltHeaps } from './plates/salt-heaps.ts';
import { saltPans } from './plates/salt-pans.ts';
import { saltRoad } from './plates/salt-road.ts';
import { saltStore } from './plates/salt-store.ts';
import { shipChart } from './plates/ship-chart.ts';
import { typeCase } from './plates/type-case.ts';
import { whaleEar } from './plates/whale-ear.ts';
import { wrongMap } from './plates/wrong-map.ts';
import { SITTERS } from './portrait-people.data.ts';
import { PORTRAIT, portrait } from './portrait-plate.ts';
import { CONTAINERS } from './scenes/containers.data.ts';
import { COOLING_TOWERS } from './scenes/cooling-towers.data.ts';
import { FLOOD_BOAT } from './scenes/flood-boat.data.ts';
import { KITES_BEACH } from './scenes/kites-beach.data.ts';
import { NIGHT_MARKET } from './scenes/night-market.data.ts';
import { OPERA_SLEEVES } from './scenes/opera-sleeves.data.ts';
import { PARK_PLAN } from './scenes/park-plan.data.ts';
import { PITCH_SHADOWS } from './scenes/pitch-shadows.data.ts';
import { RADIO_DISH } from './scenes/radio-dish.data.ts';
import { RIVER_JUDGES } from './scenes/river-judges.data.ts';
import { SANDBAGS } from './scenes/sandbags.data.ts';
import { SPIRAL_STAIR } from './scenes/spiral-stair.data.ts';
import { TERRACES } from './scenes/terraces.data.ts';
import { TRAWLER_QUAY } from './scenes/trawler-quay.data.ts';
import { VIADUCT_TRAIN } from './scenes/viaduct-train.data.ts';
import { type Drawing, LANDSCAPE, type Size } from './sheet.ts';

/** Width and height of a scene made of light, 3:2, in pixels. */
const SCENE: Size = [1500, 1000];

/** One picture to draw: what draws it, how large (pixels), and the most bytes of its JPEG. */
export type Plate = { readonly size: Size; readonly bytes: number } & (
  | { readonly kind: 'shapes'; readonly drawing: Drawing; readonly seed: number }
  | { readonly kind: 'light'; readonly scene: Scene }
  | { readonly kind: 'type'; readonly drawing: () => string }
);

const plate = (drawing: Drawing, seed: number): Plate => ({
  kind: 'shapes',
  drawing,
  size: LANDSCAPE,
  seed,
  bytes: 250_000,
});

const scene = (light: Scene, size: Size = SCENE): Plate => ({
  kind: 'light',
  scene: light,
  size,
  bytes: 175_000,
});

const graph = (drawing: () => string): Plate => ({ kind: 'type', drawing, size: GRAPHIC, bytes: 175_000 });

const portraits = Object.entries(SITTERS).map(([slug, sitter], i): [string, Plate] => [
  `portrait-${slug}`,
  { kind: 'shapes', drawing: portrait(sitter), size: PORTRAIT, seed: 300 + i, bytes: 120_000 },
]);

/** Every picture of the demo paper, by its key in `pictures.json`. */
export const CATALOGUE: Readonly<Record<string, Plate>> = {
  'alpine-pass': plate(alpinePass, 31),
  burr: plate(burr, 15),
  'cable-cars': plate(cableCars, 64),
  'cable-map': plate(cableMap, 3),
  'cable-ship': plate(cableShip, 1702),
  coconut: plate(coconut, 6),
  comet: plate(comet, 88),
  dandelion: plate(dandelion, 19),
  dhow: plate(dhow, 61),
  'pottery-kiln': plate(potteryKiln, 73),
  'delta-fields': plate(deltaFields, 41),
  foghorn: plate(foghorn, 12),
  'ghost-forest': plate(ghostForest, 27),
  'ghost-light': plate(ghostLight, 4),
  'goal-net': plate(goalNet, 2),
  hairpins: plate(hairpins, 23),
  'ink-rollers': plate(inkRollers, 10),
  limpets: plate(limpets, 52),
  'loading-bay': plate(loadingBay, 21),
  mangroves: plate(mangroves, 9),
  'maple-keys': plate(mapleKeys, 14),
  'paper-reel': plate(paperReel, 8),
  poppy: plate(poppy, 33),
  'press-hall': plate(pressHall, 45),
  rakers: plate(rakers, 16),
  'salt-heaps': plate(saltHeaps, 77),
  'salt-pans': plate(saltPans, 58),
  'salt-road': plate(saltRoad, 5),
  'salt-store': plate(saltStore, 70),
  'ship-chart': plate(shipChart, 1),
  'type-case': plate(typeCase, 36),
  'whale-ear': plate(whaleEar, 7),
  'wrong-map': plate(wrongMap, 17),
  'ballot-mule': plate(ballotMule, 44),
  'date-palms': plate(datePalms, 27),
  'flood-boat': scene(FLOOD_BOAT),
  'viaduct-train': scene(VIADUCT_TRAIN),
  'cooling-towers': scene(COOLING_TOWERS),
  'trawler-quay': scene(TRAWLER_QUAY),
  'radio-dish': scene(RADIO_DISH),
  'opera-sleeves': scene(OPERA_SLEEVES),
  'spiral-stair': scene(SPIRAL_STAIR, [1200, 1500]),
  terraces: scene(TERRACES),
  'park-plan': scene(PARK_PLAN),
  containers: scene(CONTAINERS),
  'night-market': scene(NIGHT_MARKET),
  'river-judges': scene(RIVER_JUDGES),
  'pitch-shadows': scene(PITCH_SHADOWS),
  'kites-beach': scene(KITES_BEACH),
  sandbags: scene(SANDBAGS),
  'delta-map': graph(deltaMap),
  'ferry-fares-chart': graph(ferryFaresChart),
  'ice-days-chart': graph(iceDaysChart),
  'islands-map': graph(islandsMap),
  'pass-map': graph(passMap),
  'passing-move': graph(passingMove),
  'sprint-lanes': graph(sprintLanes),
  'wheat-chart': graph(wheatChart),
  ...Object.fromEntries(portraits),
};
