import type { Instant, Result } from '@courant/base';
import { done, millis, never, refused } from '@courant/base';
import type { PushChannel, PushProof } from '@courant/wire';
import { unpack } from './http-body.ts';
import type { Headers } from './http-headers.ts';
import { keptHeaders } from './http-headers.ts';
import type { Parcel } from './ports.ts';
import type { Secrets } from './secret.ts';
import { secretOf } from './secret.ts';
import { hmac, isSame, isSignedHex, signatureParts } from './signature.ts';

/** What somebody sends us: headers in lower case, the body as it came, packed or not. */
export interface Push {
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly at: Instant;
}

/**
 * Why a push is not taken. `unsigned` (401): nothing shows who sends; `forged` (401): it does, and is wrong; `late`
 * (401): signed for another time; `too-large` (413).
 */
export type PushRefusal = 'unsigned' | 'forged' | 'late' | 'too-large';

/** The HTTP status of each refusal. */
export const PUSH_STATUS: Readonly<Record<PushRefusal, number>> = {
  unsigned: 401,
  forged: 401,
  late: 401,
  'too-large': 413,
};

const UNSIGNED = refused('unsigned', 'Nothing in the push shows who sends it.');
const FORGED = refused('forged', 'What should show who sends the push is wrong.');

/**
 * Whether the headers of a push are worth reading its body for: its length is allowed, and its token, where it has
 * one, is right. To be asked first, so that nobody without a token has us read megabytes.
 * Throws Fault `secret-missing`.
 */
export async function checkPushHead(
  headers: Headers,
  settings: Pick<PushChannel, 'proof' | 'mostBytes'>,
  secrets: Secrets,
): Promise<Result<undefined, PushRefusal>> {
  const length = Number(headers['content-length'] ?? 0);
  if (length > settings.mostBytes) return tooLarge(settings.mostBytes);
  const { proof } = settings;
  if (proof.by !== 'bearer') return isSigned(headers, proof) ? done(undefined) : UNSIGNED;
  const token = /^bearer +([^\s]+)$/i.exec(headers.authorization?.trim() ?? '')?.[1];
  if (token === undefined) return UNSIGNED;
  const known = await secretsOf(proof.secrets, secrets);
  // Every secret is compared, whichever fits, so that time tells nothing.
  return known.filter((secret) => isSame(token, secret)).length > 0 ? done(undefined) : FORGED;
}

/** The headers that a proof stands in. */
function headersFor(proof: Exclude<PushProof, { readonly by: 'bearer' }>): readonly string[] {
  switch (proof.by) {
    case 'signature':
      return [proof.header];
    case 'timestamped':
      return ['x-timestamp', 'x-signature-256'];
    case 'webhook':
      return ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    default:
      return never(proof);
  }
}

function isSigned(headers: Headers, proof: Exclude<PushProof, { readonly by: 'bearer' }>): boolean {
  return headersFor(proof).every((name) => (headers[name] ?? '') !== '');
}

function tooLarge(mostBytes: number): Result<never, PushRefusal> {
  return refused('too-large', `The push has more than ${mostBytes} bytes.`);
}

async function secretsOf(names: readonly string[], secrets: Secrets): Promise<readonly string[]> {
  return Promise.all(names.map((name) => secretOf(secrets, name)));
}

/**
 * The parcel of a push that shows who sends it. The body is unpacked after the signature was checked, which is over
 * the bytes as they came. Throws Fault `secret-missing`, and those of `unpack`.
 */
export async function openPush(
  push: Push,
  settings: Pick<PushChannel, 'proof' | 'mostBytes'>,
  secrets: Secrets,
): Promise<Result<Parcel, PushRefusal>> {
  if (push.body.byteLength > settings.mostBytes) return tooLarge(settings.mostBytes);
  const head = await checkPushHead(push.headers, settings, secrets);
  if (!head.ok) return head;
  const { proof } = settings;
  if (proof.by !== 'bearer') {
    const known = await secretsOf(proof.secrets, secrets);
    const verdicts = known.map((secret) => verdictOf(push, proof, secret));
    const fit = verdicts.find(({ ok }) => ok) ?? verdicts[0] ?? FORGED;
    if (!fit.ok) return fit;
  }
  return done(await parcelOf(push, settings.mostBytes));
}

async function parcelOf({ headers, body }: Push, mostBytes: number): Promise<Parcel> {
  const bytes = await unpack(body, headers['content-encoding'], { mostBytes, place: 'The push' });
  const mediaType = headers['content-type'];
  return { bytes, headers: keptHeaders(headers), ...(mediaType === undefined ? {} : { mediaType }) };
}

type Verdict = Result<undefined, PushRefusal>;

function verdictOf(push: Push, proof: Exclude<PushProof, { by: 'bearer' }>, secret: string): Verdict {
  switch (proof.by) {
    case 'signature':
      return isOwn(push, proof.header, hmac('sha256', secret, [push.body])) ? done(undefined) : FORGED;
    case 'timestamped': {
      const time = push.headers['x-timestamp'] ?? '';
      const expected = hmac('sha256', secret, [`${time}.`, push.body]);
      return isOwn(push, 'x-signature-256', expected) ? inTime(push.at, time, proof.window) : FORGED;
    }
    case 'webhook':
      return webhookVerdict(push, secret, proof.window);
    default:
      return never(proof);
  }
}

function isOwn({ headers }: Push, header: string, expected: Buffer): boolean {
  const parts = signatureParts(headers[header] ?? '', 'sha256');
  return parts?.hash === 'sha256' && isSignedHex(parts.hex, expected);
}

/** A right signature is good for a while only, so that nobody sends again what they overheard long ago. */
function inTime(at: Instant, seconds: string, window: number): Verdict {
  const isTime = /^\d{1,11}$/.test(seconds);
  const off = Math.abs(millis(at) / 1000 - Number(seconds));
  if (isTime && off <= window) return done(undefined);
  return refused(
    'late',
    `The push was signed for another time; ${window} s off at the most. Look at the clocks.`,
  );
}

/** Standard Webhooks 1.0: `v1,` and base64 of HMAC-SHA-256 over `id.timestamp.body`; several, with blanks between. */
function webhookVerdict({ headers, body, at }: Push, secret: string, window: number): Verdict {
  const time = headers['webhook-timestamp'] ?? '';
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : secret;
  const expected = hmac('sha256', key, [`${headers['webhook-id'] ?? ''}.${time}.`, body]).toString('base64');
  const given = (headers['webhook-signature'] ?? '').split(' ').slice(0, 20);
  const fit = given.filter((one) => isSame(one, `v1,${expected}`));
  return fit.length > 0 ? inTime(at, time, window) : FORGED;
}
