import { apply, CHOICES, chosen } from './choices.ts';

const display = document.getElementById('display');

/** Marks what is chosen, and keeps and applies what the reader chooses, on every page they have open. */
export function watchDisplay(): void {
  if (!display) return;
  display.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    const choice = CHOICES.find((one) => one === target.name);
    if (!choice) return;
    apply(choice, target.value);
    try {
      localStorage.setItem(choice, target.value);
    } catch {
      // Nothing is kept here: the choice holds for this page.
    }
  });
  mark();
  // Another page chose, or this one comes back from before the choice.
  for (const event of ['storage', 'pageshow']) addEventListener(event, mark);
}

function mark(): void {
  for (const choice of CHOICES) {
    const value = chosen(choice);
    apply(choice, value);
    for (const field of display?.querySelectorAll<HTMLInputElement>(`[name=${choice}]`) ?? [])
      field.checked = field.value === value;
  }
}
