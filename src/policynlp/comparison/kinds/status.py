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
            "Signed on {x} and on {y}: {n} days apart.", "서명일이 다르다: {x}과(와) {y}, {n}일 차이."
        ),
        "day": both("Signed on {x} and on {y}: a day apart.", "서명일이 하루 다르다: {x}과(와) {y}."),
        "dated": both("The dates differ: {x} and {y}.", "날짜가 다르다: {x}과(와) {y}."),
        "parties": both("The parties differ: {x} against {y}.", "당사자가 다르다: {x} 대 {y}."),
        "duration": both("They last for {x} and {y}.", "유효기간이 다르다: {x}과(와) {y}."),
        "renewal": both("They are renewed for {x} and {y}.", "연장되는 기간이 다르다: {x}과(와) {y}."),
        "notice": both(
            "The notice that ends them is {x} and {y}.", "종료 통보 기간이 다르다: {x}과(와) {y}."
        ),
        "entry": both("They take effect differently: {x} and {y}.", "발효하는 때가 다르다: {x}과(와) {y}."),
        "ending": both("They end differently: {x} and {y}.", "종료하는 방법이 다르다: {x}과(와) {y}."),
        "languages": both("They were done in {x} and {y}.", "작성된 언어가 다르다: {x}과(와) {y}."),
        "prevailing": both(
            "The text that prevails is {x} and {y}.", "우선하는 언어본이 다르다: {x}과(와) {y}."
        ),
        "first": both("Only {a} says {p}.", "{p}은(는) {a}에만 있다."),
        "second": both("Only {b} says {p}.", "{p}은(는) {b}에만 있다."),
        "shared": both("Both texts say {p}.", "{p}은(는) 두 문서에 모두 있다."),
        "neither_binds": both("Neither text is legally binding.", "두 문서 모두 법적 구속력이 없다."),
        "no_funds": both("Neither text commits funds.", "두 문서 모두 재원을 약속하지 않는다."),
        "areas_first": both("Only {a} covers: {p}.", "{a}만 다루는 분야: {p}."),
        "areas_second": both("Only {b} covers: {p}.", "{b}만 다루는 분야: {p}."),
        "provision": both("Both texts cover {p}: {x} and {y}.", "두 문서 모두 {p}을(를) 다룬다: {x}, {y}."),
    },
)
