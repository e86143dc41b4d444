/** Fictitious CVs as they come out of PDFs. Nobody in them exists. */

export const RESUME = `Candidate
Backend Engineer
Seoul, South Korea | candidate@example.com | 010-1234-5678 | github.com/candidate

SUMMARY
Backend developer with five years of experience in payment systems. I like boring technology and clear logs.

EXPERIENCE
Backend Engineer, Example Corp    2021.03 - 2023.05
• Migrated the order service from MySQL to PostgreSQL for 3 million rows without downtime, together with
  two other engineers.
• Reduced p95 latency of checkout from 1,200 ms to 320 ms by caching in Redis
• Investigated an outage caused by a race condition in the coupon service and added idempotency keys
• Introduced Kafka instead of RabbitMQ for order events; 12,000 messages per second at peak
• Wrote the on-call runbook and mentored two interns
Projects
Chat application (React, Node.js, Socket.io)
Built in 6 weeks with a team of 4. https://github.com/candidate/chat

SKILLS
Languages: Java, Kotlin, Go
Databases: MySQL, PostgreSQL, Redis
Education
B.Sc. Computer Science, Example University, 2017 - 2021
Example High School, 2014 - 2017
LANGUAGES
English (fluent), Korean (native)
Interests
Hiking, photography
References available on request.
`;

export const KOREAN_LETTER = `지원자
이메일: candidate@example.com / 연락처: 010-1234-5678
주소: 서울특별시 강남구 테헤란로 152

[성장과정]
저는 1997년 부산에서 2남 중 장남으로 태어나 성실함을 배우며 자랐습니다. 어려서부터 새로운 것을 만드는 일을 좋아했습니다.

1. 지원 동기를 기술하시오. (500자 이내)
귀사의 결제 플랫폼이 빠르게 성장하는 모습을 보고 지원하게 되었습니다. 저는 문제를 끝까지 파고드는 개발자입니다.

[직무 경험]
대학교 졸업 프로젝트로 중고 거래 서비스를 4명의 팀원과 함께 6개월 동안 개발했습니다. 저는 Spring Boot와 JPA로 백엔드를 맡았고, 검색 쿼리에 인덱스를 추가해 응답 시간을 2.3초에서 0.4초로 단축했습니다.
인턴 기간에는 MySQL에서 PostgreSQL로 데이터를 이관하는 작업을 담당했습니다. 일 10만 건의 주문을 처리하는 배치에서 중복 결제 문제가 발생하여 원인을 분석하고 해결했습니다.

[입사 후 포부]
입사 후에는 안정적인 결제 시스템을 만드는 데 기여하겠습니다. 감사합니다.
`;

export const KOREAN_RESUME = `지원자
프론트엔드 개발자
■ 기술 스택
React, TypeScript, Next.js, Recoil, Storybook
■ 경력
(주)예시회사 프론트엔드 개발팀 | 2021.03 ~ 2023.08
- 사내 디자인 시스템 구축 및 Storybook 문서화
- 번들 크기를 2.1MB에서 800KB로 줄여 LCP 35% 개선
- Redux에서 React Query로 서버 상태 관리 전환
- 월 30만 명이 사용하는 상품 상세 페이지를 Next.js SSR로 재작성
■ 학력
예시대학교 컴퓨터공학과 졸업 (2015 ~ 2021)
■ 병역
육군 병장 만기전역
■ 자격증
정보처리기사 (2020.06)
`;

export const ENGLISH_LETTER = `Dear Hiring Manager,

During my two years at a small delivery startup I was responsible for the courier app, which we built in Flutter and which about 900 couriers used every day. When the app kept losing orders in basements without reception, I designed an offline queue that stored deliveries in SQLite and sent them once the phone was back online. Lost deliveries dropped from 3% to almost none. In 2019 I moved from Korea to Canada. I believe that good software comes from watching people use it.

I would be happy to talk to you.
Sincerely,
Candidate
`;

export const MACHINE_LEARNING_RESUME = `MACHINE LEARNING ENGINEER
Experience
- Fine-tuned KoBERT for intent classification; F1 0.91 on 20,000 labelled messages
- Built a RAG chatbot with LangChain and FAISS over 8,000 internal documents in three months
- Trained a churn model (XGBoost), raising the hit rate of campaigns by 18%
- Served models with Triton on Kubernetes, p99 under 80 ms at 300 requests per second
`;

export const ONLY_TECHNOLOGIES = 'Java, Spring, MySQL\nGit\nDocker\n';
export const ONLY_EDUCATION = `Education
B.Sc. in Computer Science, Example University, 2020 - 2024, GPA 3.8/4.5
Example High School, 2017 - 2020
`;
export const THREE_SENTENCES = 'I am a student. I like computers. I want to become a good developer.';
export const THREE_KOREAN_SENTENCES =
  '저는 새로운 기술을 배우는 것을 좋아합니다. 팀원들과 소통하는 것을 중요하게 생각합니다. 꼼꼼한 성격이라 실수를 줄이려고 노력합니다.';

export const ALL_CVS: readonly (readonly [name: string, text: string])[] = [
  ['a résumé', RESUME],
  ['a résumé whose line breaks were lost', RESUME.replaceAll('\n', ' ')],
  ['a résumé with Windows line ends', RESUME.replaceAll('\n', '\r\n')],
  ['a Korean letter', KOREAN_LETTER],
  ['a Korean résumé', KOREAN_RESUME],
  ['an English letter', ENGLISH_LETTER],
  ['a machine-learning résumé', MACHINE_LEARNING_RESUME],
  ['only technologies', ONLY_TECHNOLOGIES],
  ['only education', ONLY_EDUCATION],
  ['three sentences', THREE_SENTENCES],
  ['three Korean sentences', THREE_KOREAN_SENTENCES],
];
