/**
 * Runs before the first paint: dresses the page as the reader chose, so that nothing changes before their eyes, and
 * tells the style sheet what this browser can do, so that controls stand from the start where they will stay.
 */
import { apply, CHOICES, chosen } from './choices.ts';

const can = ['script'];
if (navigator.canShare?.({ url: location.href })) can.push('share');
if ('caches' in window && 'serviceWorker' in navigator) can.push('keep');
document.documentElement.dataset.can = can.join(' ');
for (const choice of CHOICES) apply(choice, chosen(choice));
