import type { Suggest } from '../chat/adapter.ts';
import type { Catalogue } from '../questions/catalogue.ts';
import { POSITIONS } from '../questions/question.ts';

/** As many as a platform's menu may have. */
const MOST = 25;

/** Suggests topics while somebody types one; those that begin with what was typed come first. */
export function createSuggest(currentCatalogue: () => Catalogue): Suggest {
  return async ({ command, argument, typed }) => {
    if (command !== 'start' || argument !== 'topic') return [];
    const wanted = typed
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    const catalogue = currentCatalogue();
    const topics = POSITIONS.flatMap((position) => catalogue.topics(position).map(({ topic }) => topic));
    const fitting = topics.filter((topic) => topic.includes(wanted));
    const first = fitting.filter((topic) => topic.startsWith(wanted));
    return [...new Set([...first, ...fitting])].slice(0, MOST);
  };
}
