import { objectsIn, readingOf, readTold } from './agency-object.ts';
import type { NinjsObject } from './ninjs-object.ts';
import { isObject, text } from './ninjs-object.ts';
import type { ReadOptions } from './read-options.ts';
import { isSuperdeskPlan, readSuperdeskPlan } from './superdesk-plan.ts';
import type { Reading, WireItem, WireWarning } from './wire-item.ts';

/** Reads what another newsroom keeps in Superdesk: stories, events, plans and assignments. Undefined where it is none. */
export function readSuperdesk(value: unknown, options: ReadOptions): Reading | undefined {
  const objects = objectsIn(value);
  const known = objects.filter((object) => isSuperdeskPlan(object) || isStory(object));
  if (known.length > 0) {
    return readingOf(known, (object) =>
      isSuperdeskPlan(object) ? readSuperdeskPlan(object, options) : readStory(object, options),
    );
  }
  const say = 'JSON of Superdesk without news: people to be called, of whom no story is made';
  return objects.some(isContact) ? { ok: false, why: 'unknown', say } : undefined;
}

/** What its database and its API add to every story, and no export of ninjs has. */
function isStory(object: NinjsObject): boolean {
  const isKept = '_current_version' in object || 'original_creator' in object || 'unique_name' in object;
  return isKept && text(object.type) !== undefined && ('guid' in object || '_id' in object);
}

function isContact(object: NinjsObject): boolean {
  return 'contact_email' in object && 'contact_phone' in object;
}

/** States of its workflow that take a story back. */
const WITHDRAWN = /^(killed|recalled|spiked|unpublished)$/;
/** The same text once more, as its editor keeps it, and the affairs of its database. */
const INTERNAL =
  /^(_.*|fields_meta|lock_.*|task|flags|annotations|refs|unique_.*|version_creator|original_creator|force_unlock|queue_state|last_queue_event|publish_sequence_no|item_id|archive_item|moved_to_legal|is_take_item|last_published_version|operation|template|wordcount|word_count|charcount|readtime)$/;

function readStory(object: NinjsObject, options: ReadOptions): WireItem {
  const { abstract, state, schedule_settings: schedule, rewrite_of: rewriteOf } = object;
  const kept = Object.fromEntries(Object.entries(object).filter(([name]) => !INTERNAL.test(name)));
  const isWithdrawn = WITHDRAWN.test(text(state) ?? '');
  const ninjs = {
    ...kept,
    uri: text(object.uri) ?? text(object.guid) ?? object._id,
    version: text(object._current_version) ?? object.version,
    pubstatus: isWithdrawn ? 'canceled' : object.pubstatus,
    embargoed: object.embargoed ?? object.embargo ?? (isObject(schedule) ? schedule.utc_embargo : undefined),
    expires: object.expires ?? object.expiry,
    description_html: abstract,
    updateType: rewriteOf === undefined || rewriteOf === null ? undefined : 'update',
  };
  const { abstract: _, expiry: __, schedule_settings: ___, embargo: ____, ...told } = ninjs as NinjsObject;
  const used = Object.keys(object);
  const item = readTold(object, { format: 'superdesk', used, ninjs: told }, options);
  const replaced = text(rewriteOf);
  return {
    ...item,
    ...(replaced === undefined ? {} : { replaces: [replaced] }),
    warnings: [...item.warnings, ...restrictionsOf(object)],
  };
}

/** Marks that somebody there set so that a person looks before anything goes out. */
function restrictionsOf({ flags }: NinjsObject): readonly WireWarning[] {
  if (!isObject(flags)) return [];
  const forLaw = { code: 'restricted', say: 'It is marked for the lawyers: a person must look at it.' };
  const forNone = {
    code: 'restricted',
    say: 'It is marked as not for publication: a person must look at it.',
  };
  return [
    ...(flags.marked_for_legal === true ? [forLaw] : []),
    ...(flags.marked_for_not_publication === true ? [forNone] : []),
  ];
}
