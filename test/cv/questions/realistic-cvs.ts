/** Longer fictitious CVs of different kinds, as they come out of PDFs. Nobody and no company in them exists. */

const BACKEND_RESUME = `Candidate
Senior Backend Engineer
candidate@example.com · +44 20 7946 0958 · github.com/candidate

PROFILE
Backend engineer with eight years in logistics and payments. I care about systems that are boring to operate.

EXPERIENCE
Senior Backend Engineer, Example Logistics, 2021 – present
• Migrated 1.4 billion rows from MySQL 5.7 to a sharded MySQL 8 cluster with dual writes and a shadow read
  comparison that ran for six weeks.
• Designed an idempotent webhook delivery service in Go that sends 40 million events a day to 1,200 merchants
• Cut the monthly AWS bill by 38% by moving nightly reports from EC2 to AWS Lambda and right-sizing RDS instances
• Led the post-mortem of a four-hour outage caused by connection pool exhaustion and introduced load shedding
• Mentored three junior engineers and ran the weekly architecture review

Backend Engineer, Example Payments, 2017 – 2021
• Built a double-entry ledger in Java and PostgreSQL for settlements in 14 currencies
• Replaced a home-grown cron scheduler with Temporal, reducing missed settlement runs from 12 a month to zero
• Wrote the integration tests for the card gateway with Testcontainers

SKILLS
Go, Java, Kotlin, PostgreSQL, MySQL, Kafka, Redis, Kubernetes, Terraform, AWS

EDUCATION
BSc Computer Science, Example University, 2013 – 2017
`;

const KOREAN_BACKEND_RESUME = `지원자
백엔드 개발자 | candidate@example.com | 010-1234-5678

간단 소개
대용량 트래픽 환경에서 안정적인 서비스를 만드는 데 관심이 많은 4년 차 백엔드 개발자입니다.

경력 사항
(주)예시커머스 | 플랫폼개발팀 | 백엔드 개발자 | 2021.07 ~ 현재
- 모놀리식 주문 서비스를 Kotlin과 Spring Boot 기반의 마이크로서비스로 분리
- Redis 분산 락을 적용하여 선착순 쿠폰 발급의 동시성 문제 해결
- 상품 검색 API의 응답 시간을 1.8초에서 200ms로 단축 (Elasticsearch 도입)
- Kafka 컨슈머 지연으로 인한 알림 유실 장애를 분석하고 재처리 로직 구현
- 하루 300만 건의 정산 배치를 Spring Batch로 재작성
- Jenkins에서 GitHub Actions로 배포 파이프라인 이전, 배포 시간 70% 단축

(주)예시소프트 | 서버 개발자 | 2020.01 ~ 2021.06
- 사내 근태 관리 시스템 개발 및 운영
- REST Docs 기반 API 문서 자동화 도입

기술 스택
Java, Kotlin, Spring Boot, JPA, MySQL, Redis, Kafka, Elasticsearch, AWS, Docker

학력
예시대학교 소프트웨어학과 학사 (2014.03 ~ 2020.02)

자격증
SQLD (2019.06), 정보처리기사 (2019.11)
`;

const LETTER = `Dear hiring team,

I am writing to apply for the position of frontend developer. For the last three years I have worked at a company
that makes booking software for dentists. When I joined, the calendar was a single jQuery file of nine thousand lines
that nobody dared to touch. I rewrote it in React and TypeScript, one view at a time, while both versions ran side by
side for five months. Loading the month view used to take eleven seconds; today it takes under two seconds. The part I am
most proud of is the keyboard navigation: a receptionist who cannot use a mouse now books appointments as fast as her
colleagues.

Not everything worked. We chose GraphQL for the new API because we liked it, and a year later I spent weeks removing
it again, since our queries were simple and caching had become a nightmare. I learned to ask what a tool costs before I
ask what it can do.

In my spare time I maintain a small open-source library for date formatting with about 400 weekly downloads.
I want to join a team that reviews code carefully and talks to its users.

Kind regards,
Candidate
`;

const KOREAN_LETTER_OF_APPLICATION = `자 기 소 개 서

1. 성장 과정
어릴 때부터 고장 난 물건을 분해하고 다시 조립하는 것을 좋아했습니다. 중학교 때 처음 만든 웹 페이지를 친구들이 써 주는 것을 보고 개발자의 꿈을 키웠습니다.

2. 성격의 장단점
저의 장점은 끈기입니다. 원인을 모르는 오류가 생기면 재현될 때까지 로그를 남기고 가설을 하나씩 지워 나갑니다. 단점은 완벽주의 성향이 있어 일정을 넘길 때가 있다는 점이며, 이를 고치기 위해 매일 할 일을 작게 나누어 팀원들과 공유하고 있습니다.

3. 직무 경험
부트캠프에서 6명의 팀원과 함께 공연 예매 서비스를 3개월간 개발했습니다. 저는 백엔드를 맡아 Spring Boot와 MySQL로 예매 API를 구현했습니다. 같은 좌석이 두 번 예매되는 문제를 발견하여 비관적 락과 낙관적 락을 비교한 뒤 비관적 락을 적용했고, nGrinder로 부하 테스트를 진행해 초당 500건의 요청에서도 중복 예매가 없음을 확인했습니다.
이후 조회 성능을 높이기 위해 Redis 캐시를 도입하여 평균 응답 시간을 800ms에서 120ms로 줄였습니다. 프론트엔드 팀원과 의견이 달랐을 때는 API 명세를 Swagger로 먼저 합의하자고 제안해 갈등을 해결했습니다.

4. 지원 동기 및 입사 후 포부
사용자의 일상을 편리하게 만드는 귀사의 서비스에 매력을 느껴 지원했습니다. 입사 후에는 트래픽이 많은 환경에서 안정적인 서버를 만드는 개발자로 성장하겠습니다.
`;

