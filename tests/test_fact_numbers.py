"""Which question a number answers, by what happens to those that are counted or measured."""

import pytest

from helpers import facts, names
from helpers.language import parse_text


def told(*lines):
    """Return attribute and value of the facts of a text."""
    parsed = [parse_text("\n\n".join(lines))]
    named = names.resolve(names.find_mentions(parsed))
    table = facts.settle(facts.find_statements(parsed), named)[0]
    return set(zip(table["attribute"], table["value"], strict=True))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Some 130 people are due to be laid off in the autumn.", ("jobs cut", "130")),
        ("Some 40,000 people are expected to attend.", ("attendance", "40000")),
        ("All 2,800 people on the payroll were promised work.", ("employees", "2800")),
        ("The vote leaves her with a majority of three in the assembly.", ("majority", "3")),
        ("The jury convicted him after deliberating for two days.", ("deliberation", "2")),
        ("Jurors took just four hours to convict her.", ("deliberation", "4")),
        ("The jury was out for three hours.", ("deliberation", "3")),
        ("After eleven hours of discussion the jury cleared him.", ("deliberation", "11")),
        ("Velma Orrin set up Corvid Foods in a disused mill in 1958.", ("founded_year", "1958")),
        ("Corvid Foods grew. Her father set up the company in 1953.", ("founded_year", "1953")),
    ],
)
def test_what_a_number_says(text, asked):
    assert asked in told(text)


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("The jury heard that he had been abroad for four years.", "deliberation"),
        ("Corvid Foods grew. The company set up a fund for its staff in 2013.", "founded_year"),
        ("Corvid Foods grew. Ana Kerr started the race in 2013.", "founded_year"),
        ("Corvid Foods grew. Ana Kerr set the company a target in 2013.", "founded_year"),
        ("Sixty people were underground at the time of the blast.", "times"),
        ("Rosa Meijer of the Civic Union spoke. The Civic Union's Rosa Meijer won.", "product"),
    ],
)
def test_what_a_number_does_not_say(text, attribute):
    assert attribute not in {asked for asked, _ in told(text)}
