import { readDetails } from '../../accounts/credentials.ts';
import { readLinkCode } from '../../accounts/link-code.ts';
import type { Incoming } from '../../chat/message.ts';
import type { AccountsKey } from '../../store/accounts.ts';
import type { Decision } from '../decision.ts';
import { parseFormId } from '../form-id.ts';
import type { Intent } from '../intent.ts';
import { accountsOf } from './accounts-of.ts';

/** What a decision about accounts has to see; `null` for an intent that is about something else. */
export function accountsKeyOf(intent: Intent, { from }: Incoming): AccountsKey | null {
  const key = { self: { id: from.id, name: from.name } };
  switch (intent.type) {
    case 'command':
      return keyOfCommand(intent, key);
    case 'choice':
      return keyOfChoice(intent, key);
    case 'form':
      return keyOfForm(intent, key);
    default:
      return null;
  }
}

function keyOfCommand({ name, args }: Extract<Intent, { type: 'command' }>, key: AccountsKey) {
  switch (name) {
    case 'register':
    case 'login':
    case 'unlink':
      return key;
    case 'link':
      return withCode(key, args['code'] ?? '');
    default:
      return null;
  }
}

function keyOfChoice({ action }: Extract<Intent, { type: 'choice' }>, key: AccountsKey) {
  switch (action.type) {
    case 'join':
      return withCode(key, action.code);
    case 'form':
    case 'unlink':
    case 'detach':
      return key;
    default:
      return null;
  }
}

function keyOfForm({ formId, fields, proof }: Extract<Intent, { type: 'form' }>, key: AccountsKey) {
  switch (parseFormId(formId)?.type) {
    case 'register':
    case 'details':
      return { ...key, details: readDetails(fields) };
    case 'login':
      return proof?.form === 'login'
        ? { ...key, login: { name: proof.name, accountId: proof.compared.accountId } }
        : key;
    case 'password':
      return key;
    default:
      return null;
  }
}

function withCode(key: AccountsKey, typed: string): AccountsKey {
  const code = readLinkCode(typed);
  return code === null ? key : { ...key, code };
}

/** Remembers where who acts can be told of things, best in a conversation of their own. */
export function noteConversation(decision: Decision, scope: Incoming['scope']): void {
  const { conversation, write } = decision;
  const { identities, self } = accountsOf(decision);
  const known = identities.find(({ id }) => id === self.id);
  if (!known || known.conversation === conversation) return;
  if (scope === 'direct' || known.conversation === null)
    write({ type: 'setConversation', id: self.id, conversation });
}
