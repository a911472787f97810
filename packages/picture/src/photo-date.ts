/** IIM (CCYYMMDD, HHMMSS±HHMM) as ISO 8601; undefined where there is no such day. */
export function iimDate(day: string | undefined, time: string | undefined): string | undefined {
  // Some programs write ISO's hyphens, of which eight signs leave the year and the month.
  const found = /^(\d{4})-?(\d\d)-?(\d\d)?$/.exec(day?.trim() ?? '');
  const [, year = '', month = '', date = '00'] = found ?? [];
  if (year === '' || year === '0000') return undefined;
  // 00 says that the month or the day is not known.
  if (month === '00') return year;
  if (date === '00') return `${year}-${month}`;
  const iso = `${year}-${month}-${date}`;
  const clock = /^(\d\d):?(\d\d):?(\d\d)?(?:([+-]\d\d):?(\d\d)|Z)?$/.exec(time?.trim() ?? '');
  if (!isDay(iso)) return undefined;
  if (!clock) return iso;
  const [whole, hour, minute, second = '00', zone, rest] = clock;
  const offset = zone === undefined ? (whole.endsWith('Z') ? 'Z' : '') : `${zone}:${rest}`;
  return isClock(hour, minute, second) ? `${iso}T${hour}:${minute}:${second}${offset}` : iso;
}

/** Exif (YYYY:MM:DD HH:MM:SS, with subseconds and offset of their own) as ISO 8601. */
export function exifDate(text: string | undefined, part = '', offset = ''): string | undefined {
  const found =
    /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?)?/.exec(
      text?.trim() ?? '',
    );
  if (!found) return undefined;
  // Programs that take Exif's date for ISO's set the zone behind it.
  const [, year, month, day, hour, minute, second = '00', own = ''] = found;
  const iso = `${year}-${month}-${day}`;
  if (year === '0000' || !isDay(iso)) return undefined;
  if (!isClock(hour, minute, second)) return iso;
  const fraction = /^\d{1,9}$/.test(part) && Number(part) > 0 ? `.${part}` : '';
  const zone = /^(?:[+-]\d\d:\d\d|Z)$/.test(offset) ? offset : own;
  return `${iso}T${hour}:${minute}:${second}${fraction}${zone}`;
}

/** XMP's date (a year, a month, a day or a moment), spaces and colons mended that some programs write. */
export function xmpDate(text: string | undefined): string | undefined {
  const plain = text?.trim() ?? '';
  if (/^\d{4}(?:-\d\d)?$/.test(plain)) return plain;
  const found =
    /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?/.exec(
      plain,
    );
  if (!found) return iimDate(plain, undefined);
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone = ''] = found;
  const iso = `${year}-${month}-${day}`;
  if (year === '0000' || !isDay(iso)) return undefined;
  if (!isClock(hour, minute, second)) return iso;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return `${iso}T${hour}:${minute}:${second}${fraction}${offset}`;
}

function isDay(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

function isClock(hour: string | undefined, minute: string | undefined, second: string): boolean {
  return hour !== undefined && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
