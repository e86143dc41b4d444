import type { KeyedHash } from '../accounts/keyed-hash.ts';
import { setPassword } from './account-statements.ts';
import type { AccountsWrite } from './accounts.ts';
import { draftColumn } from './json.ts';
import { hashOfSubject } from './load-accounts.ts';
import { mergeAccount } from './merge-account.ts';
import type { LinkCodeRow } from './schema.ts';
import { compile } from './statement.ts';
import { expectOne } from './version-conflict.ts';
import { run, type Work } from './work.ts';

const setConversation = compile((db, value: { id: string; conversation: string }) =>
  db.updateTable('identity').set({ conversation: value.conversation }).where('id', '=', value.id),
);
const deleteOpenCodes = compile((db, value: { accountId: string }) =>
  db.deleteFrom('link_code').where('account_id', '=', value.accountId).where('identity_id', 'is', null),
);
const deleteCodesOfIdentity = compile((db, value: { id: string }) =>
  db.deleteFrom('link_code').where('identity_id', '=', value.id),
);
const insertLinkCode = compile((db, value: LinkCodeRow) =>
  db.insertInto('link_code').values({
    code_hash: value.code_hash,
    account_id: value.account_id,
    identity_id: value.identity_id,
    expires_at: value.expires_at,
  }),
);
const deleteCode = compile((db, value: { codeHash: string }) =>
  db.deleteFrom('link_code').where('code_hash', '=', value.codeHash),
);
type AttemptValues = {
  readonly subject: string;
  readonly failures: number;
  readonly lastAt: number;
  readonly lockedUntil: number;
};
const insertAttempts = compile((db, value: AttemptValues) =>
  db.insertInto('attempt').values({
    subject_hash: value.subject,
    failures: value.failures,
    last_at: value.lastAt,
    locked_until: value.lockedUntil,
  }),
);
const updateAttempts = compile((db, value: AttemptValues & { beforeAt: number; before: number }) =>
  db
    .updateTable('attempt')
    .set({ failures: value.failures, last_at: value.lastAt, locked_until: value.lockedUntil })
    .where('subject_hash', '=', value.subject)
    .where('failures', '=', value.before)
    .where('last_at', '=', value.beforeAt),
);
const deleteAttempts = compile((db, value: { subject: string }) =>
  db.deleteFrom('attempt').where('subject_hash', '=', value.subject),
);
const deleteDraft = compile((db, value: { id: string }) =>
  db.deleteFrom('form_draft').where('identity_id', '=', value.id),
);
const insertDraft = compile((db, value: { id: string; fields: string; savedAt: number }) =>
  db
    .insertInto('form_draft')
    .values({ identity_id: value.id, fields: value.fields, saved_at: value.savedAt }),
);
const deleteIdentity = compile((db, value: { id: string; accountId: string }) =>
  db.deleteFrom('identity').where('id', '=', value.id).where('account_id', '=', value.accountId),
);
const moveConversation = compile((db, value: { accountId: string; from: string; to: string }) =>
  db
    .updateTable('session')
    .set((build) => ({ conversation: value.to, version: build('version', '+', 1) }))
    .where('account_id', '=', value.accountId)
    .where('conversation', '=', value.from),
);

/** A thread belongs to whoever opened it: an interview that goes on without them goes on in private. */
const leaveThread = compile((db, value: { accountId: string; from: string }) =>
  db
    .updateTable('session')
    .set({ thread: null })
    .where('account_id', '=', value.accountId)
    .where('conversation', '=', value.from)
    .where('status', 'in', ['preparing', 'asking', 'evaluating']),
);

/** Carries out one change of what somebody is known by. @throws VersionConflict when it has moved on */
export function* applyToAccounts(write: AccountsWrite, at: number, hash: KeyedHash): Work<void> {
  switch (write.type) {
    case 'setPassword':
      yield* run(setPassword, { id: write.accountId, hash: write.passwordHash });
      return;
    case 'setConversation':
      yield* run(setConversation, write);
      return;
    case 'insertLinkCode':
      if (write.identity === null) yield* run(deleteOpenCodes, { accountId: write.accountId });
      else yield* run(deleteCodesOfIdentity, { id: write.identity });
      yield* run(insertLinkCode, {
        code_hash: hash('link', write.code),
        account_id: write.accountId,
        identity_id: write.identity,
        expires_at: write.expiresAt,
      });
      return;
    case 'useLinkCode':
      expectOne(yield* run(deleteCode, { codeHash: hash('link', write.code) }));
      return;
    case 'countAttempts':
      yield* countAttempts(write, hash);
      return;
    case 'saveDraft':
      yield* run(deleteDraft, { id: write.identity });
      yield* run(insertDraft, { id: write.identity, fields: draftColumn.write(write.fields), savedAt: at });
      return;
    case 'dropDraft':
      yield* run(deleteDraft, { id: write.identity });
      return;
    case 'mergeAccount':
      yield* mergeAccount(write, at);
      return;
    case 'removeIdentity':
      expectOne(yield* run(deleteIdentity, { id: write.id, accountId: write.accountId }));
      if (write.moves) {
        yield* run(leaveThread, { accountId: write.accountId, from: write.moves.from });
        yield* run(moveConversation, { accountId: write.accountId, ...write.moves });
      }
      return;
    default:
      write satisfies never;
  }
}

function* countAttempts(
  { subject, before, after }: Extract<AccountsWrite, { type: 'countAttempts' }>,
  hash: KeyedHash,
): Work<void> {
  const values = { subject: hashOfSubject(subject, hash), ...after };
  if (before.failures > 0) {
    expectOne(yield* run(updateAttempts, { ...values, before: before.failures, beforeAt: before.lastAt }));
    return;
  }
  // What stands there is too old to count.
  yield* run(deleteAttempts, values);
  if (after.failures > 0) yield* run(insertAttempts, values);
}
