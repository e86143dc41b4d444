import { DETAIL_LIMITS, type Details } from '../../accounts/credentials.ts';
import type { Form, FormField } from '../../chat/message.ts';
import type { Texts } from '../../locales/index.ts';
import { formId } from '../form-id.ts';

/** The ids of fields whose contents nobody but the one who typed them may ever see. */
export const SECRET_FIELDS: readonly string[] = ['password', 'new', 'again'];

const PASSWORD_MOST = DETAIL_LIMITS.passwordMostBytes;

export function registerForm(texts: Texts, known: Partial<Details>): Form {
  const { register, fields } = texts.accounts;
  return {
    id: formId({ type: 'register' }),
    title: register.title,
    fields: [
      ...detailFields(texts, known),
      secret('password', fields.password, fields.newPasswordHint),
      secret('again', fields.again),
    ],
    submit: register.submit,
  };
}

export function loginForm({ accounts }: Texts): Form {
  return {
    id: formId({ type: 'login' }),
    title: accounts.login.title,
    fields: [
      line('login', accounts.fields.login, DETAIL_LIMITS.emailMost, accounts.fields.loginHint),
      secret('password', accounts.fields.password),
    ],
    submit: accounts.login.submit,
  };
}

/** `asks` for the present password. */
export function detailsForm(texts: Texts, known: Partial<Details>, asks: boolean): Form {
  const { register, fields } = texts.accounts;
  return {
    id: formId({ type: 'details' }),
    title: register.detailsTitle,
    fields: [...detailFields(texts, known), ...(asks ? [secret('password', fields.currentPassword)] : [])],
    submit: register.save,
  };
}

/** `asks` for the present password. */
export function passwordForm({ accounts }: Texts, asks: boolean): Form {
  const { register, fields } = accounts;
  return {
    id: formId({ type: 'password' }),
    title: register.passwordTitle,
    fields: [
      ...(asks ? [secret('password', fields.currentPassword)] : []),
      secret('new', fields.newPassword, fields.newPasswordHint),
      secret('again', fields.again),
    ],
    submit: register.save,
  };
}

function detailFields({ accounts }: Texts, known: Partial<Details>): readonly FormField[] {
  const { fields } = accounts;
  return [
    line('username', fields.username, DETAIL_LIMITS.usernameMost, fields.usernameHint, known.username),
    line('name', fields.name, DETAIL_LIMITS.nameMost, fields.nameHint, known.name),
    line('email', fields.email, DETAIL_LIMITS.emailMost, fields.emailHint, known.email),
  ];
}

function line(id: string, label: string, maxLength: number, hint: string, value?: string): FormField {
  return { id, label, kind: 'line', required: true, hint, maxLength, ...(value && { value }) };
}

/** Its limit counts bytes; here at least no more characters than that are taken. */
function secret(id: string, label: string, hint?: string): FormField {
  return { id, label, kind: 'secret', required: true, maxLength: PASSWORD_MOST, ...(hint && { hint }) };
}
