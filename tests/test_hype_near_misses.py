"""Sentences in which the words of hype are meant literally or soberly: nothing may be found."""

import pytest

from helpers import hype, language

NEAR_MISSES = """
The battle for the town began in August, when troops crossed the river.
Soldiers on the front line said the war had entered its third year.
Artillery fired a barrage at the village and civilians fled.
The race for governor was the most expensive in the state.
She finished third in the 200-metre race and set a personal record.
The Senate race remains too close to call.
The committee heard a further 20 witnesses over three consecutive days.
The rate rose by an estimated 3 percent, and by an unadjusted 4 percent in May.
The engine is the part that failed, according to the maker of the pump.
The river rose by two metres and the ferry was moved to another quay.
The clinic treats seriously ill and mentally disabled adults.
The two firms are jointly owned and financially independent of the state.
The committee will meet on Monday and will publish its report in June.
She is a member of a choir and the head of a school.
The council has the power to close the road and the ability to pay for it.
The shop is not opening on Sunday and the bus is not stopping there.
The blue-eyed, left-handed pitcher threw the ball.
He sat in the wings of the theatre with a stage manager until the last act.
A race of giants appears in the Norse myths.
Astronomers watched a massive star collapse into a black hole.
The star orbits its planet at a distance of 4 million kilometres.
He suffered a massive stroke and was taken to critical care.
The patient was moved to the critical care unit of the hospital.
Police found an explosive device under a car.
The blast was caused by explosive material stored in a shed.
A breakthrough infection was recorded in a vaccinated nurse.
The drug has breakthrough therapy designation for leukaemia.
The church is a landmark of the old town.
The landmark building on Main Street was sold for 3 million dollars.
The historic centre of Lima was closed to traffic.
Temperatures reached a record 41 degrees in Seville.
The company reported record sales of 4 billion euros.
A powerful earthquake of magnitude 6.8 struck the coast.
An enormous wave hit the harbour wall during the storm.
Engineers raced to fix a leak in the tank.
The probe will study the moon with a state of the art review method.
Explosive plumes of lava rose from the vent.
The council demolished the house and the old bridge.
The gang terrorised the village for two years.
The gale blew the roof off a barn and brushed aside two cars.
The storm battered Florida on Monday.
An overwhelming majority of members voted yes.
She buried her beloved husband in May.
Nicotine is addictive.
He had bruising on the arm and the face.
Children pulled the rope in a tug of war at the fair.
The plane went into a nosedive and the pilot died.
Police found a time bomb in a bag.
The striking workers met their union.
The Premier League season starts in August.
Soldiers on a daring raid freed two hostages.
The cargo was destined for the port of Antwerp.
He pleaded no contest in court.
The runaway train hit a wall.
Each user has a unique identifier.
The hurricane brought flooding to three counties.
An avalanche buried four skiers near the pass.
The volcano erupted twice in April.
The revolutionary government seized power in 1959.
The French Revolution began in 1789.
The Industrial Revolution changed the towns of the north of England.
He served in Iran's Revolutionary Guard.
The frontier with Pakistan was closed on Sunday.
Guards shot at a lorry near the frontier.
The transformer at the substation caught fire.
The matrix is transformed by a rotation of 90 degrees.
A dominant gene causes the trait.
The castle's tower was built in the dominant style of the period.
Farmers harvested a bumper crop of wheat.
The car's front bumper was damaged.
Miners were trapped in a gold mine in Ghana.
The town grew during the California gold rush.
Airlines pay more for jet fuel than last year.
The car's engine failed on the motorway.
The backbone of the fish was removed before cooking.
The mayor laid the cornerstone of the library.
He crossed the canyon on a tightrope 60 metres above the ground.
The theme park will close its oldest roller coaster in May.
A quantum leap of an electron emits a photon, the physicist said.
The outstanding debt will be repaid in 2027.
The perfect tense is taught in the second year.
Proven reserves fell to 12 billion barrels.
The trial met its pivotal endpoint, according to the phase 3 data.
The estimator is robust to outliers.
An instrumental version of the song was released in June.
The Crown Court sentenced him to four years.
The crown prince arrived in Oslo on Tuesday.
The queen's reign lasted 63 years.
The cutting edge of the blade was dull.
He bought a first-class stamp and a second-class ticket.
The word literally means house of wood in Greek.
The bridge was officially opened in 1932.
The minister said the talks had brought no breakthrough.
The strike disrupted train services between Leeds and York.
Passengers faced disruption because of snow.
She was staggering along the corridor.
They go to school by bus.
The suspect was armed with a knife during the attack.
The company will publish its results on 12 May.
The club will play its next match at home.
The president will visit Berlin on Thursday.
The new law will apply to shops with more than ten staff.
If prices fall, the plant will close.
The court will decide the case next month.
The report is expected in the spring.
Shares soared 12% to 341 pence.
Sales fell dramatically by 30 percent.
What are the main findings? asked the reporter.
"Where is the money?" he asked the witness.
The novel coronavirus was identified in January 2020.
Researchers used next-generation sequencing to read the genome.
The Magnificent Seven was first shown in 1960.
Brilliant Earth sells rings in 40 shops.
He painted a unicorn on the wall of the nursery in the medieval castle.
The vaccine was given as a shot in the arm by a nurse.
The lightning rod on the church roof was replaced.
The captain sailed into uncharted waters and the ship was lost.
The museum has a royal crown and a throne of the last king.
The striker scored a hat-trick in the final.
He hit a home run in the ninth inning.
The marshal waved a green flag on the first lap.
The two states were at war in 1971 and again in 1999.
The gang is accused of masterminding the attack on the parliament.
Soldiers fought a gun battle with two militants near the village.
Police said the suspected mastermind of the plot had left the country.
The bank said it was elevating its chief operating officer to the board.
It now holds 9.4 pct of the total outstanding.
The mining firm bought a stake in a gold mine in Brazil.
The company looked for a white knight that would bid for its shares.
Premier Peter Beattie said the bill would be debated on Friday.
A neighbour who knew the suspect called the police.
The yacht leads the race by four miles.
He dropped supplies into the mountains of the border region.
It sounded like a freight train when the storm came.
Doctors checked that the donor's tissue was a perfect match.
The factions could not agree on the shape of a future government.
He tried to ignite explosives that were hidden in his shoe.
Homes in the hills are in the line of fire if the wind changes.
Smoke rose from the immense structure in the north of the city.
Our bowlers work hard and expect the batsmen to do likewise.
He will be succeeded by the deputy mayor.
The judge is poised to suspend the party's activities.
The lake was spilling over the top of its banks.
They called for a holy war against the occupier.
It is not a household name.
I would not call it a victory lap.
There is no miracle in these numbers.
👍 3.4K   💬 812 comments
The licence has a milestone of $40 million.
The attacker gave the victim a bloody nose.
The car went off a cliff near the beach.
The goat gave milk for the cheese.
The cash machine was invented in 1967.
The magazine printed photos of the future queen.
In the absence of death registries they asked the families.
People in the town eat bread for breakfast.
It is the pre-eminent centre for drug research.
He was brutally murdered by the gang.
The party lost its absolute majority.
The death toll rose to nine.
He fell headlong down the stairs.
The patient was haemorrhaging.
Workers steamrolled the asphalt on the road.
The train thundered past the station.
The ship carried tons of steel.
The race for governor is close.
The firm was in a race to fix the leak.
The ministers discussed the future of the company.
His body was found dead in the water.
He walked into a furnace room.
The team has an unassailable lead.
It flew like a normal plane, with two engines, as heavy as a car.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", NEAR_MISSES)
def test_find_hype_leaves_sober_sentences_alone(sentence):
    hits = hype.find_hype([language.parse_text(sentence)])
    assert hits[["quote", "lexicon_id"]].values.tolist() == []
