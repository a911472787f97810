import { type Browser, chromium, type Page } from 'playwright-core';
import { DEVELOP, LIGHT, RAYS } from './light.data.ts';
import type { Size } from './sheet.ts';

/** A picture that light makes: GLSL written against `light.data.ts`. */
export interface Scene {
  readonly glsl: string;
  /** `lit` walks rays through solids; `flat` asks for a colour place by place. */
  readonly kind: 'lit' | 'flat';
  /** The smallest thing that matters, in the scene's own unit; 0.002 unless told. */
  readonly fine?: number;
  /** Most steps of one ray; 130 unless told. */
  readonly walk?: number;
}

/** How a scene is exposed: its size in pixels and the rays along each side of a pixel (1 for a proof). */
export interface Exposure {
  readonly size: Size;
  readonly rays: number;
}

/** A browser that makes pictures. It must be closed. */
export interface Darkroom {
  /** A scene as PNG. Throws an `Error` with the compiler's words where the GLSL is wrong. */
  readonly expose: (scene: Scene, exposure: Exposure) => Promise<Buffer>;
  /** A document with type in it as PNG, `scale` pixels to the unit. */
  readonly photograph: (html: string, size: Size, scale: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** Pixels along a side of the piece that is exposed at once: a browser gives up on longer work. */
const TILE = 256;
const ARGS = [
  ...['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  ...['--ignore-gpu-blocklist', '--disable-background-networking', '--no-first-run', '--disable-sync'],
];

/** Opens the darkroom: the browser at a path, which draws with its software renderer, so every machine draws alike. */
export async function openDarkroom(executablePath: string): Promise<Darkroom> {
  const browser = await chromium.launch({ executablePath, args: ARGS });
  return {
    expose: (scene, exposure) => withPage(browser, (page) => exposed(page, scene, exposure)),
    photograph: (html, size, scale) => photographed(browser, { html, size, scale }),
    close: () => browser.close(),
  };
}

async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage();
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

async function photographed(
  browser: Browser,
  order: { html: string; size: Size; scale: number },
): Promise<Buffer> {
  const [width, height] = order.size;
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: order.scale });
  try {
    await page.setContent(order.html);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.screenshot();
  } finally {
    await page.close();
  }
}

async function exposed(page: Page, scene: Scene, { size, rays }: Exposure): Promise<Buffer> {
  const [width, height] = size;
  const plate = await page.evaluateHandle(coat, { source: source(scene, rays), width, height, tile: TILE });
  for (let y = 0; y < height; y += TILE) {
    for (let x = 0; x < width; x += TILE) {
      await page.evaluate(light, { plate, x, y });
    }
  }
  const address = await page.evaluate(({ paper }) => paper.canvas.toDataURL('image/png'), plate);
  return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}

function source(scene: Scene, rays: number): string {
  const fine = (scene.fine ?? 0.002).toFixed(6);
  return [
    '#version 300 es',
    'precision highp float;',
    `#define RAYS_A_SIDE ${rays}`,
    `#define FINE ${fine}`,
    `#define WALK ${scene.walk ?? 130}`,
    LIGHT,
    scene.kind === 'lit' ? RAYS : '',
    scene.glsl,
    DEVELOP,
  ].join('\n');
}

interface Plate {
  readonly gl: WebGL2RenderingContext;
  readonly corner: WebGLUniformLocation | null;
  readonly paper: CanvasRenderingContext2D;
}

// Runs in the browser: compiles the scene and lays out paper for it.
function coat(order: { source: string; width: number; height: number; tile: number }): Plate {
  const glass = new OffscreenCanvas(order.tile, order.tile);
  const gl = glass.getContext('webgl2', { preserveDrawingBuffer: true });
  const canvas = document.createElement('canvas');
  canvas.width = order.width;
  canvas.height = order.height;
  const paper = canvas.getContext('2d');
  if (!gl || !paper) throw new Error('This browser has no WebGL 2: it cannot draw scenes.');
  const program = gl.createProgram();
  const add = (kind: number, text: string): void => {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('The browser lost its renderer: draw again.');
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? '');
    gl.attachShader(program, shader);
  };
  add(gl.VERTEX_SHADER, '#version 300 es\nin vec2 at;void main(){gl_Position=vec4(at,0,1);}');
  add(gl.FRAGMENT_SHADER, order.source);
  gl.bindAttribLocation(program, 0, 'at');
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? '');
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 3, -1, -1, 3]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.uniform2f(gl.getUniformLocation(program, 'SIZE'), order.width, order.height);
  return { gl, corner: gl.getUniformLocation(program, 'CORNER'), paper };
}

// Runs in the browser: exposes one piece. Light counts rows from below, paper from above.
function light({ plate, x, y }: { plate: Plate; x: number; y: number }): void {
  const { gl, corner, paper } = plate;
  const { width: tile } = gl.canvas;
  gl.uniform2f(corner, x, y);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  gl.finish();
  paper.drawImage(gl.canvas, x, paper.canvas.height - y - tile);
}
