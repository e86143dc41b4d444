import { CannotDo } from '../../support/cannot.ts';
import { objectsOf } from '../../support/json.ts';
import { waitFor } from '../../support/wait.ts';
import type { Core } from '../core.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { fileJson } from '../world/files.ts';
import type { UserRecord } from '../world/records.ts';
import type { ViewRecord } from '../world/views.ts';
import { elementCalled, pressed } from './acting.ts';
import { chosen, filledIn, holdsSomething } from './fields.ts';
import { type SurfaceView, surfaceView } from './modal-view.ts';
import { closing, type Held, submission, viewAction } from './payloads.ts';
import { type FieldValues, followAnswer, type Submitted, submittedValues } from './submission.ts';
import { type Upload, uploaded } from './uploads.ts';

/** What somebody sees of the app's answer in time: nothing, or a sign that it failed. */
export type Reaction = 'acknowledged' | 'failed';

export async function reactionTo(core: Core, delivery: Delivery): Promise<Reaction> {
  const outcome = await waitFor(core.changes, () => delivery.outcome, { what: 'the app to acknowledge' });
  return outcome.type === 'acknowledged' ? 'acknowledged' : 'failed';
}

/** One person's modals and Home tab. */
export type Surfaces = {
  /** The modal on top. */
  readonly modal: SurfaceView | undefined;
  readonly modals: readonly SurfaceView[];
  readonly home: SurfaceView | undefined;
  click(id: string, actionId: string): Promise<Reaction>;
  choose(id: string, actionId: string, values: readonly string[]): Promise<Reaction>;
  submit(id: string, values: FieldValues): Promise<Submitted>;
  close(id: string, all: boolean): Promise<Reaction>;
};

export function createSurfaces(core: Core, user: UserRecord, held: Held): Surfaces {
  const stack = () => core.views.stackOf(user.id);
  const addFile = (file: Upload) => fileJson(core, uploaded(core, user, file));
  const seen = (id: string): ViewRecord => {
    const home = core.views.homeOf(user.id);
    const view = home?.id === id ? home : stack().at(-1);
    if (view?.id !== id) throw new CannotDo(`${user.realName} does not see view ${id}.`);
    return view;
  };
  const interact = (payload: Delivery['outbound']['payload'], acceptsPayload = false) =>
    core.deliver({ kind: 'interactive', payload, acceptsPayload });

  return {
    get modal() {
      const top = stack().at(-1);
      return top && surfaceView(top);
    },
    get modals() {
      return stack().map(surfaceView);
    },
    get home() {
      const home = core.views.homeOf(user.id);
      return home && surfaceView(home);
    },
    click(id, actionId) {
      const view = seen(id);
      const acted = elementCalled(objectsOf(view.content['blocks']), actionId);
      return reactionTo(core, interact(viewAction(core, user, view, acted, pressed(acted), held)));
    },
    async choose(id, actionId, values) {
      const view = seen(id);
      const acted = elementCalled(objectsOf(view.content['blocks']), actionId);
      const { block, element } = acted;
      const state = holdsSomething(element) ? filledIn(element, values, addFile) : chosen(element, values);
      held.set(view.id, block, element, state);
      // input-block: "whether or not the use of elements in this block should dispatch a block_actions payload".
      if (block['type'] === 'input' && block['dispatch_action'] !== true) return 'acknowledged';
      return reactionTo(core, interact(viewAction(core, user, view, acted, state, held)));
    },
    async submit(id, given) {
      const view = seen(id);
      if (view.content['submit'] === undefined) throw new CannotDo('That view has nothing to submit.');
      const values = submittedValues(objectsOf(view.content['blocks']), given, addFile, (block, element) =>
        held.get(view.id, block, element),
      );
      const delivery = interact(submission(core, user, view, values), true);
      const reaction = await reactionTo(core, delivery);
      const outcome = delivery.outcome;
      if (reaction === 'failed' || outcome?.type !== 'acknowledged') return 'failed';
      return followAnswer(core, view, outcome.body);
    },
    async close(id, all) {
      const view = seen(id);
      const isCleared = all || view.content['clear_on_close'] === true;
      core.views.close(user.id, isCleared);
      if (view.content['notify_on_close'] !== true) return 'acknowledged';
      return reactionTo(core, interact(closing(core, user, view, isCleared)));
    },
  };
}
