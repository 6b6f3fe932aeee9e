"""Minimal pairs on what a claim is, how far it reaches, of what kind it is, and what backs it."""

import pytest

from helpers.language import parse_text
from helpers.superlatives import find_superlatives


def rows(text):
    return list(find_superlatives([parse_text(text)]).itertuples())


def only_row(text):
    (row,) = rows(text)
    return row


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # compared with itself
        ("In June the garden is at its best.", None),
        ("It was at its very worst in June.", None),
        ("He was at his most generous.", None),
        ("We ate at its best restaurant.", "its best restaurant"),
        ("Prices are at their lowest since 1990.", "their lowest since 1990"),
        # coordinated
        (
            "It is the first and only glider over the pole.",
            "the first and only glider over the pole",
        ),
        ("His one and only novel sold well.", "His one and only novel"),
        ("The first and second gliders landed.", None),
        # families
        ("She is an only child.", None),
        ("She is their only child.", None),
        (
            "The only child rescued from the cellar was hungry.",
            "The only child rescued from the cellar",
        ),
        # a negative with a comparative
        ("No goalkeeper in Serbia has a better record.", "No goalkeeper in Serbia"),
        ("No rower of the club is faster.", "No rower of the club"),
        ("No pianist has won more prizes.", "No pianist"),
        ("No train leaves later.", None),
        ("No patient needed more blood.", None),
        ("No dune here is higher than 40 metres.", None),
        ("He no longer rows.", None),
        # titles
        ("It is the gold standard in dentistry.", "the gold standard in dentistry"),
        ("Britain left the gold standard in 1931.", None),
        ("Clay is the material of choice.", "the material of choice"),
        ("It limits the freedom of choice.", None),
        ("She is the undisputed queen of tango.", "the undisputed queen of tango"),
        ("These are the undisputed facts of the case.", None),
        ("It is the definitive history of salt.", "the definitive history of salt"),
        ("They signed the definitive agreement.", None),
    ],
)
def test_what_claims_an_extreme(text, quote):
    assert [row.quote for row in rows(text)] == ([quote] if quote else [])


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "It is the boldest plan ever to reach the board.",
            "the boldest plan ever to reach the board",
        ),
        ("It was the worst frost Chile has ever seen.", "the worst frost Chile has ever seen"),
        ("It is the loveliest bay Crete has to offer.", "the loveliest bay Crete has to offer"),
        ("He recalled the most violent shaking.", "the most violent shaking"),
        ("It is the deepest shaft ever dug.", "the deepest shaft ever dug"),
        ("It is the only fair this year.", "the only fair this year"),
        ("It is the cheapest barn on sale today.", "the cheapest barn on sale today"),
        ("The owner of the cheapest barn said today it was sold.", "the cheapest barn"),
        ("It was the longest strike since 1984.", "the longest strike since 1984"),
        ("She has run the largest farm since 1984.", "the largest farm"),
        ("The bread is the finest anywhere.", "the finest anywhere"),
        ("It is still Elba's finest inn.", "Elba's finest inn"),
    ],
)
def test_a_claim_reaches_to_the_end_of_its_set(text, quote):
    assert only_row(text).quote == quote


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was the strongest gale of the winter.", "measurable"),
        ("The gale was the strongest of the winter.", "measurable"),
        ("The speech was the strongest of the winter.", "evaluative"),
        ("It was the strongest argument of the evening.", "evaluative"),
        ("It is the most powerful rocket in Asia.", "measurable"),
        ("It is the most powerful scene in the film.", "evaluative"),
        ("It is the most lethal fungus in Asia.", "measurable"),
        ("He is the most lethal striker in Asia.", "evaluative"),
        ("It is the most highly valued bank in Oslo.", "measurable"),
        ("It is the most highly praised play in Oslo.", "evaluative"),
        ("It is the priciest flat in Oslo.", "measurable"),
        ("It is the hottest day in Oslo.", "measurable"),
        ("It is the hottest ticket in Oslo.", "evaluative"),
        ("Smoke is the leading cause of fires.", "measurable"),
        ("The leading browser was Kite with 51 percent of users.", "measurable"),
        ("She is a leading painter.", "evaluative"),
        ("It is the brightest comet of the decade.", "measurable"),
        ("It is the brightest idea of the decade.", "evaluative"),
        ("It is the most accurate clock in Oslo.", "measurable"),
        ("It is the most accurate portrait in Oslo.", "evaluative"),
    ],
)
def test_a_property_is_measurable_in_its_use(text, kind):
    assert only_row(text).kind == kind


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Sales fell, perhaps because of the highest rents in Oslo.", False),
        ("Oslo has perhaps the highest rents in Norway.", True),
    ],
)
def test_a_doubt_about_the_cause_is_no_doubt_about_the_rank(text, hedged):
    assert only_row(text).hedged is hedged


