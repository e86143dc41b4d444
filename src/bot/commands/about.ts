import { mustAskAgain } from '../../accounts/consent.ts';
import { planOf } from '../../interview/formats.ts';
import { textsOf } from '../../locales/index.ts';
import { askAgain } from '../ask-consent.ts';
import { choiceId } from '../choice-id.ts';
import type { Decision } from '../decision.ts';
import { quotaOfNewcomerText } from '../quota.ts';
import { goOnChoices, otherLanguageChoices, paragraphs, startChoice } from '../views/interview-view.ts';

/** What to do next from here. */
export function help({ texts, loaded, say }: Decision): void {
  const session = loaded.interview?.session;
  const here = !session
    ? texts.help.nothingOpen
    : session.status === 'preparing'
      ? texts.help.preparing
      : session.status === 'asking'
        ? texts.help.asking(session.asked, planOf(session.format).length)
        : texts.help.evaluating;
  say({
    cards: [
      { title: texts.help.title, body: paragraphs(here, texts.help.commands), footer: texts.help.hint },
    ],
    ...(session ? {} : { choices: [startChoice(texts)] }),
  });
}

/** The first words to somebody new. */
export function welcome(decision: Decision): void {
  const { texts, account, settings } = decision;
  decision.say({
    text: texts.welcome.greeting(quotaOfNewcomerText(decision)),
    choices: [startChoice(texts), ...otherLanguageChoices(texts, account.locale, settings.locales)],
  });
}

/** Somebody known came to the conversation. */
export function welcomeBack(decision: Decision): void {
  const { texts, loaded, account, settings, say } = decision;
  const open = loaded.interview;
  if (!open) say({ text: texts.welcome.back(account.details?.name ?? null), choices: [startChoice(texts)] });
  else if (open.session.status === 'evaluating')
    say({ text: paragraphs(texts.welcome.backToEvaluation, texts.progress.statusEvaluating) });
  else if (open.session.status === 'asking' && mustAskAgain(account, settings.providers))
    askAgain(decision, texts.welcome.backToOpen);
  else say({ text: texts.welcome.backToOpen, choices: goOnChoices(texts, open.session) });
}

/** A button of another version was pressed: nothing happens, and what there is to do instead is said. */
export function unknownChoice({ texts, loaded, say }: Decision): void {
  say({ text: texts.unknownChoice, choices: goOnChoices(texts, loaded.interview?.session) });
}

export function setLanguage(decision: Decision, wanted: string | undefined): void {
  const { account, texts, settings } = decision;
  const locale = settings.locales.find((known) => known === wanted);
  if (!locale) {
    decision.say({
      text: texts.language.ask,
      choices: settings.locales.map((known) => ({
        id: choiceId({ type: 'language', locale: known }),
        label: textsOf(known).localeName,
      })),
    });
    return;
  }
  const changed = textsOf(locale);
  if (locale !== account.locale) decision.write({ type: 'updateAccount', account: { ...account, locale } });
  const open = decision.loaded.interview;
  decision.say({
    locale,
    text: changed.language.changed,
    choices: goOnChoices(changed, open?.session),
  });
}
