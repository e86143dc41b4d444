import { isLocked } from '../accounts/attempts.ts';
import {
  loginKey,
  normalisePassword,
  passwordProblem,
  problemsOf,
  readDetails,
} from '../accounts/credentials.ts';
import type { Incoming, IncomingForm } from '../chat/message.ts';
import { BusyError, type Passwords } from '../secrets/passwords.ts';
import type { LoginTarget } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import { parseFormId } from './form-id.ts';
import type { Compared, NewPassword, Proof } from './proof.ts';
import { SECRET_FIELDS } from './views/account-forms.ts';

/** An event without secrets, and what was found out about those it had. */
export type Sealed = { readonly incoming: Incoming; readonly proof: Proof | null };

type Parts = {
  readonly store: Pick<Store, 'findLoginTarget' | 'findOwnTarget'>;
  readonly passwords: Passwords;
  readonly now: () => number;
};

/**
 * In front of the one door: takes secrets out of an event, hashes or compares them in a thread of their own. What goes on from
 * here, and so what is stored, logged and replayed, has none. @returns at once, for an event that has none
 */
export function createSeal({
  store,
  passwords,
  now,
}: Parts): (incoming: Incoming) => Sealed | Promise<Sealed> {
  async function compare(owner: string, typed: string, target: LoginTarget): Promise<Compared> {
    const { accountId, passwordHash: hash, attempts, isFirst } = target;
    const isWorthIt = !isFirst && !isLocked(attempts.user, now()) && !isLocked(attempts.account, now());
    const matches = isWorthIt && (await passwords.matches(owner, normalisePassword(typed), hash));
    return { accountId, hash, matches };
  }

  async function hashNew(
    owner: string,
    typed: string,
    again: string,
    details: ReturnType<typeof readDetails>,
  ): Promise<NewPassword> {
    const problem = passwordProblem(typed, again, details);
    return problem ? { problem } : { problem, hash: await passwords.hash(owner, normalisePassword(typed)) };
  }

  async function prove({ form, fields, from }: IncomingForm): Promise<Proof | null> {
    const owner = from.id;
    const typed = (field: string) => fields[field] ?? '';
    switch (parseFormId(form)?.type) {
      case 'register': {
        const details = readDetails(fields);
        const { attempts } = await store.findOwnTarget(owner, now());
        const pair = [typed('password'), typed('again')] as const;
        // With details that cannot be stored only the password's own faults are of interest.
        const isVain = isLocked(attempts.user, now()) || problemsOf(details).length > 0;
        const problem = isVain ? passwordProblem(...pair, details) : null;
        const password = isVain ? problem && { problem } : await hashNew(owner, ...pair, details);
        return { form: 'register', password };
      }
      case 'login': {
        const name = loginKey(typed('login'));
        const target = await store.findLoginTarget(name, owner, now());
        return { form: 'login', name, compared: await compare(owner, typed('password'), target) };
      }
      case 'details': {
        const target = await store.findOwnTarget(owner, now());
        return { form: 'details', compared: await compare(owner, typed('password'), target) };
      }
      case 'password': {
        const target = await store.findOwnTarget(owner, now());
        const compared = await compare(owner, typed('password'), target);
        const details = target.details ?? readDetails({});
        const password =
          compared.matches || target.isFirst
            ? await hashNew(owner, typed('new'), typed('again'), details)
            : null;
        return { form: 'password', compared, password };
      }
      default:
        return null;
    }
  }

  async function sealForm(incoming: IncomingForm): Promise<Sealed> {
    const proof = await prove(incoming).catch((error: unknown): Proof => {
      if (error instanceof BusyError) return { form: 'busy' };
      throw error;
    });
    return { incoming: withoutSecrets(incoming), proof };
  }

  return (incoming) => (incoming.type === 'form' ? sealForm(incoming) : { incoming, proof: null });
}

/** Whatever form they stood in, known or not. */
function withoutSecrets(incoming: IncomingForm): IncomingForm {
  const fields = Object.entries(incoming.fields).filter(([id]) => !SECRET_FIELDS.includes(id));
  return { ...incoming, fields: Object.fromEntries(fields) };
}
