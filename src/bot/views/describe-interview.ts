import { planOf } from '../../interview/formats.ts';
import type { Interview } from '../../interview/state.ts';
import type { Texts } from '../../locales/index.ts';

/** Where an open interview stands, in a sentence. */
export function describeInterview(texts: Texts, { session }: Interview): string {
  switch (session.status) {
    case 'preparing':
      return texts.progress.statusPreparing;
    case 'asking': {
      const position = session.position ? texts.positions[session.position] : '';
      return texts.progress.statusAsking(position, session.asked, planOf(session.format).length);
    }
    default:
      return texts.progress.statusEvaluating;
  }
}