const JUNIOR = `Candidate
candidate@example.com

Education
BSc in Software Engineering, Example University of Technology, 2022 - 2026 (expected)
Relevant coursework: Data Structures, Operating Systems, Databases

Hobby project
Plant watering reminder - a small web app that tells my flatmates whose turn it is to water the plants.
I wrote it in Python with Flask and it has been running on a Raspberry Pi for a year.

Languages
English (native), German (basic)
`;

const KOREAN_JUNIOR = `지원자
학력
예시대학교 컴퓨터공학과 재학 (2021 ~ 현재)
주요 과목: 자료구조, 운영체제, 데이터베이스
개인 프로젝트
동네 산책로 추천 앱
Flutter로 만들었고 친구 20명이 사용하고 있습니다.
교내 알고리즘 동아리에서 2년간 활동하며 매주 문제를 풀었습니다.
`;

const TECHNOLOGIES_ONLY = `Candidate
Programming languages: Python, TypeScript, Go
Frameworks: Django, FastAPI, React, Next.js
Databases: PostgreSQL, MongoDB
Tools: Docker, GitHub Actions, Terraform
`;

const DATA_SCIENTIST = `Candidate
DATA SCIENTIST

SUMMARY
Data scientist with a background in statistics and three years in retail.

WORK EXPERIENCE
Data Scientist, Example Retail, 2022 - present
- Developed a demand forecasting model (LightGBM) for 1,800 stores that lowered food waste by 11%
- Ran A/B tests of the recommendation widget; click-through rate rose from 2.1% to 3.4%
- Built a feature store on Feast and BigQuery used by four teams
- Deployed a product-image classifier (ResNet) behind FastAPI, accuracy 94% on 30 categories
Junior Data Analyst, Example Insurance, 2020 - 2022
- Automated monthly claims reports with Airflow and dbt, saving 20 hours a month
- Detected fraudulent claims with an isolation forest; precision 0.71 at the threshold we chose

SKILLS
Python, SQL, pandas, scikit-learn, PyTorch, LightGBM, BigQuery, Airflow

PUBLICATIONS
Candidate et al., "Forecasting perishable demand", Example Workshop, 2023

AWARDS
2nd place, Example University Hackathon 2019
`;

const MOBILE_DEVELOPER = `지원자
모바일 개발자 (Android/iOS)
[소개]
Kotlin으로 4년, Flutter로 1년 동안 앱을 개발했습니다. 사용자가 느끼는 작은 불편을 그냥 지나치지 못합니다.
[경력]
예시핀테크 Android 개발자 2020.03 ~ 2024.02
• XML 기반 화면 120개를 Jetpack Compose로 전환
• 앱 콜드 스타트 시간을 3.2초에서 1.4초로 개선
• Crash-free 사용자 비율을 99.1%에서 99.9%로 향상
• 생체 인증 기반 간편 송금 기능 개발, 월 50만 명 사용
• 멀티 모듈 구조 도입으로 빌드 시간 40% 단축
[개인 프로젝트]
오프라인 지도 기반 등산 기록 앱 (Flutter, SQLite)
- 백그라운드 위치 추적의 배터리 소모를 줄이기 위해 수집 주기를 동적으로 조절
- Google Play 누적 다운로드 2만 회
[기술]
Kotlin, Coroutines, Jetpack Compose, Hilt, Retrofit, Flutter, Swift
[학력]
예시대학교 정보통신공학과 졸업 (2013 ~ 2019)
`;

const FRONTEND_RESUME = `Candidate | Frontend Developer
EXPERIENCE
Frontend Developer – Example Media (2020–2024)
• Rebuilt the article page with Next.js, improving LCP from 4.1 s to 1.9 s on mid-range phones
• Introduced a component library with Storybook that three product teams adopted
• Moved client state from Redux to Zustand, deleting 6,000 lines of code
• Fixed a memory leak in the live ticker that crashed older tablets
• Brought the subscription form to WCAG 2.1 AA together with an accessibility consultant
Web Developer – Example Agency (2018–2020)
• Developed 15 marketing websites with Vue.js and a headless CMS
SKILLS
TypeScript, React, Next.js, Vue.js, Vite, Playwright
CERTIFICATIONS
Professional Scrum Master I (2022)
`;

/** One of each kind that people send. */
export const REALISTIC_CVS: readonly (readonly [name: string, text: string])[] = [
  ["a backend developer's résumé", BACKEND_RESUME],
  ["a Korean backend developer's résumé", KOREAN_BACKEND_RESUME],
  ['a letter in prose', LETTER],
  ['a Korean letter of application', KOREAN_LETTER_OF_APPLICATION],
  ["a junior's education and hobby project", JUNIOR],
  ["a Korean junior's education and hobby project", KOREAN_JUNIOR],
  ['technologies alone', TECHNOLOGIES_ONLY],
  ["a data scientist's résumé", DATA_SCIENTIST],
  ["a Korean mobile developer's résumé", MOBILE_DEVELOPER],
  ["a frontend developer's résumé", FRONTEND_RESUME],
];
