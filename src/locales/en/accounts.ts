import type { DetailProblem, PasswordProblem } from '../../accounts/credentials.ts';

type Contents = { readonly interviews: number; readonly cvs: number };

const interviews = (count: number) => (count === 1 ? '1 interview' : `${count} interviews`);
const cvs = (count: number) => (count === 1 ? '1 CV' : `${count} CVs`);
const contents = (has: Contents) => `${interviews(has.interviews)} and ${cvs(has.cvs)}`;
const minutes = (count: number) => (count === 1 ? '1 minute' : `${count} minutes`);

/** Registering, logging in, linking platforms. Titles and labels have at most 45 characters, hints 100 (Discord's limits). */
export const accounts = {
  fields: {
    username: 'Username',
    usernameHint: '3 to 30 letters (A–Z or Hangul), digits, . _ or -. Capitals make no difference.',
    name: 'Your name',
    nameHint: 'As the bot shall call you; up to 100 characters.',
    email: 'E-mail address',
    emailHint: 'To log in with. Nothing is ever sent to it.',
    password: 'Password',
    currentPassword: 'Your present password',
    newPassword: 'New password',
    newPasswordHint:
      '10 characters or more, used nowhere else, without your name. It may be visible as you type.',
    again: 'The same password again',
    login: 'Username or e-mail address',
    loginHint: 'That of the account you registered on another platform.',
  },
  problems: {
    username_form: 'A username has 3 to 30 letters (A–Z or Hangul), digits, dots, underscores or hyphens.',
    username_taken: 'That username is taken. Choose another one.',
    name_missing: 'Your name is missing.',
    name_long: 'Your name may have 100 characters at most.',
    email_form: 'That is not an e-mail address like name@example.org.',
    email_taken: 'There is an account with that e-mail address already. If it is yours, use `login`.',
    password_short: 'A password has 10 characters or more. A few words in a row are easy to remember.',
    password_long: 'That password is longer than 72 bytes, of which a Hangul syllable takes three.',
    password_edges: 'A password cannot begin or end with a space: some platforms cut it off.',
    password_personal: 'That password is your name or address. Choose one that nobody can guess from them.',
    password_simple:
      'That password is among the first that anybody would try. A few unrelated words are better.',
    password_differs: 'The two passwords are not the same.',
  } satisfies Record<DetailProblem | PasswordProblem, string>,
  toCorrect: '**Not stored yet.** Please correct this:',
  busy: 'Too many people are logging in at this moment, so nothing was changed. Please try again in a minute.',
  locked: (wait: number) =>
    `There were too many failed attempts. For your own safety I take no further one for ${minutes(wait)}.`,
  retry: 'Try again',
  /** Somebody was asked and said no. */
  left: 'Nothing was changed.',

  register: {
    title: 'Register',
    submit: 'Register',
    offer:
      'With a username and a password you can use the same account on other platforms. Please open the form for it, and never write a password into the chat.',
    done: (username: string) =>
      `You are registered as **${username}**. On another platform, \`login\` with your username or e-mail address brings you to this account; so does a one-time code from \`link\`.`,
    toOthers: (username: string) =>
      `Your account has been registered as **${username}**, from another of your platforms.`,
    already: (username: string, email: string, platforms: readonly string[]) =>
      `You are registered as **${username}** (${email}).\nAttached: ${platforms.join(', ')}.`,
    changeDetails: 'Change my details',
    changePassword: 'Change my password',
    detailsTitle: 'Change your details',
    passwordTitle: 'Change your password',
    save: 'Save',
    wrongPassword: 'That is not your present password, so nothing was changed.',
    detailsChanged: 'Your details are changed.',
    passwordChanged: 'Your password is changed. Platforms that are attached stay attached.',
    changedToOthers: (platform: string) =>
      `The details or the password of your account were changed from **${platform}**. If that was not you, detach that platform and set a new password: \`register\`.`,
  },

  login: {
    title: 'Log in',
    submit: 'Log in',
    offer:
      'Please open the form to log in with the account you registered on another platform, and never write a password into the chat.',
    /** The same for a name that nobody has. */
    wrong: 'That username (or e-mail address) and password do not belong together. Nothing was changed.',
    already: 'You are using that account here already.',
    attackedToOthers: (wait: number) =>
      `Somebody has tried several wrong passwords for your account. I take no further attempt for ${minutes(wait)}. If that was not you, you need do nothing; with a password that you use nowhere else you are safe.`,
  },

  link: {
    code: (code: string) =>
      `Your one-time code: **\`${code}\`**\n\nOn your other platform, write \`link ${code}\` to me within ten minutes. It works once.\n\n_Whoever uses it gets into your account, with your CVs and answers. Give it to nobody, whatever they say._`,
    notACode:
      'A code has eight letters and digits, like `ABCD-2345`. `link` without one shows you a new one.',
    unknown:
      'That code is not known: it was used already, it is older than ten minutes, or there is a letter wrong. `link` on your other platform shows a new one.',
    own: 'That code is for this very account. Write it to me on the platform that you want to attach.',
  },

  join: {
    ask: (to: string | null, has: Contents, platforms: number) =>
      `**Put two accounts together?**\n\n${
        has.interviews + has.cvs === 0
          ? 'The account that you have used here'
          : `What you have here (${contents(has)})`
      }${platforms > 1 ? `, with its ${platforms} platforms,` : ''} goes into the account ${
        to === null ? 'that the code is from' : `**${to}**`
      }. Whoever uses that account sees it, and this cannot be undone. If somebody told you to do this, say no.`,
    interviewEnds:
      'An interview is open in both. The one that was used last goes on; the other one is ended and evaluated.',
    givesUp: (username: string) => `The username **${username}** of the account here is given up.`,
    yes: 'Put them together',
    no: 'Leave them as they are',
    gone: 'That took longer than ten minutes, so nothing was changed. Please begin again.',
    done: (to: string | null, moved: Contents) =>
      `Here you now use ${to === null ? 'the account of your other platform' : `the account **${to}**`}.${
        moved.interviews + moved.cvs === 0 ? '' : ` It has taken over ${contents(moved)} from here.`
      } Interviews used up on either side count together.`,
    toOthers: (platform: string) =>
      `**${platform}** has been attached to your account, and can see your CVs and answers. If that was not you, detach it and set a new password: \`register\`.`,
    detach: 'That was not me: detach it',
  },

  unlink: {
    done: (others: readonly string[]) =>
      `Detached. Your interviews, CVs and scores stay in the account, which you still reach on ${others.join(', ')}. When you write to me here again, you begin anew; interviews that you have used up stay used.`,
    toOthers: (platform: string) =>
      `**${platform}** was detached from your account. What is stored stays here.`,
    movedHere: 'An interview that was open there goes on here: `resume` shows it.',
    interviewOpen: 'An interview is open here. Finish it or `stop` it first, so that it is not lost.',
    nothing:
      'There is nothing to detach: this is the only platform of your account, and nothing is stored in it.',
    onlyWay: (has: Contents) =>
      `This is the only platform of your account, and it has no password: detached, its ${contents(has)} could never be reached again, not even by you. \`register\` gives it a password first; \`delete-me\` erases everything instead.`,
    last: (username: string, has: Contents) =>
      `**This is the last platform of your account.** Its ${contents(has)} stay stored, and only \`login\` as **${username}** brings you back to them. To have everything erased, use \`delete-me\` instead.`,
    confirm: 'Detach it all the same',
    keep: 'Leave it attached',
    lastDone: (username: string) =>
      `Detached. \`login\` as **${username}** brings you back to everything. Until then, what you write here begins a new account; interviews that you have used up stay used.`,
    gone: 'That platform is not attached any more.',
    wasFirst:
      'That platform belonged to the account before this one, so it can be detached only by itself: write `unlink` to me there.',
    detachedToIt:
      'This platform was detached from the account that it used, from another platform of that account. When you write to me here again, you begin anew.',
  },

  passwordInChat:
    'That looked like a password, so I have neither stored nor used it. **Please delete that message**: I cannot delete messages of yours, and whoever sees this chat could read it. If the password is in use somewhere, change it there. I ask for passwords in a form only:',
  passwordInAnswer: 'If it belonged to your answer, please say it in other words.',
  passwordForm: 'Log in by form',
  platforms: { discord: 'Discord', slack: 'Slack', terminal: 'Terminal' } as Readonly<Record<string, string>>,
};
