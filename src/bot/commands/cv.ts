import { hasConsented } from '../../accounts/account.ts';
import type { AttachmentRef } from '../../chat/message.ts';
import { prepare } from '../../interview/transition.ts';
import { formatDate } from '../../locales/index.ts';
import type { CvSummary } from '../../store/store.ts';
import { carryOut, happen, materialOf } from '../carry-out.ts';
import { choiceId } from '../choice-id.ts';
import type { Decision } from '../decision.ts';
import { cvForm } from '../views/form-view.ts';
import { askForCvView, consentView, startChoice } from '../views/interview-view.ts';

/** A file was sent. It is read once its owner has agreed to what happens with it; until then it is remembered. */
export function receiveFiles(
  decision: Decision,
  attachments: readonly AttachmentRef[],
  besideAnAnswer: boolean,
): void {
  const { account, texts, settings, conversation } = decision;
  // A picture beside an answer is no CV.
  const files = besideAnAnswer ? attachments.filter(({ name }) => /\.pdf$/i.test(name)) : attachments;
  const [attachment] = files;
  if (!attachment) return;
  if (files.length > 1) decision.say({ text: texts.cv.oneAtATime });
  if (hasConsented(account, settings.providers)) {
    decision.job({ kind: 'read_cv', conversation, accountId: account.id, attachment });
    return;
  }
  decision.write({ type: 'updateAccount', account: { ...account, pendingCv: attachment } });
  decision.say(consentView(texts, settings.cvRetentionDays, settings.providers, ''));
}

export function answerConsent(decision: Decision, given: boolean): void {
  const { account, texts, settings, loaded, at, conversation } = decision;
  const open = loaded.interview;
  const waits = open?.session.status === 'preparing' && open.session.cvId === null;
  if (!given) {
    const withdrawn = { ...account, consentAt: null, consentProviders: [], pendingCv: null };
    if (account.consentAt !== null || account.pendingCv)
      decision.write({ type: 'updateAccount', account: withdrawn });
    if (loaded.cvs.length > 0) {
      decision.say({ text: texts.consent.withdrawn });
      return;
    }
    if (waits) happen(decision, open, { type: 'stopped', at }, texts.consent.declined);
    else decision.say({ text: texts.consent.declined });
    return;
  }
  const agreed = { ...account, consentAt: at, consentProviders: settings.providers, pendingCv: null };
  decision.write({ type: 'updateAccount', account: agreed });
  if (account.pendingCv) {
    decision.job({ kind: 'read_cv', conversation, accountId: account.id, attachment: account.pendingCv });
  } else if (waits) {
    carryOut({ ...decision, account: agreed }, open, prepare(open, {}, at, materialOf(decision)));
  } else decision.say({ ...askForCvView(texts, [], ''), choices: [startChoice(texts)] });
}

/** `cv upload` without a file: asks for one, where a window can be opened in it. */
export function askForUpload(decision: Decision): void {
  const { account, texts, settings, opensForm } = decision;
  if (!hasConsented(account, settings.providers)) {
    decision.say(consentView(texts, settings.cvRetentionDays, settings.providers, ''));
  } else if (opensForm === 'window') decision.open(cvForm(texts));
  else decision.say(askForCvView(texts, [], ''));
}

/** One of the CVs sent before is chosen for the interview that is being set up. */
export function chooseCv(decision: Decision, cvId: string): void {
  const { loaded, texts, at } = decision;
  const open = loaded.interview;
  const cv = loaded.cvs.find(({ id }) => id === cvId);
  if (!hasConsented(decision.account, decision.settings.providers)) askForUpload(decision);
  else if (open?.session.status !== 'preparing') decision.say({ text: texts.notices.nothing_to_answer });
  else if (!cv) decision.say(askForCvView(texts, loaded.cvs, ''));
  else happen(decision, open, { type: 'cvChosen', cvId, at }, texts.cv.known(cv.fileName));
}

export function listCvs({ loaded, texts, say }: Decision): void {
  if (loaded.cvs.length === 0) {
    say({ text: texts.cv.none, expects: 'file' });
    return;
  }
  const lines = loaded.cvs.map((cv, index) =>
    texts.cv.listEntry(index + 1, cv.fileName, cv.pages, formatDate(texts, cv.uploadedAt)),
  );
  say({ cards: [{ title: texts.cv.list, body: lines.join('\n'), footer: texts.cv.listHint }] });
}

/** `cv delete 2` removes one at once; `cv delete` asks before it removes several. */
export function deleteCvs(decision: Decision, number: string | undefined): void {
  const { loaded, texts } = decision;
  const [newest] = loaded.cvs;
  if (!newest) {
    decision.say({ text: texts.cv.none });
    return;
  }
  if (number !== undefined) {
    const cv = loaded.cvs[Number(number) - 1];
    if (cv) remove(decision, [cv]);
    else decision.say({ text: texts.cv.noSuch(loaded.cvs.length) });
  } else if (loaded.cvs.length === 1) remove(decision, loaded.cvs);
  else {
    decision.say({
      text: texts.cv.confirmDeleteAll(loaded.cvs.length),
      choices: [
        {
          id: choiceId({ type: 'deleteCvs', newestCvId: newest.id }),
          label: texts.cv.confirm,
          style: 'danger',
        },
        { id: choiceId({ type: 'keepCvs' }), label: texts.cv.keep },
      ],
    });
  }
}

export function confirmDeleteCvs(decision: Decision, newestCvId: string): void {
  if (decision.loaded.cvs[0]?.id === newestCvId) remove(decision, decision.loaded.cvs);
  else deleteCvs(decision, undefined);
}

function remove(decision: Decision, cvs: readonly CvSummary[]): void {
  const { loaded, account, texts } = decision;
  const inUse = loaded.interview?.session.cvId;
  if (inUse && cvs.some(({ id }) => id === inUse)) {
    decision.say({ text: texts.cv.inUse });
    return;
  }
  for (const cv of cvs) decision.write({ type: 'deleteCv', accountId: account.id, cvId: cv.id });
  decision.say({ text: texts.cv.deleted(cvs.map(({ fileName }) => fileName)) });
}
