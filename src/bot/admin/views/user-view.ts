import type { Listed, Page } from '../../../admin/page.ts';
import type { UserFigures, UserSummary } from '../../../admin/user.ts';
import type { Outgoing } from '../../../chat/message.ts';
import { formatDate, formatNumber, type Texts, textsOf } from '../../../locales/index.ts';
import { countLines } from './figures.ts';
import { listView } from './list-view.ts';

export function userListView(texts: Texts, page: Page, words: string, users: Listed<UserSummary>): Outgoing {
  return listView(texts, page, users, {
    title: texts.admin.user.title,
    none: texts.admin.user.nobody(words),
    line: (user) => userLine(texts, user),
    command: 'user find',
    words,
  });
}

/** `- **Alex** (`discord:42`) · admin · banned` */
export function userLine(texts: Texts, user: UserSummary): string {
  const names = user.identities.map(({ id, name }) => `**${name}** (\`${id}\`)`);
  return `- ${[names.join(', ') || `\`${user.id}\``, ...marks(texts, user)].join(' · ')}`;
}

function marks(texts: Texts, { role, bannedAt }: UserSummary): readonly string[] {
  const words = texts.admin.user;
  return [
    ...(role === 'admin' ? [words.admin] : []),
    ...(bannedAt === null ? [] : [words.bannedSince(formatDate(texts, bannedAt))]),
  ];
}

/** Nothing of what they wrote. */
export function userView(texts: Texts, user: UserSummary, figures: UserFigures): Outgoing {
  const words = texts.admin.user;
  const states = texts.admin.stats.states;
  const interviews = new Map([...figures.interviews].map(([status, count]) => [states[status], count]));
  return {
    cards: [
      {
        title: user.identities[0]?.name ?? user.id,
        fields: [
          { name: words.id, value: `\`${user.id}\`` },
          {
            name: words.identities,
            value: user.identities.map(({ id, name }) => `${name} (\`${id}\`)`).join('\n'),
          },
          { name: words.since, value: formatDate(texts, user.createdAt) },
          { name: words.language, value: textsOf(figures.locale).localeName },
          { name: words.standing, value: marks(texts, user).join(', ') || words.ordinary },
          { name: texts.admin.stats.byState, value: countLines(texts, interviews) || texts.admin.stats.none },
          {
            name: words.lastSeen,
            value: figures.lastActivityAt === null ? '–' : formatDate(texts, figures.lastActivityAt),
          },
          { name: words.cvs, value: formatNumber(texts, figures.cvs) },
        ],
        footer: words.hint,
      },
    ],
  };
}
