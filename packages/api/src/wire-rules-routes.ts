import type { Route } from './route.ts';
import {
  PresetListMessage,
  PresetsMessage,
  RulesMessage,
  TrialMessage,
  TrialOrderMessage,
} from './wire-rules.ts';

/** The operations on rules and presets, by name. */
export const WIRE_RULES_ROUTES = {
  readRules: {
    operation: 'readRules',
    method: 'get',
    path: '/api/v1/wire-rules',
    summary: 'What the desk does by itself with copy that arrives, in the order of the rules',
    capability: 'view',
    answer: { status: 200, schema: RulesMessage, says: 'The rules' },
    refusals: [],
  },
  setRules: {
    operation: 'setRules',
    method: 'put',
    path: '/api/v1/wire-rules',
    summary: 'Replace the rules; they hold for what arrives from now on',
    capability: 'settings',
    body: RulesMessage,
    answer: { status: 200, schema: RulesMessage, says: 'The rules as they are now' },
    refusals: ['bad-request', 'bad-rules'],
  },
  tryRules: {
    operation: 'tryRules',
    method: 'post',
    path: '/api/v1/wire-rules/test',
    summary: 'What rules would have done with what came in the last days; nothing is changed',
    capability: 'view',
    body: TrialOrderMessage,
    answer: { status: 200, schema: TrialMessage, says: 'What would have happened' },
    refusals: ['bad-request', 'bad-rules'],
  },
  listPresets: {
    operation: 'listPresets',
    method: 'get',
    path: '/api/v1/wire-presets',
    summary: 'Saved searches of the live list, with how much came to each today',
    capability: 'view',
    answer: { status: 200, schema: PresetListMessage, says: 'The presets' },
    refusals: [],
  },
  setPresets: {
    operation: 'setPresets',
    method: 'put',
    path: '/api/v1/wire-presets',
    summary: 'Replace the presets; who belongs to one that was changed is settled anew, newest items first',
    capability: 'settings',
    body: PresetsMessage,
    answer: { status: 200, schema: PresetListMessage, says: 'The presets as they are now' },
    refusals: ['bad-request', 'bad-presets'],
  },
} as const satisfies Readonly<Record<string, Route>>;
