import type { Account } from '../../accounts/account.ts';
import type { Card, Choice, Locale, Outgoing } from '../../chat/message.ts';
import { type WeakTopic, weakTopics } from '../../interview/choose-question.ts';
import { type Texts, textsOf } from '../../locales/index.ts';
import type { Loaded } from '../../store/store.ts';
import { choiceId } from '../choice-id.ts';
import { quotaText } from '../quota.ts';
import type { BotSettings } from '../settings.ts';
import { describeInterview } from './describe-interview.ts';
import { historyLines } from './history-view.ts';
import { goOnChoices, otherLanguageChoices, paragraphs } from './interview-view.ts';
import { topicName } from './topic-name.ts';

const SHOWN_INTERVIEWS = 10;
const SHOWN_TOPICS = 5;

type Person = {
  readonly account: Account | null;
  readonly loaded: Loaded;
  readonly settings: BotSettings;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** The page about somebody: what is running, what is left, what was, what to practise, language and privacy. */
export function homeView(locale: Locale, person: Person): Outgoing {
  const texts = textsOf(locale);
  const { account, loaded, settings } = person;
  const open = loaded.interview;
  const quota = account ? quotaText({ ...person, account, texts }) : null;
  const cards: Card[] = [
    {
      title: texts.home.title,
      body: paragraphs(
        account ? null : texts.home.introduction,
        open ? describeInterview(texts, open) : texts.progress.statusNone,
        quota,
      ),
    },
    { title: texts.history.title, body: historyBody(texts, loaded) },
    ...practice(texts, weakTopics(loaded.past).slice(0, SHOWN_TOPICS)),
    {
      title: texts.home.settings,
      body: paragraphs(
        texts.home.language(texts.localeName),
        texts.yourData.stored(settings.cvRetentionDays, settings.providers),
      ),
    },
  ];
  return { locale, cards, choices: choices(texts, locale, person) };
}

function historyBody(texts: Texts, { history }: Loaded): string {
  if (history.length === 0) return texts.history.none;
  const shown = historyLines(texts, history.slice(0, SHOWN_INTERVIEWS)).join('\n');
  return paragraphs(shown, history.length > SHOWN_INTERVIEWS ? texts.home.more : null);
}

function practice(texts: Texts, topics: readonly WeakTopic[]): readonly Card[] {
  if (topics.length === 0) return [];
  const lines = topics.map(({ topic, mean, answers }) =>
    texts.home.weakTopic(texts.competencies[topic] ?? topicName(topic), mean.toFixed(1), answers),
  );
  return [{ title: texts.evaluation.practise, body: lines.map((line) => `- ${line}`).join('\n') }];
}

function choices(texts: Texts, locale: Locale, { loaded, settings }: Person): readonly Choice[] {
  return [
    ...goOnChoices(texts, loaded.interview?.session),
    { id: choiceId({ type: 'help' }), label: texts.help.title },
    ...otherLanguageChoices(texts, locale, settings.locales),
  ];
}
