import type { Texts } from '../index.ts';

export const venues: Texts['venues'] = {
  ask: '면접을 어디에서 진행할까요? 어디를 고르든 이력서와 점수는 공개되지 않아요.',
  names: {
    direct: '개인 메시지',
    private: '비공개 스레드',
    watched: '다른 사람이 볼 수 있는 스레드',
  },
  hints: {
    direct: '둘이서만 진행해요.',
    private: '이 서버에서 혼자만 보는 스레드예요.',
    watched: '다른 사람이 질문과 답변을 보고 평점을 줘요. 이력서와 평가는 비공개예요.',
  },
  title: (name, position) => `모의 면접${position ? ` · ${position}` : ''}${name ? ` · ${name}` : ''}`,
  greeting: '채널에서 시작한 면접을 여기에서 이어 갈게요.',
  goesOn: '여기에서 이어 갈게요:',
  problems: {
    no_direct_messages:
      '개인 메시지를 보낼 수 없어요. 이 서버의 개인정보 보호 설정에서 서버 멤버의 개인 메시지를 허용한 뒤 `시작`을 다시 입력해 주세요.',
    not_allowed: '이 채널에서는 스레드를 열 권한이 없어요. 다른 곳을 고르거나 관리자에게 요청해 주세요.',
  },
};

export const watched: Texts['watched'] = {
  greeting: (name) =>
    `**${name || '지원자'} 님의 모의 면접이에요.** 누구나 지켜보고 의견을 남길 수 있고, 답변 아래 버튼으로 평점을 줄 수 있어요.`,
  askCvPlace:
    '면접은 다른 사람이 볼 수 있는 스레드에서 진행돼요. **이력서 질문에는 이력서 내용이 인용돼요.** 이력서 질문도 스레드에서 할까요, 아니면 여기에서 할까요? 고르지 않으시면 여기에서 물어볼게요. 평가는 언제나 여기로만 보내 드려요.',
  cvPlaceThread: '스레드에서 할게요',
  cvPlaceHere: '여기에서 할게요',
  cvInThread: '이력서 질문도 스레드에서 할게요.',
  cvInPrivate: '이력서 질문은 여기에서만 할게요.',
  inThread: '질문은 스레드에 있어요. 그곳에서 버튼을 누르거나 저를 멘션해서 답변해 주세요:',
  heldInPrivate: '다음은 이력서에 관한 질문이라 비공개로 진행할게요.',
  elsewhere: '면접이 스레드에서 진행 중이에요. 그곳에서 답변하거나, 여기에서 둘이서만 이어 갈 수 있어요:',
  goOnInPrivate: '여기에서 비공개로 계속',
  nowInPrivate: '지금부터는 둘이서만 진행할게요.',
  goneOnInPrivate: '면접은 비공개로 이어집니다. 지켜봐 주셔서 고마워요!',
  answered: (name) => `**${name || '지원자'}** 님의 답변:`,
  askToRate: (ordinal) =>
    `**${ordinal}번 질문의 답변은 어땠나요?** 평점은 공개되지 않고, 중앙값만 지원자에게 보여요.`,
  ratings: {
    1: '1 – 거의 없음',
    2: '2 – 시작은 좋음',
    3: '3 – 무난함',
    4: '4 – 좋음',
    5: '5 – 훌륭함',
  },
  rated: (score) => `5점 만점에 ${score}점으로 기록했어요. 평가가 나오기 전까지 바꿀 수 있어요.`,
  ratingClosed: '그 답변에는 더 이상 평점을 줄 수 없어요.',
  ownRating: '본인의 답변이에요. 평점은 다른 분들이 줘요.',
  peers: (median, count) => `**지켜본 동료**: ${median} / 5 (${count}명의 중앙값)`,
  notYours:
    '다른 분의 면접에 속한 버튼이라 그대로 두었어요. `시작`이라고 하면 본인의 면접을 시작할 수 있어요.',
  over: '마지막 질문이었어요. 평가는 지원자에게만 보내며, 지원자가 원하면 이곳에 공유할 수 있어요. 답변 평점은 하루 동안 더 줄 수 있어요.',
  ended: '면접이 끝났어요. 지켜봐 주셔서 고마워요!',
  share: '스레드에 공유',
  confirmShare:
    '스레드를 보는 모든 사람이 종합 점수, 영역별 점수, 강점을 보게 돼요. 답변별 채점, 이력서, 조언은 공개되지 않아요. 공유할까요?',
  keepPrivate: '공유하지 않기',
  keptPrivate: '비공개로 둘게요.',
  shared: '공유했어요:',
  sharedTitle: (name) => `${name || '지원자'} 님의 면접`,
  nothingToShare: '스레드에 공유할 평가가 없어요.',
};
