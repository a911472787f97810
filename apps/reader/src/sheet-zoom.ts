const LARGEST = 6;
/** Less than this, in CSS pixels, is a press and no move. */
const STILL = 6;
/** So far a finger must go across for a page to be turned. */
const SWIPE = 60;

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Lets a drawing be enlarged and moved within its box by wheel, two fingers and drag. Only a transform changes, so every
 * step is the compositor's. At its whole size, a finger that goes across turns the page.
 */
export class SheetZoom {
  readonly #view: HTMLElement;
  readonly #turn: (pages: number) => void;
  readonly #fingers = new Map<number, Place>();
  #scale = 1;
  #x = 0;
  #y = 0;
  #start: Place = { x: 0, y: 0 };
  #hasMoved = false;

  /** `turn` is told which way a finger went: 1 for one that went to the left. */
  constructor(view: HTMLElement, turn: (pages: number) => void) {
    this.#view = view;
    this.#turn = turn;
    view.addEventListener('wheel', (event) => this.#rolled(event), { passive: false });
    view.addEventListener('pointerdown', (event) => this.#touched(event));
    view.addEventListener('pointermove', (event) => this.#moved(event));
    view.addEventListener('pointerup', (event) => this.#lifted(event));
    view.addEventListener('pointercancel', (event) => this.#fingers.delete(event.pointerId));
    // The end of a drag presses nothing, and no browser drags a link away.
    view.addEventListener('click', (event) => this.#hasMoved && event.preventDefault(), { capture: true });
    view.addEventListener('dragstart', (event) => event.preventDefault());
    addEventListener('resize', () => this.#draw());
  }

  /** Enlarges by a factor around the middle. */
  by(factor: number): void {
    this.#scaleBy(factor, { x: this.#view.clientWidth / 2, y: this.#view.clientHeight / 2 });
  }

  whole(): void {
    this.by(1 / this.#scale);
  }

  /** Moves across by part of what is seen; false where all is seen already. */
  pan(across: number): boolean {
    if (this.#scale <= 1) return false;
    this.#x += (across * this.#view.clientWidth) / 4;
    this.#draw();
    return true;
  }

  #draw(): void {
    const { width, height } = this.#view.getBoundingClientRect();
    this.#x = Math.min(0, Math.max(width * (1 - this.#scale), this.#x));
    this.#y = Math.min(0, Math.max(height * (1 - this.#scale), this.#y));
    const transform = `translate(${this.#x}px, ${this.#y}px) scale(${this.#scale})`;
    this.#view.style.setProperty('--sheet', transform);
    this.#view.toggleAttribute('data-enlarged', this.#scale > 1);
  }

  #scaleBy(factor: number, at: Place): void {
    const scale = Math.min(LARGEST, Math.max(1, this.#scale * factor));
    const ratio = scale / this.#scale;
    // What lies below the fingers stays there.
    this.#x = at.x - (at.x - this.#x) * ratio;
    this.#y = at.y - (at.y - this.#y) * ratio;
    this.#scale = scale;
    this.#draw();
  }

  #within({ clientX, clientY }: MouseEvent): Place {
    const { left, top } = this.#view.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  #rolled(event: WheelEvent): void {
    // A pinch on a touchpad comes as a turn of the wheel with Ctrl; without it the page scrolls.
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.#scaleBy(Math.exp(-event.deltaY / 200), this.#within(event));
  }

  #touched(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#fingers.set(event.pointerId, this.#within(event));
    if (this.#fingers.size > 1) return;
    this.#start = this.#within(event);
    this.#hasMoved = false;
  }

  #moved(event: PointerEvent): void {
    const last = this.#fingers.get(event.pointerId);
    if (!last) return;
    const now = this.#within(event);
    this.#fingers.set(event.pointerId, now);
    if (distance(now, this.#start) > STILL) this.#hasMoved = true;
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      this.#scaleBy(distance(now, other) / Math.max(distance(last, other), 1), middle);
    } else if (this.#scale > 1 && this.#hasMoved) {
      this.#view.setPointerCapture(event.pointerId);
      this.#x += now.x - last.x;
      this.#y += now.y - last.y;
      this.#draw();
    }
  }

  #lifted(event: PointerEvent): void {
    const isAlone = this.#fingers.size === 1;
    this.#fingers.delete(event.pointerId);
    if (!isAlone || event.pointerType !== 'touch' || this.#scale > 1) return;
    const { x, y } = this.#within(event);
    const across = x - this.#start.x;
    if (Math.abs(across) > Math.max(SWIPE, 2 * Math.abs(y - this.#start.y))) this.#turn(across < 0 ? 1 : -1);
  }
}

function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
