import { parsePosition } from '../chat/commands.ts';
import { tooLate } from '../interview/answering.ts';
import { isHeldIn } from '../interview/watched.ts';
import { confirmJoin } from './accounts/join.ts';
import { link } from './accounts/link.ts';
import { login } from './accounts/login.ts';
import { register } from './accounts/register.ts';
import { detachOther, unlink } from './accounts/unlink.ts';
import { advance } from './ask-consent.ts';
import { happen } from './carry-out.ts';
import type { ChoiceAction } from './choice-id.ts';
import { help, setLanguage, unknownChoice, welcome, welcomeBack } from './commands/about.ts';
import { answerConsent } from './commands/consent.ts';
import { askForUpload, chooseCv, confirmDeleteCvs, deleteCvs, listCvs, receiveFiles } from './commands/cv.ts';
import { openForm, receiveForm } from './commands/forms.ts';
import { history, report } from './commands/history.ts';
import { choosePosition, dispute, next, resume, skip, status, stop } from './commands/progress.ts';
import { start } from './commands/start.ts';
import { openVenue } from './commands/venue.ts';
import {
  chooseCvPlace,
  continueInPrivate,
  rate,
  share,
  tellElsewhere,
  tellNotYours,
} from './commands/watched.ts';
import { askToErase, erase, exportData, privacy } from './commands/your-data.ts';
import type { Decision } from './decision.ts';
import { formId } from './form-id.ts';
import type { UserIntent } from './intent.ts';
import { formChoice } from './offer-form.ts';
import { paragraphs, startChoice } from './views/interview-view.ts';

/** What follows from something a user said or did. `isNew`: their first words to the bot. */
export function decideIntent(decision: Decision, intent: UserIntent, isNew: boolean): void {
  if (isNew) welcome(decision);
  switch (intent.type) {
    case 'command':
      decideCommand(decision, intent);
      return;
    case 'unknownCommand':
      decision.say({ text: decision.texts.unknownCommand(intent.word) });
      return;
    case 'choice':
      decideChoice(decision, intent.action);
      return;
    case 'unknownChoice':
      if (!isNew) unknownChoice(decision);
      return;
    case 'files':
      if (intent.caption) decideIntent(decision, intent.caption, false);
      receiveFiles(decision, intent.attachments, intent.caption?.type === 'text');
      return;
    case 'text':
      decideText(decision, intent, isNew);
      return;
    case 'changed':
      decideChange(decision, intent);
      return;
    case 'form':
      if (decision.loaded.foreign) tellNotYours(decision);
      else receiveForm(decision, intent);
      return;
    case 'passwordTyped':
      refusePassword(decision, intent, isNew);
      return;
    case 'arrived':
      if (!isNew && intent.greets === 'everybody') welcomeBack(decision);
      return;
    case 'nothing':
      return;
    default:
      intent satisfies never;
  }
}

function decideCommand(decision: Decision, { name, args }: Extract<UserIntent, { type: 'command' }>): void {
  switch (name) {
    case 'start':
      return start(decision, args);
    case 'resume':
      return resume(decision);
    case 'status':
      return status(decision);
    case 'next':
      return next(decision, null);
    case 'skip':
      return skip(decision, null);
    case 'stop':
      return stop(decision, null);
    case 'cv upload':
      return askForUpload(decision);
    case 'cv list':
      return listCvs(decision);
    case 'cv delete':
      return deleteCvs(decision, args['n']);
    case 'history':
      return history(decision);
    case 'report':
      return report(decision);
    case 'language':
      return setLanguage(decision, args['language']);
    case 'register':
      return register(decision);
    case 'login':
      return login(decision);
    case 'link':
      return link(decision, args['code']);
    case 'unlink':
      return unlink(decision, false);
    case 'privacy':
      return privacy(decision);
    case 'export':
      return exportData(decision);
    case 'delete-me':
      return askToErase(decision);
    case 'help':
      return help(decision);
    default:
      return name satisfies never;
  }
}

