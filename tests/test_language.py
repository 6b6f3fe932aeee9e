import pytest

from helpers import language, paths

TEXT = (
    "The Ship Comes Home\nThe ship’s crew paid $14.3 billion.\nShare this\nIt was — in May — late."
)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path))
    return tmp_path


def articles():
    return [language.article_from_text(TEXT, "a.txt")]


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in language.word_spans(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("high-quality data", ["high", "quality", "data"]),
        ("In the U.S., $14.3 billion", ["In", "the", "U.S", "$14.3", "billion"]),
        ("implications—both “here” (and there)", ["implications", "both", "here", "and", "there"]),
        ("it's 49% & … !", ["it's", "49%"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert words(text) == expected


def test_only_the_article_is_parsed_and_located_in_its_own_text():
    parsed = language.parse_text(TEXT)
    assert [block.block.kind for block in parsed.blocks] == ["title", "paragraph", "paragraph"]
    block = parsed.blocks[1]
    span = block.doc[1:3]
    assert (span.text, block.locate(span)) == ("ship's", (2, 24, 30, "ship’s"))
    for block in parsed.blocks:
        assert len(block.doc.text) == block.block.end - block.block.start


def test_a_shortened_verb_is_a_word_of_its_own_after_a_dash_too():
    (block,) = language.parse_text(
        "They came\u2014they\u2019ll stay\u2014don\u2019t ask O'Neil."
    ).blocks
    assert [token.text for token in block.doc] == (
        [
            "They",
            "came",
            "\u2014",
            "they",
            "'ll",
            "stay",
            "\u2014",
            "do",
            "n't",
            "ask",
            "O'Neil",
            ".",
        ]
    )


def test_a_title_case_heading_is_read_in_sentence_case():
    parsed = language.parse_text("The Ship Comes Home to Port Ely\nThe ship saw Port Ely again.")
    assert parsed.blocks[0].doc.text == "The ship comes home to Port Ely"
    assert parsed.blocks[0].text == "The Ship Comes Home to Port Ely"


def test_a_hit_in_a_paragraph_over_lines_has_its_own_line():
    lines = [
        "word " * 10 + "here",
        "word " * 10 + "there",
        "word " * 10 + "and",
        "word " * 9 + "end.",
    ]
    (block,) = language.parse_text("\n".join(lines)).blocks
    start = block.text.index("there")
    assert block.locate((start, start + 5))[0::3] == (2, "there")


def annotations(parsed):
    return [
        [(t.text, t.lemma_, t.tag_, t.dep_, t.head.i, bool(t.is_sent_start)) for t in block.doc]
        for article in parsed
        for block in article.blocks
    ]


def test_a_parse_from_the_cache_equals_a_fresh_one(cache, monkeypatch):
    fresh = annotations(language.parse(articles()))
    assert list(cache.rglob("*.spacy"))
    monkeypatch.setattr(language, "english", lambda: pytest.fail("parsed again"))
    assert annotations(language.parse(articles())) == fresh


@pytest.mark.parametrize("damage", [b"", b"garbage", None])
def test_a_damaged_parse_is_made_again(cache, damage):
    fresh = annotations(language.parse(articles()))
    (file,) = cache.rglob("*.spacy")
    content = file.read_bytes()
    file.write_bytes(content[:-7] if damage is None else damage)
    assert annotations(language.parse(articles())) == fresh
    assert file.read_bytes() == content


def test_another_text_or_other_rules_have_another_parse(cache, monkeypatch):
    (article,) = articles()
    file = language.cache_file(article, list(article.blocks))
    assert file != language.cache_file(article, list(article.blocks[:1]))
    language.pipeline_key.cache_clear()
    monkeypatch.setattr(language, "EXCLUDED", ())
    assert file != language.cache_file(article, list(article.blocks))
    language.pipeline_key.cache_clear()


def test_the_cache_lies_in_the_project_by_default(monkeypatch):
    monkeypatch.delenv("STORY_CACHE", raising=False)
    assert paths.cache() == paths.ROOT / ".cache"
