const LARGEST = 6;
/** Less than this, in CSS pixels, is a press and no move. */
const STILL = 6;
/** So far a finger must go across for a page to be turned. */
const SWIPE = 60;

/** What can be done with the size of what is looked at. */
export interface Zoom {
  /** Enlarges by a factor around the middle. */
  by(factor: number): void;
  whole(): void;
  /** Moves by part of what is seen; false where all is seen already. */
  pan(across: number, down: number): boolean;
}

/**
 * Lets a drawing be enlarged and moved within its box by wheel, two fingers and drag. Only a transform changes, so every
 * step is the compositor's. At its whole size, a finger that goes across turns the page: `turn` is told which way.
 */
export function zoomable(view: HTMLElement, turn: (pages: number) => void): Zoom {
  const state = { scale: 1, x: 0, y: 0 };
  const fingers = new Map<number, { x: number; y: number }>();
  let start = { x: 0, y: 0 };
  let hasMoved = false;

  const draw = (): void => {
    const { width, height } = view.getBoundingClientRect();
    state.x = Math.min(0, Math.max(width * (1 - state.scale), state.x));
    state.y = Math.min(0, Math.max(height * (1 - state.scale), state.y));
    view.style.setProperty('--sheet', `translate(${state.x}px, ${state.y}px) scale(${state.scale})`);
    view.toggleAttribute('data-enlarged', state.scale > 1);
  };
  const scaleBy = (factor: number, at: { readonly x: number; readonly y: number }): void => {
    const scale = Math.min(LARGEST, Math.max(1, state.scale * factor));
    const ratio = scale / state.scale;
    // What lies below the fingers stays there.
    state.x = at.x - (at.x - state.x) * ratio;
    state.y = at.y - (at.y - state.y) * ratio;
    state.scale = scale;
    draw();
  };
  const within = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = view.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const middle = () => ({ x: view.clientWidth / 2, y: view.clientHeight / 2 });

  view.addEventListener(
    'wheel',
    (event) => {
      // A pinch on a touchpad comes as a turn of the wheel with Ctrl; without it the page scrolls.
      if (!event.ctrlKey) return;
      event.preventDefault();
      scaleBy(Math.exp(-event.deltaY / 200), within(event));
    },
    { passive: false },
  );
  view.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    fingers.set(event.pointerId, within(event));
    if (fingers.size > 1) return;
    start = within(event);
    hasMoved = false;
  });
  view.addEventListener('pointermove', (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const now = within(event);
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    if (Math.hypot(now.x - start.x, now.y - start.y) > STILL) hasMoved = true;
    if (other) {
      const before = Math.hypot(last.x - other.x, last.y - other.y);
      const after = Math.hypot(now.x - other.x, now.y - other.y);
      scaleBy(after / before, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else if (state.scale > 1 && hasMoved) {
      view.setPointerCapture(event.pointerId);
      state.x += now.x - last.x;
      state.y += now.y - last.y;
      draw();
    }
    fingers.set(event.pointerId, now);
  });
  const lifted = (event: PointerEvent): void => {
    const isAlone = fingers.size === 1 && fingers.delete(event.pointerId);
    fingers.delete(event.pointerId);
    if (!isAlone || event.type !== 'pointerup' || event.pointerType !== 'touch' || state.scale > 1) return;
    const { x, y } = within(event);
    const across = x - start.x;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(y - start.y)) turn(across < 0 ? 1 : -1);
  };
  view.addEventListener('pointerup', lifted);
  view.addEventListener('pointercancel', lifted);
  // The end of a drag presses nothing, and no browser drags a link away.
  view.addEventListener('click', (event) => hasMoved && event.preventDefault(), { capture: true });
  view.addEventListener('dragstart', (event) => event.preventDefault());
  addEventListener('resize', draw);

  return {
    by: (factor) => scaleBy(factor, middle()),
    whole: () => scaleBy(1 / state.scale, middle()),
    pan: (across, down) => {
      if (state.scale <= 1) return false;
      state.x += (across * view.clientWidth) / 4;
      state.y += (down * view.clientHeight) / 4;
      draw();
      return true;
    },
  };
}
