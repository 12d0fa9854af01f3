"""What the documents are as wholes: title and kind, parties, dates, words of treaties or of non-binding
texts."""

from policynlp.comparison.findings import Kind, both

KIND = Kind(
    code="status",
    weight=0.6,
    messages={
        "title": both("{a} is titled {x}, {b} {y}.", "제목이 다르다: {a}은(는) {x}, {b}은(는) {y}."),
        "titles": both("The titles differ: {x} and {y}.", "제목이 다르다: {x}과(와) {y}."),
        "kind": both("The instruments differ in kind: {x} and {y}.", "문서의 종류가 다르다: {x}과(와) {y}."),
        "dates": both(
            "{a} was signed on {x} and {b} on {y}, {n} days apart.",
            "{a}은(는) {x}, {b}은(는) {y}에 서명되어 {n}일 차이가 난다.",
        ),
        "day": both(
            "{a} was signed on {x} and {b} on {y}, a day apart.",
            "{a}은(는) {x}, {b}은(는) {y}에 서명되어 하루 차이가 난다.",
        ),
        "signed": both("{a} was signed on {x} and {b} on {y}.", "{a}은(는) {x}, {b}은(는) {y}에 서명되었다."),
        "dated": both("{a} is dated {x}, {b} {y}.", "{a}의 날짜는 {x}, {b}의 날짜는 {y}이다(다)."),
        "parties": both(
            "The parties differ: {x} in {a}, {y} in {b}.", "당사자는 {a}이(가) {x}, {b}이(가) {y}이다(다)."
        ),
        "duration": both(
            "{a} lasts for {x}, {b} for {y}.", "유효기간은 {a}이(가) {x}, {b}이(가) {y}이다(다)."
        ),
        "renewal": both(
            "{a} is renewed for {x}, {b} for {y}.", "연장 기간은 {a}이(가) {x}, {b}이(가) {y}이다(다)."
        ),
        "notice": both(
            "{a} ends on a notice of {x}, {b} on one of {y}.",
            "종료 통보 기간은 {a}이(가) {x}, {b}이(가) {y}이다(다).",
        ),
        "entry": both(
            "They take effect differently: {x} in {a}, {y} in {b}.",
            "발효하는 때를 {a}은(는) {x}, {b}은(는) {y}으로(로) 정한다.",
        ),
        "ending": both(
            "They end differently: {x} in {a}, {y} in {b}.",
            "종료하는 방법을 {a}은(는) {x}, {b}은(는) {y}으로(로) 정한다.",
        ),
        "languages": both(
            "{a} was done in {x}, {b} in {y}.", "{a}은(는) {x}, {b}은(는) {y}으로(로) 작성되었다."
        ),
        "prevailing": both(
            "Where the versions differ, {x} prevails in {a}, {y} in {b}.",
            "언어본이 서로 다르면 {a}에서는 {x}, {b}에서는 {y}이(가) 우선한다.",
        ),
        "first": both("Only {a} says {p}.", "{p}은(는) {a}에만 있다."),
        "second": both("Only {b} says {p}.", "{p}은(는) {b}에만 있다."),
        "shared": both("Each text says {p}.", "{p}은(는) 두 문서에 모두 있다."),
        "neither_binds": both("Neither text is legally binding.", "두 문서 모두 법적 구속력이 없다."),
        "no_funds": both("Neither text commits funds.", "두 문서 모두 재원을 약속하지 않는다."),
        "areas_first": both("Only {a} covers {p}.", "{p}은(는) {a}만 다룬다."),
        "areas_second": both("Only {b} covers {p}.", "{p}은(는) {b}만 다룬다."),
        "provision": both("Both texts cover {p}.", "두 문서 모두 {p}을(를) 다룬다."),
    },
)
