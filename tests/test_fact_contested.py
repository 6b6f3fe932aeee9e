"""Causes and posts on which articles differ, and mergers."""

import pytest

from tests.settled import contradicted

# A word is rare only among others.
FILLING = (
    """The weather stayed mild for most of autumn. A choir sang old hymns near the harbour.
Her neighbour keeps bees. Some apples taste sour. The lake freezes in January.""",
    """The museum shows coins and masks. Wild geese fly south. Students read of sailors.
The baker sells warm bread. Carpenters shape oak beams.""",
)


def conflicts(*texts):
    """Return attribute and both quotes of what two texts contradict each other on."""
    texts = [f"{text}\n\n{filling}\n" for text, filling in zip(texts, FILLING, strict=True)]
    pairs = contradicted(*texts)
    return set(zip(pairs["attribute"], pairs["quote_a"], pairs["quote_b"], strict=True))


@pytest.mark.parametrize(
    ("one", "other", "causes"),
    [
        ("The crash was caused by a broken wheel.", "They blamed the crash on fog.",
         ("a broken wheel", "fog")),
        ("The blackout was triggered by a faulty cable.",
         "The blackout was the result of a cyberattack.", ("a faulty cable", "a cyberattack")),
        ("The match was called off because of a frozen pitch.",
         "The match was called off because of crowd trouble.", ("a frozen pitch", "crowd trouble")),
        ("The cause of the fire was an old heater.", "Police believe a cigarette started the fire.",
         ("an old heater", "a cigarette")),
        ("The fire was started by a cigarette, police believe.",
         "The cause of the fire was an old heater.", ("a cigarette", "an old heater")),
        ("The loss was due to high rents.", "The loss stems from a strike at the port.",
         ("high rents", "a strike at the port")),
        ("The singer cancelled the tour, citing illness.",
         "The singer cancelled the tour because she fell out with her label.",
         ("illness", "she fell out with her label")),
        ("The works in Kelmar will close. The firm blamed low demand.",
         "The works in Kelmar will close. The decision was a result of wages.",
         ("low demand", "wages")),
        ("The start was delayed by hail.", "The start was delayed because of crowd trouble.",
         ("hail", "crowd trouble")),
        ("The start was delayed by an hour.", "The start was delayed because of hail.", None),
        ("The countdown was halted for an hour by high winds.",
         "The countdown was held for an hour while engineers replaced a valve.",
         ("high winds", "engineers replaced a valve")),
        ("Councillors closed the village school over an unsafe roof.",
         "High costs are behind the closure of the village school.",
         ("an unsafe roof", "High costs")),
        ("The flood followed a breach of the wall.", "The flood was caused by a burst pipe.",
         ("a breach of the wall", "a burst pipe")),
        # what went wrong just before, whoever or whatever is to blame
        ("The start was put back by an hour after a water pipe burst.",
         "The start was put back when a crane caught fire.",
         ("a water pipe burst", "a crane caught fire")),
        ("Two men were killed after a rock fall tore through a shaft.",
         "The last man was pulled from the shaft after a methane blast.", None),
        ("Two miners were killed after a tremor shook the shaft.",
         "He was the last miner to be rescued from the shaft after a methane blast hit it.",
         ("a tremor shook the shaft", "a methane blast hit it")),
        ("The road was closed following a gas leak.", "The road was closed after a flood.",
         ("a gas leak", "a flood")),
        ("The blaze came when a boiler exploded.", "A cigarette started the blaze.",
         ("a boiler exploded", "A cigarette")),
        ("Excessive speed was to blame for the crash.", "A broken rail was the likely cause.",
         ("Excessive speed", "A broken rail")),
        ("High winds were responsible for the delay.", "The delay was due to a broken lift.",
         ("High winds", "a broken lift")),
        ("The first signs pointed to a leak from a tank.",
         "A spark from a truck set off vapour in the hall, he said.",
         ("a leak from a tank", "A spark from a truck")),
        ("Falling rolls are behind the decision. The school will close. Parents of the school wept.",
         "Councillors closed the school over an unsafe roof. The school is old.",
         ("Falling rolls", "an unsafe roof")),
        # one kind of effect in other words
        ("Fire guts mill. The blaze at the mill was started by a heater.",
         "Mill in flames. Police traced the fire to a cigarette.", ("a heater", "a cigarette")),
        ("The coach was sacked for lying.", "The club dismissed the coach after a run of defeats.",
         ("lying", "a run of defeats")),
        ("The show was scrapped because of poor sales.",
         "The show will not take place, after the town turned down its plan.",
         ("poor sales", "the town turned down its plan")),
        # the main matter, where the cause alone is told
        ("A mite killed the bees.", "The hives are dead. The culprit is a chemical.",
         ("A mite", "a chemical")),
        # a cause that both give in other words
        ("The walkout was over pay.", "The strike is about wages.", None),
        ("She withdrew from the show as she is expecting a baby.",
         "She cancelled the show because of her pregnancy.", None),
        # what it brought about in other words, one article never telling the other's cause
        ("Wards plunged into darkness after diggers hit cable\n\nNobody was hurt on Friday.",
         "Flooded substation left wards without light\n\nNobody came to harm on Friday.",
         ("diggers hit cable", "Flooded substation")),
        ("Slurry killed thousands of trout, wardens say\n\nAnglers wept.",
         "Heat, not pollution, behind fish kill\n\nAnglers wept.", ("Slurry", "Heat")),
        ("Mill to shut after brewer takes orders away\n\nIt employs 90 people.",
         "With gas costing three times as much, the mill could not go on. It will close.",
         ("brewer takes orders away", "gas costing three times as much")),
        # one of them gives what the other does, besides
        ("The start was put off by hail. The rocket failed because of a cracked pipe.",
         "The rocket failed. A cracked pipe was to blame.", None),
        # of two other effects
        ("The fire was caused by a heater.", "The delay was caused by hail.", None),
        # what merely came before, what is forced open, who is due to run
        ("The road was closed after lunch.", "The road was closed after a flood.", None),
        ("Three men forced a door.", "The delay was due to hail.", None),
        ("He is due to race in May.", "She is due to rain in June.", None),
        ("A talk followed the film.", "The talk was delayed because of hail.", None),
        ("She is behind the wheel.", "He is behind the bar.", None),
        # one cause in two wordings
        ("The delay was caused by heavy snow.", "The delay was due to snowfall.", None),
        ("The closure was put down to high energy prices.",
         "The closure was due to the cost of energy.", None),
        ("The delay was caused by hail.", "The delay was due to hailstones.", None),
        # two effects
        ("Shares in Brama fell because investors fear strikes.",
         "Rents in Brama rose because of high prices.", None),
        ("The crash was caused by ice.", "The rise in wages was due to a strike.", None),
        # an article that gives both
        ("The loss was due to rents.", "The loss was due to rents. The loss came because of fog.",
         None),
        # nothing firm, a source, an earlier case
        ("The crash was caused by ice.", "The crash may have been caused by fog.", None),
        ("The crash was caused by ice.", "The crash was not caused by fog.", None),
        ("The crash was due to ice, he said.", "The crash was grave, he said, citing a report.",
         None),
        ("The crash was caused by ice.", "The crash in 1994 was caused by fog.", None),
    ],
)  # fmt: skip
def test_causes(one, other, causes):
    found = {pair[1:] for pair in conflicts(one, other) if pair[0].startswith("other:cause")}
    assert found == ({causes} if causes else set())


