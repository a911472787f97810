import { Fault, isFault } from '@courant/base';
import {
  ADDRESS_UNKNOWN,
  CERTIFICATE_REFUSED,
  CUT_OFF,
  PROTOCOL_BROKEN,
  TIMED_OUT,
  TOO_LARGE,
  UNREACHABLE,
} from './faults.ts';

interface Kind {
  readonly code: string;
  readonly say: (place: string) => string;
  readonly hint: string;
}

const UNKNOWN: Kind = {
  code: ADDRESS_UNKNOWN,
  say: (place) => `The name ${place} leads nowhere.`,
  hint: 'Look for a slip of the pen; if it is right, the name service may be down.',
};
const AWAY: Kind = {
  code: UNREACHABLE,
  say: (place) => `${place} does not answer.`,
  hint: 'Ask the supplier whether the server runs, and whether it lets us in from here.',
};
const LATE: Kind = {
  code: TIMED_OUT,
  say: (place) => `${place} took too long.`,
  hint: 'It is tried again; if it stays so, ask the supplier.',
};
const CUT: Kind = {
  code: CUT_OFF,
  say: (place) => `${place} ended the connection in the middle.`,
  hint: 'Nothing is lost: what was not brought whole is asked for again.',
};
const CERTIFICATE: Kind = {
  code: CERTIFICATE_REFUSED,
  say: (place) => `The certificate of ${place} is not good for it.`,
  hint: 'If it is the supplier’s own, get it by a way you trust and put it into the channel as “certificate”.',
};
const BROKEN: Kind = {
  code: PROTOCOL_BROKEN,
  say: (place) => `${place} does not keep to its protocol.`,
  hint: 'Look whether address, port and kind of the channel are right.',
};
const LARGE: Kind = {
  code: TOO_LARGE,
  say: (place) => `${place} sends more than is allowed.`,
  hint: 'If it is meant, raise “mostBytes” of the channel.',
};

/** Codes of Node's system, name service, zlib and HTTP errors, of TLS, and of the IMAP library. */
const BY_CODE: Readonly<Record<string, Kind>> = {
  ENOTFOUND: UNKNOWN,
  EAI_AGAIN: UNKNOWN,
  EAI_FAIL: UNKNOWN,
  EAI_NONAME: UNKNOWN,
  EAI_NODATA: UNKNOWN,
  ECONNREFUSED: AWAY,
  EHOSTUNREACH: AWAY,
  ENETUNREACH: AWAY,
  EADDRNOTAVAIL: AWAY,
  EHOSTDOWN: AWAY,
  ETIMEDOUT: LATE,
  ERR_SOCKET_CONNECTION_TIMEOUT: LATE,
  CONNECT_TIMEOUT: LATE,
  GREETING_TIMEOUT: LATE,
  UPGRADE_TIMEOUT: LATE,
  ETIMEOUT: LATE,
  ECONNRESET: CUT,
  ECONNABORTED: CUT,
  EPIPE: CUT,
  ERR_STREAM_PREMATURE_CLOSE: CUT,
  Z_BUF_ERROR: CUT,
  NoConnection: CUT,
  EConnectionClosed: CUT,
  ClosedAfterConnectText: CUT,
  ClosedAfterConnectTLS: CUT,
  Z_DATA_ERROR: BROKEN,
  ERR_BUFFER_TOO_LARGE: LARGE,
  HPE_HEADER_OVERFLOW: LARGE,
  LiteralTooLarge: LARGE,
  LineTooLarge: LARGE,
  ResponseTooLarge: LARGE,
  TooManyTokens: LARGE,
  EPROTO: BROKEN,
};

/** Codes of certificates that do not hold (OpenSSL's X509_V_ERR_… and Node's own). */
const CERTIFICATE_CODE =
  /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(GET_ISSUER|VERIFY)|HOSTNAME_MISMATCH|CRL_)/;
const BROKEN_CODE = /^(HPE_|ERR_SSL_|ERR__ERROR_FORMAT|ERR_BROTLI|ERR_ZSTD|ParserError|InvalidResponse)/;

function kindOf(code: string): Kind | undefined {
  if (CERTIFICATE_CODE.test(code)) return CERTIFICATE;
  return BY_CODE[code] ?? (BROKEN_CODE.test(code) ? BROKEN : undefined);
}

/** The code of whatever was thrown; of several attempts, that of the first. */
export function codeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return codeOf(thrown.errors[0]);
  const hasCode = thrown instanceof Error && 'code' in thrown;
  return hasCode && (typeof thrown.code === 'string' || typeof thrown.code === 'number')
    ? String(thrown.code)
    : '';
}

/**
 * A fault of this room for what sockets, TLS, HTTP, FTP, SSH or IMAP threw; a fault stays what it is. `place` is where
 * it happened, as it may be printed.
 */
export function transportFault(thrown: unknown, place: string): Fault {
  if (isFault(thrown)) return thrown;
  const kind = kindOf(codeOf(thrown)) ?? CUT;
  return new Fault(kind.code, kind.say(place), { hint: kind.hint, cause: thrown });
}