@pytest.mark.parametrize(
    ("text", "support", "evidence"),
    [
        # drawn from what is said before
        ("It cost 9 million euros. That makes it the dearest barn in Tyrol.", "none", ""),
        (
            "Ona sold the barn for €9 million. That makes it the costliest barn in Tyrol.",
            "evidence",
            "€9 million",
        ),
        (
            "The sale values the mill at $7 million, which makes it the costliest mill in Tyrol.",
            "evidence",
            "$7 million",
        ),
        ("Ona sold a barn for €9 million. The mill is the costliest house in Tyrol.", "none", ""),
        # summed up
        (
            "The pump cut leaks by 38 percent, the largest reduction in Tyrol.",
            "evidence",
            "38 percent",
        ),
        (
            "Police said 61 percent voted, the highest turnout in Tyrol.",
            "evidence",
            "61 percent",
        ),
        ("It sold 3 shops to Arbo, the largest grocer in Tyrol.", "none", ""),
        (
            "Sales rose 12 percent, the fastest growth in Tyrol, Lund said.",
            "evidence",
            "12 percent",
        ),
        ("Sales rose 12 percent, the firm with the fastest cars in Tyrol said.", "none", ""),
        # glossed
        (
            "She is the club's finest bowler: 91 percent of her throws hit.",
            "evidence",
            "91 percent",
        ),
        ("She is the club's finest bowler: 91 people came to see her.", "none", ""),
        # the complement's share
        (
            "The leading cause of delay was fog, reported by 12% of pilots.",
            "evidence",
            "12%",
        ),
        (
            "The most common faults were rust and rot, which affected one in nine boats.",
            "evidence",
            "one in nine",
        ),
        # a neighbour who alone is ahead
        ("Only Ana Ruiz has sold more. He is one of the top sellers in Tyrol.", "evidence", "Only Ana Ruiz has sold more"),
        ("Only Ana Ruiz came. He is one of the top sellers in Tyrol.", "none", ""),
        # somebody else's figure
        (
            "Arbo, who paid €90 million for a rival, left. The keeper had the highest price of any player.",
            "none",
            "",
        ),
        # the strength of a shock is no cost and no toll
        ("It was the strongest quake in Tyrol, at magnitude 5.1.", "evidence", "5.1"),
        ("It was the strongest quake in Tyrol. It killed 51 people.", "none", ""),
        # voices
        ("Lund, a cook many regard as the kindest in Oslo, left.", "vague", "many regard"),
        ("It is a knot that sailors call the trickiest in Oslo.", "vague", "sailors call"),
        ("“Come in,” Lund said. “Never before have we cooked so much.”", "named", "Lund said"),
        ("According to engineer Prof. Ana Ruiz, it is the kindest inn.", "named", "According to engineer Prof. Ana Ruiz"),
    ],
)  # fmt: skip
def test_what_stands_behind_a_claim(text, support, evidence):
    row = only_row(text)
    assert (row.support, row.evidence) == (support, evidence)
