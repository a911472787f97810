/** Says, in the place for it nearest to a control, the sentence that the control carries for what happened. */
export function tell(control: HTMLElement, what: 'done' | 'undone' | 'failed'): HTMLElement | null {
  const place = control.closest('nav, .tools')?.querySelector<HTMLElement>('[role=status]') ?? null;
  if (place) place.textContent = control.dataset[what] ?? '';
  return place;
}
