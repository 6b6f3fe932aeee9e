"""Posts entered, left and held: sentences that must and must not give a fact."""

import pytest

from tests.settled import settled, triples, values


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Ana Lind is stepping into a new role at Corvane Group as part of the reform.",
            ("Ana Lind", "new_role", "new role at Corvane Group"),
        ),
        (
            "Piet Oster has assumed the role of harbour manager.",
            ("Piet Oster", "new_role", "manager"),
        ),
        (
            "Ruth Kellan is expected to join the museum's board.",
            ("Ruth Kellan", "new_role", "member of museum's board"),
        ),
        (
            "Ana Lind will oversee the European ferries, which lose money.",
            ("Ana Lind", "new_role", "oversight of the European ferries"),
        ),
        (
            "The orchestra tapped Ana Lind to lead its new choir focusing on Bach.",
            ("Ana Lind", "new_role", "head of its new choir"),
        ),
        ("Ana Lind joined Corvane Group.", ("Ana Lind", "new_role", "role at Corvane Group")),
        (
            "Piet Oster resigned as chairman of Brama Works.",
            ("Piet Oster", "other:brama_role_left", "chairman"),
        ),
        (
            "Piet Oster's departure from his president role at Brama Works shook the port.",
            ("Piet Oster", "other:brama_role_left", "president"),
        ),
        ("Ruth Kellan stepped down as mayor.", ("Ruth Kellan", "other:role_left", "mayor")),
        (
            "Critics praised the museum's reform under Ana Lind's leadership.",
            ("Ana Lind", "other:role", "leader of museum's reform"),
        ),
    ],
)
def test_a_post(text, fact):
    assert fact in triples(text)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Ana Lind steps into the hall.", "new_role"),
        ("Ana Lind took up the violin.", "new_role"),
        ("Ana Lind will lead the race on Sunday.", "new_role"),
        ("Ana Lind will lead supporters.", "new_role"),
        ("Ana Lind joined the queue.", "new_role"),
        ("Ana Lind stepped back from the window.", "other:role_left"),
        ("Ana Lind left the museum as chairman Oster spoke.", "other:brama_role_left"),
        ("The firm's departure from Denmark hurt.", "other:role_left"),
        ("The revolt failed under Ana Lind's window.", "other:role"),
    ],
)
def test_what_is_no_post(text, attribute):
    assert values(text, attribute) == []


def test_an_expected_post_is_hedged():
    table = settled("Ruth Kellan is expected to join the museum's board.")
    assert table.loc[table["attribute"] == "new_role", "status"].tolist() == ["hedged"]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Rhona Tierney, the county's emergency coordinator, spoke.",
         "Fire chief Rhona Tierney spoke.", True),
        ("The union's general secretary, Grete Falk, spoke.",
         "The union's president, Grete Falk, spoke.", True),
        ("The striker Ana Lind left.", "The midfielder Ana Lind left.", True),
        ("Ana Lind will join Acme as chief digital officer.",
         "Ana Lind becomes the firm's head of payments.", True),
        ("The company's president, Grete Falk, spoke.",
         "The company's chief executive, Grete Falk, spoke.", False),
    ],
)  # fmt: skip
def test_one_person_holds_one_post_of_a_kind(one, other, conflict):
    table = settled(one, other)
    posts = table[table["attribute"] == "other:post"]
    assert (posts["source"].nunique() == 2) is conflict
