import type { Json } from '../../support/json.ts';
import { Refusal } from '../refusal.ts';
import { checkView } from '../rules/views.ts';
import { viewJson } from '../world/views.ts';
import { json, required, text } from './arguments.ts';
import { activeUser } from './lookups.ts';
import { defineMethod, type Method } from './method.ts';

// docs.slack.dev/reference/methods/views.open and its siblings: no scope, one use of a trigger.

const open = defineMethod('views.open', {
  tier: 4,
  takes: { trigger_id: required(text), view: required(json) },
  handle({ trigger_id: trigger, view }, { core, team }) {
    const content = checkView(core, view, 'modal');
    const { userId } = core.triggers.exchange(trigger, team.id);
    return { view: viewJson(core, core.views.open(team, userId, content)) };
  },
});

const push = defineMethod('views.push', {
  tier: 4,
  takes: { trigger_id: required(text), view: required(json) },
  handle({ trigger_id: trigger, view }, { core, team }) {
    const content = checkView(core, view, 'modal');
    const { userId } = core.triggers.exchange(trigger, team.id);
    return { view: viewJson(core, core.views.push(team, userId, content)) };
  },
});

const update = defineMethod('views.update', {
  tier: 4,
  takes: { view: required(json), view_id: text, external_id: text, hash: text },
  handle({ view, view_id: id, external_id: externalId, hash }, { core, team }) {
    if ((id === undefined) === (externalId === undefined)) throw new Refusal('invalid_arguments');
    const present = core.views.find(team, { id, externalId });
    if (!present) throw new Refusal('not_found');
    const type = present.content['type'] === 'home' ? 'home' : 'modal';
    core.views.update(present, checkView(core, view, type), hash);
    return { view: viewJson(core, present) };
  },
});

const publish = defineMethod('views.publish', {
  tier: 4,
  takes: { user_id: required(text), view: required(json), hash: text },
  handle({ user_id: userId, view, hash }, caller): Json {
    const { core, team } = caller;
    if (!core.hasHomeTab) throw new Refusal('not_enabled');
    const content = checkView(core, view, 'home');
    const user = activeUser(caller, userId);
    return { view: viewJson(core, core.views.publish(team, user.id, content, hash)) };
  },
});

export const viewMethods: readonly Method[] = [open, push, update, publish];
