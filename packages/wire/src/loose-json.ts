/** JSON read leniently: the value, and whether it had to be mended; undefined where it cannot be. */
export function readJson(text: string): { readonly value: unknown; readonly isMended: boolean } | undefined {
  const plain = text.replace(/^\uFEFF/, '');
  const asItIs = parsed(plain);
  if (asItIs) return { ...asItIs, isMended: false };
  const mended = parsed(mend(plain));
  return mended && { ...mended, isMended: true };
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    // Not JSON as it stands: the caller mends it, or says so.
    return undefined;
  }
}

const CONTROL: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Mends what agencies really send: tabs, line ends and control characters bare inside strings, quotes escaped twice
 * over (`\\"` before more text), escapes JSON does not know, and commas before a closing bracket.
 */
function mend(text: string): string {
  const out: string[] = [];
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (!isInside) {
      isInside = c === '"';
      if (!(c === ',' && /^\s*[}\]]/.test(text.slice(i + 1, i + 60)))) out.push(c);
      continue;
    }
    if (c === '\\') {
      const next = text.charAt(i + 1);
      i++;
      // `\\"` in the midst of a string is a quote escaped twice; at its end it is a backslash and the end.
      if (next === '\\' && text.charAt(i + 1) === '"' && !endsString(text, i + 1)) {
        out.push('\\"');
        i++;
      } else out.push(/["\\/bfnrtu]/.test(next) ? c + next : `\\\\${next}`);
    } else if (c === '"') {
      out.push(c);
      isInside = false;
    } else out.push(c < ' ' ? (CONTROL[c] ?? ' ') : c);
  }
  return out.join('');
}

/** Whether the quote at a place is followed by what follows strings. */
function endsString(text: string, at: number): boolean {
  return /^"\s*(?:[,:}\]]|$)/.test(text.slice(at, at + 40));
}
