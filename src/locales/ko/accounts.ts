import type { Texts } from '../en.ts';

type Contents = { readonly interviews: number; readonly cvs: number };

const contents = (has: Contents) => `면접 ${has.interviews}개, 이력서 ${has.cvs}개`;

export const accounts: Texts['accounts'] = {
  fields: {
    username: '사용자 이름',
    usernameHint: '한글이나 영문자, 숫자, . _ - 로 3~30자. 대소문자는 구분하지 않아요.',
    name: '이름',
    nameHint: '봇이 부를 이름이에요. 100자까지 쓸 수 있어요.',
    email: '이메일 주소',
    emailHint: '로그인할 때만 쓰고, 메일은 보내지 않아요.',
    password: '비밀번호',
    currentPassword: '지금 쓰는 비밀번호',
    newPassword: '새 비밀번호',
    newPasswordHint:
      '10자 이상, 다른 곳에서 쓰지 않고 이름이 들어가지 않은 것. 입력하는 동안 화면에 보일 수 있어요.',
    again: '비밀번호 확인',
    login: '사용자 이름 또는 이메일 주소',
    loginHint: '다른 플랫폼에서 가입한 계정이에요.',
  },
  problems: {
    username_form: '사용자 이름은 한글이나 영문자, 숫자, 마침표, 밑줄, 붙임표로 3~30자여야 해요.',
    username_taken: '이미 있는 사용자 이름이에요. 다른 이름을 골라 주세요.',
    name_missing: '이름이 비어 있어요.',
    name_long: '이름은 100자까지 쓸 수 있어요.',
    email_form: 'name@example.org 같은 이메일 주소가 아니에요.',
    email_taken: '이 이메일 주소로 가입한 계정이 이미 있어요. 본인 계정이라면 `로그인`해 주세요.',
    password_short: '비밀번호는 10자 이상이어야 해요. 낱말 몇 개를 이어 쓰면 외우기 쉬워요.',
    password_long: '비밀번호가 72바이트를 넘어요. 한글은 한 글자가 3바이트예요.',
    password_edges: '비밀번호 앞뒤에는 빈칸을 둘 수 없어요. 플랫폼에 따라 잘릴 수 있어요.',
    password_personal: '이름이나 주소를 그대로 쓴 비밀번호예요. 다른 사람이 짐작할 수 없는 것으로 해 주세요.',
    password_simple: '누구나 먼저 시도해 볼 만한 비밀번호예요. 서로 상관없는 낱말을 이어 쓰는 편이 좋아요.',
    password_differs: '두 비밀번호가 서로 달라요.',
  },
  toCorrect: '**아직 저장하지 않았어요.** 이 부분을 고쳐 주세요.',
  busy: '지금 로그인하는 분이 많아 아무것도 바꾸지 않았어요. 1분 뒤에 다시 해 주세요.',
  locked: (wait) => `실패한 시도가 너무 많았어요. 안전을 위해 ${wait}분 동안은 더 받지 않을게요.`,
  retry: '다시 하기',
  left: '아무것도 바꾸지 않았어요.',

  register: {
    title: '가입하기',
    submit: '가입하기',
    offer:
      '사용자 이름과 비밀번호를 만들면 다른 플랫폼에서도 같은 계정을 쓸 수 있어요. 양식을 열어 입력해 주세요. 비밀번호를 대화창에 쓰시면 안 돼요.',
    done: (username) =>
      `**${username}**(으)로 가입했어요. 다른 플랫폼에서 \`로그인\`이라고 하고 사용자 이름이나 이메일 주소를 입력하면 이 계정을 쓸 수 있어요. \`연결\`로 받는 일회용 코드로도 돼요.`,
    toOthers: (username) => `다른 플랫폼에서 이 계정을 **${username}**(으)로 가입했어요.`,
    already: (username, email, platforms) =>
      `**${username}**(${email})(으)로 가입되어 있어요.\n연결된 플랫폼: ${platforms.join(', ')}`,
    changeDetails: '가입 정보 바꾸기',
    changePassword: '비밀번호 바꾸기',
    detailsTitle: '가입 정보 바꾸기',
    passwordTitle: '비밀번호 바꾸기',
    save: '저장하기',
    wrongPassword: '지금 쓰는 비밀번호가 아니라서 아무것도 바꾸지 않았어요.',
    detailsChanged: '가입 정보를 바꿨어요.',
    passwordChanged: '비밀번호를 바꿨어요. 연결된 플랫폼은 그대로 연결되어 있어요.',
    changedToOthers: (platform) =>
      `**${platform}**에서 이 계정의 가입 정보나 비밀번호를 바꿨어요. 본인이 아니라면 그 플랫폼의 연결을 끊고 \`가입\`에서 비밀번호를 새로 정해 주세요.`,
  },

  login: {
    title: '로그인',
    submit: '로그인',
    offer:
      '다른 플랫폼에서 가입한 계정으로 로그인하려면 양식을 열어 주세요. 비밀번호를 대화창에 쓰시면 안 돼요.',
    wrong: '사용자 이름(또는 이메일 주소)과 비밀번호가 맞지 않아요. 아무것도 바꾸지 않았어요.',
    already: '이미 이곳에서 그 계정을 쓰고 계세요.',
    attackedToOthers: (wait) =>
      `누군가 이 계정에 틀린 비밀번호를 여러 번 입력했어요. ${wait}분 동안은 더 받지 않을게요. 본인이 아니라면 따로 하실 일은 없어요. 다른 곳에서 쓰지 않는 비밀번호라면 안전해요.`,
  },

  link: {
    code: (code) =>
      `일회용 코드: **\`${code}\`**\n\n10분 안에 다른 플랫폼에서 저에게 \`link ${code}\`라고 보내 주세요. 한 번만 쓸 수 있어요.\n\n_이 코드를 쓰는 사람은 이력서와 답변이 담긴 계정에 들어올 수 있어요. 누가 뭐라고 해도 알려 주지 마세요._`,
    notACode:
      '코드는 `ABCD-2345`처럼 영문자와 숫자 여덟 자예요. 코드 없이 `연결`이라고만 하면 새 코드를 보여 드려요.',
    unknown:
      '알 수 없는 코드예요. 이미 썼거나, 10분이 지났거나, 글자가 틀렸을 수 있어요. 다른 플랫폼에서 `연결`이라고 하면 새 코드를 보여 드려요.',
    own: '바로 이 계정의 코드예요. 연결하려는 다른 플랫폼에서 보내 주세요.',
  },

  join: {
    ask: (to, has, platforms) =>
      `**두 계정을 합칠까요?**\n\n${
        has.interviews + has.cvs === 0 ? '이곳에서 쓰던 계정이' : `이곳에 있는 것(${contents(has)})이`
      }${platforms > 1 ? ` 연결된 플랫폼 ${platforms}개와 함께` : ''} ${
        to === null ? '코드를 만든 계정으로' : `**${to}** 계정으로`
      } 들어가요. 그 계정을 쓰는 사람은 모두 볼 수 있고, 되돌릴 수 없어요. 누군가 시켜서 하시는 거라면 합치지 마세요.`,
    interviewEnds:
      '양쪽에 모두 진행 중인 면접이 있어요. 더 나중에 쓴 면접은 계속하고, 다른 하나는 끝내고 평가해요.',
    givesUp: (username) => `이곳 계정의 사용자 이름 **${username}**은(는) 더 이상 쓰지 않게 돼요.`,
    yes: '합치기',
    no: '그대로 두기',
    gone: '10분이 지나서 아무것도 바꾸지 않았어요. 처음부터 다시 해 주세요.',
    done: (to, moved) =>
      `이제 이곳에서 ${to === null ? '다른 플랫폼의 계정을' : `**${to}** 계정을`} 써요.${
        moved.interviews + moved.cvs === 0 ? '' : ` 이곳에 있던 것(${contents(moved)})도 함께 옮겼어요.`
      } 양쪽에서 사용한 면접 횟수는 합쳐서 세요.`,
    toOthers: (platform) =>
      `**${platform}**이(가) 이 계정에 연결됐어요. 이제 그곳에서도 이력서와 답변을 볼 수 있어요. 본인이 아니라면 연결을 끊고 \`가입\`에서 비밀번호를 새로 정해 주세요.`,
    detach: '제가 아니에요, 연결 끊기',
  },

  unlink: {
    done: (others) =>
      `연결을 끊었어요. 면접과 이력서, 점수는 계정에 그대로 있고 ${others.join(', ')}에서 계속 볼 수 있어요. 이곳에서 다시 말을 걸면 새로 시작하고, 이미 사용한 면접 횟수는 그대로예요.`,
    toOthers: (platform) => `**${platform}**의 연결이 끊어졌어요. 보관된 것은 그대로 있어요.`,
    movedHere: '그곳에서 진행하던 면접은 이곳에서 이어져요. `계속`이라고 하면 볼 수 있어요.',
    interviewOpen: '이곳에서 진행 중인 면접이 있어요. 사라지지 않도록 먼저 마치거나 `중단`해 주세요.',
    nothing: '끊을 연결이 없어요. 이 계정의 하나뿐인 플랫폼이고, 보관된 것도 없어요.',
    onlyWay: (has) =>
      `이 계정의 하나뿐인 플랫폼이고 비밀번호도 없어요. 연결을 끊으면 보관된 것(${contents(has)})에 본인도 다시 들어갈 수 없어요. 먼저 \`가입\`으로 비밀번호를 만들어 주세요. 모두 지우시려면 \`delete-me\`라고 해 주세요.`,
    last: (username, has) =>
      `**이 계정의 마지막 플랫폼이에요.** 보관된 것(${contents(has)})은 그대로 남고, **${username}**(으)로 \`로그인\`해야만 다시 볼 수 있어요. 모두 지우시려면 \`delete-me\`라고 해 주세요.`,
    confirm: '그래도 연결 끊기',
    keep: '그대로 두기',
    lastDone: (username) =>
      `연결을 끊었어요. **${username}**(으)로 \`로그인\`하면 모두 다시 볼 수 있어요. 그전에 이곳에서 말을 걸면 새 계정으로 시작하고, 이미 사용한 면접 횟수는 그대로예요.`,
    gone: '이미 연결되어 있지 않은 플랫폼이에요.',
    wasFirst:
      '이곳보다 먼저 계정에 연결된 플랫폼이라 이곳에서는 끊을 수 없어요. 그 플랫폼에서 `연결해제`라고 해 주세요.',
    detachedToIt:
      '이곳에서 쓰던 계정의 다른 플랫폼에서 이곳의 연결을 끊었어요. 다시 말을 걸면 새로 시작해요.',
  },

  passwordInChat:
    '비밀번호처럼 보여서 저장하지도, 쓰지도 않았어요. **그 메시지를 지워 주세요.** 보내신 메시지는 제가 지울 수 없고, 이 대화를 보는 사람은 누구나 읽을 수 있어요. 다른 곳에서 쓰는 비밀번호라면 그곳에서 바꿔 주세요. 비밀번호는 양식으로만 받아요.',
  passwordInAnswer: '답변의 일부였다면 다른 말로 다시 써 주세요.',
  passwordForm: '양식으로 로그인하기',
  platforms: { discord: 'Discord', slack: 'Slack', terminal: '터미널' },
};
