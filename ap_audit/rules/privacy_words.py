"""Words that stand where a pupil's name could stand, and are none."""

_AFTER_ROLES = """
about achieving absence abuse access admission admissions advocate advocacy age agreement and
approach are arrangements assessment assessments at attend attendance attends behaviour benefit
board bullying by came can care carer centre charter code commissioner committee conduct consent
contact contacts contract council counselling criminal data day details development did do does
e-safety employment engagement entry equality exclusion exclusions exit experience exploitation
feedback file files first focused focussed for forum from funding goes group guide had handbook
handover has have he health her his home house in individual induction information interview
interviews is journey leaves led leaving level line list log looked meeting mental minder
minders missing monitoring must needs next no not nothing number numbers of on one online only
or outcomes parliament parent participation passport pastoral performance pick-up placement
placements plan planning plans policy practice premium profile profiles programme progress
protection provision questionnaire questionnaires rating ratio record records referral referrals
register registers registration report reports review reviews rights risk risks roll
safeguarding safety school sees service services sessions sexual she short should showed sign
signs site social some special staff standards statement status suitability support surveys
survey team the their then there they this timetable to total told transfer transition transport
travel trust under unit views visit visited visitor visits voice voices was website welfare
wellbeing well-being were when where which who will with work workforce would
"""
_DAYS = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june
july august september october november december autumn spring summer term year years key stage
half
"""
_ACRONYMS = """
aar ap asd adhd btec cafcass camhs ceop cin cp cpd cpr cscs dbs dfe dsl dsp ehc ehcp eal esfa
fsm gcse gdpr hmi hse iep ilp isp iso kcsie kpi lac lado laa mash mat nhs nqf ofsted phe pep pru
pshe qts rshe sen senco send sendco semh slt stem uln upn urn vsh
"""
_BEFORE_YEARS = """
academic all also any anybody anyone boys both current each every everyone financial for four full
girls last learners new nobody open others our people previous pupils school since students they
those through three tier two until
"""
_OTHERS = """
academy adult adults agency alternative chair childline children college company county
department designated director education england english functional governor guides head
headteacher history institution instructor it lead level local manager maths national office
officer ofqual our owner partner partners police principal provider providers s science scouts
skills teacher trustee tutor tutors
"""
NEVER_NAMES = frozenset(f"{_AFTER_ROLES} {_DAYS} {_ACRONYMS} {_BEFORE_YEARS} {_OTHERS}".split())
"""In small letters."""
ALSO_NAMES = frozenset({"april", "august", "june", "may", "summer", "will"})
"""Of these, what is a first name where a surname follows."""

_OFFICES = """
admin admissions admin.office attendance bookings centre compliance contact contactus dpo dsl
enquiries enquiry exclusions finance head headteacher help hello hr info inclusion lado mail
mash noreply no-reply office postmaster principal pupilservices reception referral referrals
registrar safeguarding school sen senco send support team vsh virtualschool welcome
"""
NEVER_PERSONS = frozenset(_OFFICES.split())
"""What stands before the @ of an address that belongs to an office."""
