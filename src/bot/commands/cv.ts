import { hasConsented } from '../../accounts/consent.ts';
import type { AttachmentRef } from '../../chat/message.ts';
import { formatDate } from '../../locales/index.ts';
import type { CvSummary } from '../../store/store.ts';
import { askForConsent } from '../ask-consent.ts';
import { happen } from '../carry-out.ts';
import { choiceId } from '../choice-id.ts';
import type { Decision } from '../decision.ts';
import { cvForm } from '../views/form-view.ts';
import { askForCvView, startChoice } from '../views/interview-view.ts';

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
  askForConsent(decision);
}

/** `cv upload` without a file: asks for one, where a window can be opened in it. */
export function askForUpload(decision: Decision): void {
  const { account, texts, settings, opensForm } = decision;
  if (!hasConsented(account, settings.providers)) askForConsent(decision);
  else if (opensForm === 'window') decision.open(cvForm(texts));
  else decision.say(askForCvView(texts, [], ''));
}

/** One of the CVs sent before is chosen for the interview that is being set up. */
export function chooseCv(decision: Decision, cvId: string): void {
  const { loaded, texts, at } = decision;
  const open = loaded.interview;
  const cv = loaded.cvs.find(({ id }) => id === cvId);
  if (!hasConsented(decision.account, decision.settings.providers)) askForConsent(decision);
  else if (!open) decision.say({ text: texts.cv.nothingToChooseFor, choices: [startChoice(texts)] });
  else if (open.session.status !== 'preparing') decision.say({ text: texts.cv.chosenBefore });
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