function decideChoice(decision: Decision, action: ChoiceAction): void {
  if (decision.loaded.foreign && action.type !== 'rate') return tellNotYours(decision);
  switch (action.type) {
    case 'start':
      return start(decision, action.position ? { position: action.position } : {});
    case 'resume':
      return resume(decision);
    case 'help':
      return help(decision);
    case 'stop':
      return stop(decision, action.sessionId);
    case 'consent':
      return answerConsent(decision, action.given, action.list);
    case 'position':
      return choosePosition(decision, action.sessionId, action.position);
    case 'cv':
      return chooseCv(decision, action.cvId);
    case 'next':
      return next(decision, action.interactionId);
    case 'skip':
      return skip(decision, action.interactionId);
    case 'dispute':
      return dispute(decision, action.interactionId);
    case 'language':
      return setLanguage(decision, action.locale);
    case 'deleteCvs':
      return confirmDeleteCvs(decision, action.newestCvId);
    case 'form':
      return openForm(decision, action.formId);
    case 'venue':
      return openVenue(decision, action.venue, action.wishes);
    case 'cvPlace':
      return chooseCvPlace(decision, action.sessionId, action.inThread);
    case 'private':
      return continueInPrivate(decision, action.sessionId);
    case 'rate':
      return rate(decision, action.interactionId, action.score);
    case 'share':
      return share(decision, action.sessionId, action.confirmed);
    case 'keepPrivate':
      return decision.say({ text: decision.texts.watched.keptPrivate });
    case 'join':
      return confirmJoin(decision, action.code);
    case 'unlink':
      return unlink(decision, true);
    case 'detach':
      return detachOther(decision, action.ref);
    case 'leave':
      return decision.say({ text: decision.texts.accounts.left });
    case 'keepCvs':
      return decision.say({ text: decision.texts.cv.kept });
    case 'export':
      return exportData(decision);
    case 'deleteMyCvs':
      return deleteCvs(decision, undefined);
    case 'eraseMe':
      return askToErase(decision);
    case 'erase':
      return erase(decision, action.accountId, action.askedAt);
    case 'keepMe':
      return decision.say({ text: decision.texts.yourData.erase.kept });
    default:
      return action satisfies never;
  }
}

const GREETING =
  /^(hi|hello|hey|good (morning|afternoon|evening)|안녕(하세요|하십니까)?|반갑습니다)[\s!.~?,]*$/iu;

function decideText(decision: Decision, intent: Extract<UserIntent, { type: 'text' }>, isNew: boolean): void {
  const { loaded, texts, at, conversation } = decision;
  const open = loaded.interview;
  const { messageId, text, final } = intent;
  if (open?.session.status === 'asking') {
    if (!isHeldIn(open, conversation)) tellElsewhere(decision, open);
    else advance(decision, open, { type: 'answered', messageId, text, final, at }, texts.question.noted);
    return;
  }
  if (open?.session.status === 'evaluating') {
    decision.say({ text: texts.progress.statusEvaluating });
    return;
  }
  const position = parsePosition(text);
  if (open && position) start(decision, { position });
  else if (open) resume(decision);
  else if (!isNew) {
    const reply = GREETING.test(text.trim()) ? texts.hello : texts.notUnderstood;
    decision.say({ text: reply, choices: [startChoice(texts)] });
  }
}

/** A message was edited or deleted: a part of an answer, of this interview or a past one, or something that no longer matters. */
function decideChange(
  decision: Decision,
  { messageId, text }: Extract<UserIntent, { type: 'changed' }>,
): void {
  const { loaded, texts, at } = decision;
  if (loaded.pastAnswer) {
    decision.say({ text: texts.notices[tooLate(loaded.pastAnswer, text === null)] });
  } else if (loaded.interview) {
    happen(decision, loaded.interview, { type: 'partChanged', messageId, text, at });
  }
}

/** Nothing of it is stored, unless it may as well be an answer. */
function refusePassword(
  decision: Decision,
  { sure, otherwise }: Extract<UserIntent, { type: 'passwordTyped' }>,
  isNew: boolean,
): void {
  const { loaded, texts, say } = decision;
  const isAnswer = loaded.interview?.session.status === 'asking';
  if (isAnswer && !sure) return decideIntent(decision, otherwise, isNew);
  const { passwordInChat, passwordInAnswer, passwordForm } = texts.accounts;
  say({
    text: paragraphs(passwordInChat, isAnswer ? passwordInAnswer : null),
    choices: [formChoice(formId({ type: 'login' }), passwordForm)],
  });
}