@pytest.mark.parametrize(
    ("aside", "n"), [("An old wall stood in the hall.", 1), ("A heater stood in the hall.", 0)]
)
def test_a_cause_is_not_contested_by_an_article_that_also_names_it(aside, n):
    opening = "The mill burnt down. Nobody was hurt. Two streets were shut. "
    one = opening + "Crews came by boat. The fire was caused by a heater."
    other = opening + "The owner wept. A cigarette started the fire. " + aside
    found = [pair for pair in conflicts(one, other) if pair[0].startswith("other:cause")]
    assert len(found) == n


@pytest.mark.parametrize(
    ("one", "other", "posts"),
    [
        # one office of two fields, an office and its deputy's, two offices of a company
        ("Deputy economy minister Ana Lind spoke.", "Development Minister Ana Lind spoke.",
         ("Deputy economy minister", "Development Minister")),
        ("Mayor Ana Lind spoke.", "Ana Lind, the deputy mayor, spoke.", ("Mayor", "deputy mayor")),
        ("Chief executive Ana Lind spoke.", "The firm's chief medical officer, Ana Lind, spoke.",
         ("Chief executive", "chief medical officer")),
        ("Ana Lind, chief executive until 2024, spoke.",
         "Ana Lind, chief financial officer at the time, spoke.",
         ("chief executive", "chief financial officer")),
        ("Ana Lind was chairwoman of Brama Works until May.",
         "Ana Lind, a former chief executive of Brama Works, spoke.",
         ("chairwoman of Brama Works", "former chief executive of Brama Works")),
        ("Ana Lind, the union's general secretary, spoke.", "Ana Lind, a spokeswoman, spoke.",
         ("general secretary", "spokeswoman")),
        # a post that stands for whom the article is about, a post for a time
        ("The former chief executive of a charity was convicted. Ana Lind denied it.",
         "Ana Lind looked up. The charity's one-time treasurer was convicted.",
         ("former chief executive of a charity", "one-time treasurer")),
        ("New stand-in CEO Ana Lind spoke.", "Chief executive Ana Lind spoke.",
         ("New stand-in CEO", "Chief executive")),
        ("New stand-in CEO Ana Lind spoke.", "Ana Lind, the interim CEO, spoke.", None),
        ("Ana Lind was convicted. Piet Oster said the former chairman was ill.",
         "Ana Lind, a former chief executive, was convicted.", None),
        # one post in other words, or a general word
        ("Chief executive Ana Lind spoke.", "Boss Ana Lind spoke.", None),
        ("Chief executive Ana Lind spoke.", "Ana Lind, managing director of Brama, spoke.", None),
        ("Ana Lind, chief executive officer of Brama, spoke.", "Chief executive Ana Lind.", None),
        ("Embattled minister Ana Lind spoke.", "Ana Lind, the transport minister, spoke.", None),
        # two times, two people, an article that gives both
        ("Former chairwoman Ana Lind spoke.", "Chief executive Ana Lind spoke.", None),
        ("Chief executive Ana Lind spoke.", "The chairman, Piet Oster, spoke.", None),
        ("Chief executive Ana Lind spoke.",
         "Ana Lind, the chairwoman, spoke. Chief executive Ana Lind left.", None),
        ("Chief executive Ana Lind spoke.", "Ana Lind is not the chairwoman.", None),
        # ranks and what is short for them, trades, places in a team, staff of one house
        ("Maj Ana Lind spoke.", "Lieutenant Colonel Ana Lind spoke.",
         ("Maj", "Lieutenant Colonel")),
        ("Ana Lind, a bus driver, spoke.", "Ana Lind, a taxi driver, spoke.",
         ("bus driver", "taxi driver")),
        ("Ana Lind, a nurse, spoke.", "Ana Lind, 40, a baker, spoke.",
         ("nurse", "baker")),
        ("Piet Oster, the keeper, has signed. Oster left.",
         "Piet Oster has signed. Oster left. The left-back, 24, will play on Sunday.",
         ("keeper", "left-back")),
        ("Ana Lind is director of the Kelmar Institute.",
         "Ana Lind is a researcher at the Kelmar Institute.",
         ("director of the Kelmar Institute", "researcher at the Kelmar Institute")),
        # what somebody enters and what somebody is
        ("Ana Lind will become finance director.", "Ana Lind moves to Brama as sales director.",
         ("finance director", "sales director")),
        ("Founder and manager Ana Lind moves to Brama as finance director.",
         "Ana Lind moves to Brama as sales director.", ("finance director", "sales director")),
        ("Chief executive Ana Lind spoke.", "Ana Lind was named chairwoman.", None),
        ("Ana Lind, founder and chairwoman of Brama, spoke.", "Chairwoman Ana Lind left.", None),
    ],
)  # fmt: skip
def test_posts(one, other, posts):
    found = {pair[1:] for pair in conflicts(one, other) if pair[0] == "other:post"}
    assert found == ({posts} if posts else set())


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ana Lind of Leeds University spoke.", "Ana Lind, a chemist at Durham University.", True),
        ("Ana Lind of Leeds University spoke.", "Ana Lind, a professor at Durham University.", True),
        ("Ana Lind, an analyst at Harbour Bank, spoke.", "Analyst Ana Lind likes Tern Bank.", False),
        ("Ana Lind, an analyst at Harbour Bank.", "Ana Lind, an economist at Tern Bank.", True),
        ("Ana Lind of Oslo University spoke.", "Ana Lind, a professor at the University of Oslo.",
         False),
    ],
)  # fmt: skip
def test_affiliations(one, other, apart):
    found = {pair for pair in conflicts(one, other) if pair[0] == "other:affiliation"}
    assert bool(found) == apart


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The merger of Tanvik and Orsund was announced.", "The takeover of Orsund by Tanvik.",
         True),
        ("Nordbank and Sella Bank will merge.", "Nordbank is buying Sella Bank.", True),
        ("The merger of Tanvik and Orsund was announced.",
         "The takeover of Orsund by Tanvik. The merger of Tanvik and Orsund is near.", False),
        ("Nordbank and Sella Bank agreed a merger of equals.", "Nordbank is buying Sella Bank.",
         True),
        ("Tanvik's acquisition of Orsund was announced.", "The takeover of Orsund by Tanvik.",
         False),
    ],
)  # fmt: skip
def test_a_merger_is_no_takeover(one, other, apart):
    assert ("deal_type" in {pair[0] for pair in conflicts(one, other)}) == apart
