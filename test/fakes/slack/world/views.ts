import { type Json, objectsOf, textOf } from '../../support/json.ts';
import type { Core } from '../core.ts';
import { Refusal } from '../refusal.ts';
import { named } from '../rules/naming.ts';
import type { TeamRecord } from './records.ts';

export type ViewRecord = {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** As it was sent, with names for what had none. */
  content: Json;
  hash: string;
  /** What the app said of the last submission, by block. */
  errors: Readonly<Record<string, string>>;
};

/** docs.slack.dev/surfaces/modals, push_limit_reached: at most three views on one another. */
const MAX_STACKED = 3;

/** The modals that people have open, and their Home tabs. */
export type Views = {
  /** One person's, the one that shows last. */
  stackOf(userId: string): readonly ViewRecord[];
  homeOf(userId: string): ViewRecord | undefined;
  find(
    team: TeamRecord,
    by: { readonly id?: string | undefined; readonly externalId?: string | undefined },
  ): ViewRecord | undefined;
  open(team: TeamRecord, userId: string, content: Json): ViewRecord;
  /** @throws Refusal push_limit_reached, not_found */
  push(team: TeamRecord, userId: string, content: Json): ViewRecord;
  /** @throws Refusal hash_conflict */
  update(view: ViewRecord, content: Json, hash?: string): void;
  /** @throws Refusal hash_conflict */
  publish(team: TeamRecord, userId: string, content: Json, hash?: string): ViewRecord;
  /** Takes the top one away, or all of them. */
  close(userId: string, all: boolean): void;
};

export function createViews(core: Pick<Core, 'clock' | 'ids' | 'changed'>): Views {
  const stacks = new Map<string, ViewRecord[]>();
  const homes = new Map<string, ViewRecord>();
  const stackOf = (userId: string) => stacks.get(userId) ?? [];
  const everything = () => [...[...stacks.values()].flat(), ...homes.values()];
  let hashes = 0;
  const newHash = () => {
    hashes += 1;
    return `${Math.floor(core.clock.now() / 1000)}.${hashes.toString(16).padStart(8, '0')}`;
  };
  const kept = (content: Json): Json => ({ ...content, blocks: named(core, objectsOf(content['blocks'])) });
  /** "A custom identifier that must be unique for all views on a per-team basis." */
  const demandUnused = (teamId: string, content: Json, except?: ViewRecord) => {
    const id = textOf(content['external_id']);
    const isTaken = everything().some(
      (view) => view !== except && view.teamId === teamId && view.content['external_id'] === id,
    );
    if (id !== '' && isTaken) throw new Refusal('duplicate_external_id');
  };
  const create = (team: TeamRecord, userId: string, content: Json, below?: ViewRecord): ViewRecord => {
    demandUnused(team.id, content);
    const id = core.ids.next('V');
    return {
      id,
      teamId: team.id,
      userId,
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      content: kept(content),
      hash: newHash(),
      errors: {},
    };
  };
  const update = (view: ViewRecord, content: Json, hash?: string) => {
    if (hash !== undefined && hash !== view.hash) throw new Refusal('hash_conflict');
    demandUnused(view.teamId, content, view);
    Object.assign(view, { content: kept(content), hash: newHash(), errors: {} });
    core.changed();
  };

  return {
    stackOf,
    homeOf: (userId) => homes.get(userId),
    find: (team, { id, externalId }) =>
      everything().find(
        (view) =>
          view.teamId === team.id &&
          (id === undefined ? view.content['external_id'] === externalId : view.id === id),
      ),
    open(team, userId, content) {
      const view = create(team, userId, content);
      stacks.set(userId, [view]);
      core.changed();
      return view;
    },
    push(team, userId, content) {
      const stack = stackOf(userId);
      const top = stack.at(-1);
      if (!top) throw new Refusal('not_found');
      if (stack.length >= MAX_STACKED) throw new Refusal('push_limit_reached');
      const view = create(team, userId, content, top);
      stacks.set(userId, [...stack, view]);
      core.changed();
      return view;
    },
    update,
    publish(team, userId, content, hash) {
      const present = homes.get(userId);
      if (present) update(present, content, hash);
      const view = present ?? create(team, userId, content);
      homes.set(userId, view);
      core.changed();
      return view;
    },
    close(userId, all) {
      stacks.set(userId, all ? [] : stackOf(userId).slice(0, -1));
      core.changed();
    },
  };
}

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload, the view in it. */
export function viewJson(core: Core, view: ViewRecord, values: Json = {}): Json {
  const { content } = view;
  const isModal = content['type'] === 'modal';
  return {
    id: view.id,
    team_id: view.teamId,
    type: content['type'],
    blocks: content['blocks'],
    private_metadata: textOf(content['private_metadata']),
    callback_id: textOf(content['callback_id']),
    external_id: textOf(content['external_id']),
    state: { values },
    hash: view.hash,
    ...(isModal && {
      title: content['title'],
      close: content['close'] ?? null,
      submit: content['submit'] ?? null,
      submit_disabled: content['submit_disabled'] === true,
    }),
    clear_on_close: content['clear_on_close'] === true,
    notify_on_close: content['notify_on_close'] === true,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: core.appId,
    app_installed_team_id: view.teamId,
    bot_id: core.world.team(view.teamId).bot.botId,
  };
}
