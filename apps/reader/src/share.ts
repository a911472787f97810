import { tell } from './status.ts';

/** The story's own address, wherever it is being read. */
function address(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
}

/** Opens the system's own sheet. Closing it is no fault. */
export async function share(): Promise<void> {
  const title = document.querySelector('h1')?.textContent ?? document.title;
  await navigator.share({ title, url: address() }).catch(() => undefined);
}

/** Copies the address; where the browser does not let us, it stands selected beside the button. */
export async function copy(button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(address());
    tell(button, 'done');
  } catch {
    // No secure connection, or not permitted: the older way takes what is selected.
    copySelected(button);
  }
}

function copySelected(button: HTMLElement): void {
  const field = document.createElement('input');
  field.readOnly = true;
  field.value = address();
  field.setAttribute('aria-label', button.textContent ?? '');
  const place = tell(button, 'failed');
  place?.append(' ', field);
  field.select();
  if (!document.execCommand('copy')) return;
  tell(button, 'done');
  button.focus();
}
