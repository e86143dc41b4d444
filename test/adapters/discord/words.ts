import type { DiscordMenu, DiscordWords } from '../../../adapters/discord/index.ts';
import type { Locale } from '../../../src/chat/message.ts';

const VALUES: Readonly<Record<string, string>> = {
  be: 'Backend',
  fe: 'Frontend',
  ai: 'AI',
  mobile: 'Mobile',
};

const menu: DiscordMenu = {
  root: 'Mock interviews for developers',
  group: (name) => `About ${name}`,
  argument: (name) => ({ name, description: `Which ${name}` }),
  value: (_argument, value) => VALUES[value] ?? value,
};
const koreanMenu: DiscordMenu = {
  ...menu,
  root: '개발자를 위한 모의 면접',
  argument: (name) => ({ name: `값-${name}`, description: '무엇으로 할지 고르세요' }),
};

const en: DiscordWords = {
  estimate: 'estimate',
  unscored: 'not scored',
  howToUpload: 'Drag the PDF into this chat, or use the plus sign.',
  choose: 'Choose one',
  notStored: 'That could not be stored. Please do it again.',
  openForm: 'Open the form',
  formIsReady: 'There is a form for that.',
  formIsGone: 'That button is too old. Please begin again.',
  menu,
  adminMenu: menu,
};

const ko: DiscordWords = {
  ...en,
  estimate: '추정',
  unscored: '채점하지 않음',
  howToUpload: 'PDF를 이 대화에 끌어다 놓거나 더하기 버튼을 누르세요.',
  choose: '하나를 고르세요',
  notStored: '저장하지 못했습니다. 다시 해 주세요.',
  openForm: '양식 열기',
  formIsReady: '양식이 준비되어 있습니다.',
  formIsGone: '너무 오래된 버튼입니다.',
  menu: koreanMenu,
  adminMenu: koreanMenu,
};

export const WORDS: Readonly<Record<Locale, DiscordWords>> = { en, ko };
